#include "services/flow/judgements_to_weigh.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/errors.h"
#include "services/registry/holdings.h"
#include "services/registry/listing.h"
#include "services/registry/names.h"
#include "services/registry/records.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/judgement.h"

namespace waarborg::flow {
namespace {

using assessment::v1::Assessment;
using registry::v1::JudgementToWeigh;
using Weighed = google::protobuf::RepeatedPtrField<JudgementToWeigh>;

registry::ScopeScores ScoresInScope(const Assessment& record, const assessment::Findings& findings) {
  registry::ScopeScores scores;
  for (const assessment::v1::ScopeItem& item : record.scope().items()) {
    if (!item.in_scope()) continue;
    const auto found = findings.find(item.criterion());
    scores[item.criterion()] =
        found == findings.end() ? framework::v1::SCORE_UNSPECIFIED : found->second.score();
  }
  return scores;
}

absl::StatusOr<Weighed> Weigh(const storage::Reader& reader, const registry::v1::PolicyVersion& policy,
                              const Assessment& record, const assessment::Findings& findings,
                              absl::Time now) {
  ASSIGN_OR_RETURN(const registry::ProviderName provider, registry::ProviderName::Parse(record.provider()));
  ASSIGN_OR_RETURN(const std::vector<registry::v1::ExternalJudgement> judgements,
                   registry::AllOf(reader, registry::kExternalJudgements, provider));
  const registry::v1::ExternalJudgementPolicy weighing = registry::ExternalJudgementsOf(policy);
  const registry::ScopeScores scores = ScoresInScope(record, findings);
  Weighed weighed;
  for (const registry::v1::ExternalJudgement& judgement : judgements) {
    if (!registry::Counts(judgement, weighing, ledger::Today(now))) continue;
    JudgementToWeigh one = registry::ToWeigh(judgement, record.name(), scores, weighing);
    if (!one.criteria().empty()) *weighed.Add() = std::move(one);
  }
  return weighed;
}

}  // namespace

absl::StatusOr<registry::v1::ListJudgementsToWeighResponse> ListJudgementsToWeigh(
    const ledger::View& view, const registry::v1::ListJudgementsToWeighRequest& request) {
  ASSIGN_OR_RETURN(const assessment::AssessmentName name, assessment::AssessmentName::Parse(request.name()));
  ASSIGN_OR_RETURN(const Assessment record, assessment::Load(view.reader, name));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, assessment::PolicyOf(view.reader, record));
  ASSIGN_OR_RETURN(const assessment::Findings findings, assessment::LoadFindings(view.reader, name));
  ASSIGN_OR_RETURN(const Weighed weighed, Weigh(view.reader, policy, record, findings, view.call.now));
  registry::v1::ListJudgementsToWeighResponse response;
  ASSIGN_OR_RETURN(std::string next,
                   registry::ListFrom(weighed, absl::StrCat("judgementsToWeigh|", request.name()), request,
                                      *response.mutable_judgements()));
  response.set_next_page_token(std::move(next));
  return response;
}

absl::Status CheckDivergences(const storage::Reader& reader, const registry::v1::PolicyVersion& policy,
                              const Assessment& record, const assessment::Findings& findings,
                              absl::Time now) {
  ASSIGN_OR_RETURN(const Weighed weighed, Weigh(reader, policy, record, findings, now));
  for (const JudgementToWeigh& one : weighed) {
    if (one.reason_wanted().empty()) continue;
    return registry::errors::DivergenceNeedsReason(record.name(), one.external_judgement(),
                                                   {one.reason_wanted().begin(), one.reason_wanted().end()});
  }
  return absl::OkStatus();
}

}  // namespace waarborg::flow
