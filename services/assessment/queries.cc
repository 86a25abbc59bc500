#include "services/assessment/queries.h"

#include <cstddef>
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
  RETURN_IF_ERROR(CheckKnown(view.call.caller, assessment));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, assessment.provider()));
  return assessment;
}

// Where a page of a list kept in memory begins: the token holds a position.
absl::StatusOr<int> PositionOf(const call::Page& page) {
  int position = 0;
  if (page.next_key.empty()) return position;
  if (!absl::SimpleAtoi(page.next_key, &position) || position < 0) return call::InvalidPageToken();
  return position;
}

// The findings that the caller may see, in framework order.
absl::StatusOr<std::vector<v1::Finding>> InFrameworkOrder(const ledger::View& view,
                                                          const AssessmentName& name,
                                                          const v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(Findings findings, LoadFindings(view.reader, name));
  std::vector<v1::Finding> ordered;
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    const auto found = findings.find(item.criterion());
    if (found == findings.end() || !IsShown(view.call.caller, assessment, found->second)) continue;
    ordered.push_back(std::move(found->second));
  }
  return ordered;
}

using Assessments = ledger::PageOf<v1::Assessment>;

// A page as full as for anyone else, of what the provider was told of: neither a short page nor a token with
// nothing behind it betrays what is only planned.
absl::StatusOr<Assessments> ListKnown(const storage::Reader& reader, const std::string& prefix,
                                      const call::Page& page) {
  Assessments known;
  ledger::PageRoom room(page.size);
  call::Page rest = page;
  while (true) {
    ASSIGN_OR_RETURN(Assessments found, ledger::ListByIndex(reader, kAssessments, prefix, rest));
    for (v1::Assessment& each : found.items) {
      if (!KnownToProvider(each)) continue;
      if (!room.Take(each.ByteSizeLong())) {
        ASSIGN_OR_RETURN(const AssessmentName next, AssessmentName::Parse(each.name()));
        known.next_page_token = call::PageToken(page, AssessmentByProvider(next.Key(), each));
        return known;
      }
      known.items.push_back(std::move(each));
    }
    if (found.next_page_token.empty()) return known;
    ASSIGN_OR_RETURN(rest, call::ParsePage(page.size, found.next_page_token, page.list));
  }
}

absl::StatusOr<Assessments> ListFor(const ledger::View& view, const std::string& region,
                                    const std::string& provider, const call::Page& page) {
  storage::KeyBuilder prefix;
  prefix.Text(region);
  if (provider.empty()) return ledger::ListRecords(view.reader, kAssessments, prefix.Take(), page);
  prefix.Text(provider);
  if (view.call.caller.IsOnlyProvider()) return ListKnown(view.reader, prefix.Take(), page);
  return ledger::ListByIndex(view.reader, kAssessments, prefix.Take(), page);
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
  const bool own_only = caller.IsOnlyProvider() && request.provider().empty();
  const std::string provider = own_only ? caller.provider : request.provider();
  RETURN_IF_ERROR(call::CheckOwnProvider(caller, provider));
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(),
                                   absl::StrCat("assessments|", request.parent(), "|", provider)));
  ASSIGN_OR_RETURN(Assessments found, ListFor(view, ids[0], provider, page));
  v1::ListAssessmentsResponse response;
  for (v1::Assessment& each : found.items) *response.add_assessments() = Shown(caller, std::move(each));
  response.set_next_page_token(found.next_page_token);
  return response;
}

absl::StatusOr<v1::Finding> GetFinding(const ledger::View& view, const v1::GetFindingRequest& request) {
  ASSIGN_OR_RETURN(const FindingName name, FindingName::Parse(request.name()));
  ASSIGN_OR_RETURN(const v1::Assessment assessment,
                   LoadFor(view, AssessmentName{.region = name.region, .assessment = name.assessment}));
  ASSIGN_OR_RETURN(v1::Finding finding, Load(view.reader, name));
  if (!IsShown(view.call.caller, assessment, finding)) {
    return call::error::NotFound("FINDING", request.name());
  }
  return Shown(view.call.caller, std::move(finding));
}

absl::StatusOr<v1::ListFindingsResponse> ListFindings(const ledger::View& view,
                                                      const v1::ListFindingsRequest& request) {
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::Assessment assessment, LoadFor(view, name));
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("findings|", request.parent())));
  v1::ListFindingsResponse response;
  ASSIGN_OR_RETURN(std::vector<v1::Finding> all, InFrameworkOrder(view, name, assessment));
  ASSIGN_OR_RETURN(const int begin, PositionOf(page));
  ledger::PageRoom room(page.size);
  for (auto i = static_cast<std::size_t>(begin); i < all.size(); ++i) {
    v1::Finding finding = Shown(view.call.caller, std::move(all[i]));
    if (!room.Take(finding.ByteSizeLong())) {
      response.set_next_page_token(call::PageToken(page, absl::StrCat(i)));
      break;
    }
    *response.add_findings() = std::move(finding);
  }
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
  ASSIGN_OR_RETURN(const int before, PositionOf(page));
  ledger::PageRoom room(page.size);
  v1::ListDecisionRecordsResponse response;
  for (int number = before; number < newest; ++number) {
    const DecisionRecordName record_name{
        .region = name.region, .assessment = name.assessment, .number = absl::StrCat(number + 1)};
    ASSIGN_OR_RETURN(v1::DecisionRecord record, Load(view.reader, record_name));
    if (!room.Take(record.ByteSizeLong())) {
      response.set_next_page_token(call::PageToken(page, absl::StrCat(number)));
      break;
    }
    *response.add_decision_records() = std::move(record);
  }
  return response;
}

}  // namespace waarborg::assessment
