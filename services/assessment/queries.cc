#include "services/assessment/queries.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/assessment/case_file.h"
#include "services/assessment/decision.h"
#include "services/assessment/records.h"
#include "services/assessment/redaction.h"
#include "services/call/authorization.h"
#include "services/call/name.h"
#include "services/call/page.h"
#include "services/ledger/page_scan.h"

namespace waarborg::assessment {
namespace {

// The assessment, for a caller who may see it at all.
absl::StatusOr<v1::Assessment> LoadFor(const ledger::View& view, const AssessmentName& name) {
  ASSIGN_OR_RETURN(v1::Assessment assessment, Load(view.reader, name));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, assessment.provider()));
  return assessment;
}

bool Hidden(const ledger::View& view, const v1::Assessment& assessment) {
  return OnlyProvider(view.call.caller) && !FindingsAreShown(assessment);
}

// Where a page of a list kept in memory begins: the token holds a position.
std::size_t PositionOf(const call::Page& page) {
  std::size_t position = 0;
  return absl::SimpleAtoi(page.next_key, &position) ? position : 0;
}

// The findings that exist, in framework order.
absl::StatusOr<std::vector<v1::Finding>> InFrameworkOrder(const storage::Reader& reader,
                                                          const AssessmentName& name,
                                                          const v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(Findings findings, LoadFindings(reader, name));
  std::vector<v1::Finding> ordered;
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    const auto found = findings.find(item.criterion());
    if (found != findings.end()) ordered.push_back(std::move(found->second));
  }
  return ordered;
}

}  // namespace

absl::StatusOr<v1::Assessment> GetAssessment(const ledger::View& view,
                                             const v1::GetAssessmentRequest& request) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(request.name()));
  ASSIGN_OR_RETURN(v1::Assessment assessment, LoadFor(view, name));
  return Shown(view.call.caller, std::move(assessment));
}

absl::StatusOr<v1::ListAssessmentsResponse> ListAssessments(const ledger::View& view,
                                                            const v1::ListAssessmentsRequest& request) {
  ASSIGN_OR_RETURN(const std::vector<std::string> ids, call::ParseName(request.parent(), "regions/*"));
  const call::Caller& caller = view.call.caller;
  const bool own_only = OnlyProvider(caller) && request.provider().empty();
  const std::string provider = own_only ? caller.provider : request.provider();
  RETURN_IF_ERROR(call::CheckOwnProvider(caller, provider));
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(),
                                   absl::StrCat("assessments|", request.parent(), "|", provider)));
  storage::KeyBuilder prefix;
  prefix.Text(ids[0]);
  if (!provider.empty()) prefix.Text(provider);
  absl::StatusOr<ledger::PageOf<v1::Assessment>> found =
      provider.empty() ? ledger::ListRecords(view.reader, kAssessments, prefix.Take(), page)
                       : ledger::ListByIndex(view.reader, kAssessments, prefix.Take(), page);
  RETURN_IF_ERROR(found.status());
  v1::ListAssessmentsResponse response;
  for (v1::Assessment& each : found->items) *response.add_assessments() = Shown(caller, std::move(each));
  response.set_next_page_token(found->next_page_token);
  return response;
}

absl::StatusOr<v1::Finding> GetFinding(const ledger::View& view, const v1::GetFindingRequest& request) {
  ASSIGN_OR_RETURN(const FindingName name, FindingName::Parse(request.name()));
  ASSIGN_OR_RETURN(const v1::Assessment assessment,
                   LoadFor(view, AssessmentName{.region = name.region, .assessment = name.assessment}));
  if (Hidden(view, assessment)) return call::error::NotFound("FINDING", request.name());
  ASSIGN_OR_RETURN(v1::Finding finding, Load(view.reader, name));
  return Shown(view.call.caller, std::move(finding));
}

absl::StatusOr<v1::ListFindingsResponse> ListFindings(const ledger::View& view,
                                                      const v1::ListFindingsRequest& request) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::Assessment assessment, LoadFor(view, name));
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("findings|", request.parent())));
  v1::ListFindingsResponse response;
  if (Hidden(view, assessment)) return response;
  ASSIGN_OR_RETURN(std::vector<v1::Finding> all, InFrameworkOrder(view.reader, name, assessment));
  const std::size_t begin = PositionOf(page);
  const std::size_t end = std::min(all.size(), begin + static_cast<std::size_t>(page.size));
  for (std::size_t i = begin; i < end; ++i) {
    *response.add_findings() = Shown(view.call.caller, std::move(all[i]));
  }
  if (end < all.size()) response.set_next_page_token(call::PageToken(page, absl::StrCat(end)));
  return response;
}

absl::StatusOr<v1::DecisionRecord> GetDecisionRecord(const ledger::View& view,
                                                     const v1::GetDecisionRecordRequest& request) {
  ASSIGN_OR_RETURN(const DecisionRecordName name, DecisionRecordName::Parse(request.name()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListDecisionRecordsResponse> ListDecisionRecords(
    const ledger::View& view, const v1::ListDecisionRecordsRequest& request) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::Assessment assessment, Load(view.reader, name));
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("decisions|", request.parent())));
  const int newest = NumberOfDecision(assessment.decision_record());
  const int begin = static_cast<int>(PositionOf(page)) + 1;
  const int end = std::min(newest, begin + page.size - 1);
  v1::ListDecisionRecordsResponse response;
  for (int number = begin; number <= end; ++number) {
    const DecisionRecordName record{
        .region = name.region, .assessment = name.assessment, .number = absl::StrCat(number)};
    ASSIGN_OR_RETURN(*response.add_decision_records(), Load(view.reader, record));
  }
  if (end < newest) response.set_next_page_token(call::PageToken(page, absl::StrCat(end)));
  return response;
}

}  // namespace waarborg::assessment
