#include "services/assessment/decision.h"

#include <string>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/records.h"
#include "services/call/name.h"
#include "services/ledger/time.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::assessment {
namespace {

// The findings in framework order, as they stand: earlier values and proposals stay on the finding itself.
void AddFindings(const v1::Assessment& assessment, const Findings& findings, v1::DecisionRecord& record) {
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    const auto found = findings.find(item.criterion());
    if (found == findings.end() || (!item.in_scope() && !found->second.carried_over())) continue;
    v1::Finding& finding = *record.add_findings();
    finding = found->second;
    finding.clear_previous();
    finding.clear_proposals();
  }
}

// The acts by which a second person judges with the first. That someone agreed to a visit unannounced, or to
// cancelling, is no second judgement.
constexpr team::Acts kJudging{team::v1::ACT_SCORES, team::v1::ACT_DEVIATION,
                              team::v1::ACT_RE_ASSESSMENT_OUTCOME, team::v1::ACT_CORRECTION};

void SayWhoJudged(const v1::Assessment& assessment, absl::Time now, v1::DecisionRecord& record) {
  const team::Confirmations& all = assessment.confirmations();
  const bool awaited = team::SecondPersonAwaited(all, kJudging, now);
  record.set_second_person_awaited(awaited);
  record.set_single_assessor(!awaited && !team::SecondPersonTookPart(all, kJudging));
}

v1::DecisionRecord RecordOf(const v1::Assessment& assessment, const Findings& findings) {
  v1::DecisionRecord record;
  record.set_framework_version(assessment.framework_version());
  record.set_framework_hash(assessment.framework_hash());
  record.set_policy_version(assessment.policy_version());
  record.set_profile(assessment.profile());
  *record.mutable_scope() = assessment.scope();
  AddFindings(assessment, findings, record);
  *record.mutable_evaluation() = assessment.evaluation();
  if (assessment.has_merged_evaluation())
    *record.mutable_merged_evaluation() = assessment.merged_evaluation();
  *record.mutable_judgement() = assessment.judgement();
  *record.mutable_response() = assessment.response();
  *record.mutable_confirmations() = assessment.confirmations();
  record.set_outcome(assessment.outcome());
  return record;
}

}  // namespace

absl::Status CheckDecidable(const v1::Assessment& assessment, const Findings& findings) {
  std::vector<std::string> unanswered;
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    const auto found = findings.find(item.criterion());
    if (found == findings.end()) continue;
    if (found->second.has_remark() && !found->second.has_remark_answer())
      unanswered.push_back(item.criterion());
  }
  if (!unanswered.empty()) return errors::RemarkUnanswered(assessment.name(), unanswered);
  if (!assessment.judgement().has_conclusion()) return errors::JudgementNotConcluded(assessment.name());
  return RequireDecisionConfirmed(assessment);
}

absl::Status WriteDecisionRecord(ledger::UnitOfWork& unit, const Findings& findings,
                                 absl::string_view correction_reason, v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(const AssessmentName parent, AssessmentName::Parse(assessment.name()));
  const DecisionRecordName name{.region = parent.region,
                                .assessment = parent.assessment,
                                .number = absl::StrCat(NumberOfDecision(assessment.decision_record()) + 1)};
  v1::DecisionRecord record = RecordOf(assessment, findings);
  record.set_name(name.ToString());
  record.set_supersedes(assessment.decision_record());
  record.set_correction_reason(std::string(correction_reason));
  SayWhoJudged(assessment, unit.now(), record);
  record.set_author(unit.call().caller.member);
  *record.mutable_time() = ledger::Stamp(unit.now());
  assessment.set_decision_record(name.ToString());
  return unit.Put(kDecisionRecords, name.Key(), record);
}

int NumberOfDecision(absl::string_view name) {
  int number = 0;
  return absl::SimpleAtoi(call::LastId(name), &number) ? number : 0;
}

}  // namespace waarborg::assessment
