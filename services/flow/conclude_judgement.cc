#include "services/flow/conclude_judgement.h"

#include <utility>

#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/concluding.h"
#include "services/assessment/reopening.h"
#include "services/call/each_once.h"
#include "services/improvement/changes.h"
#include "services/ledger/time.h"

namespace waarborg::flow {

using assessment::v1::Assessment;
using assessment::v1::Conclusion;

namespace {

// What the caller wishes, with what the plan says of it: whether this is its last round.
absl::StatusOr<Conclusion> WishOf(const storage::Reader& reader, const Assessment& record,
                                  const assessment::v1::ConcludeJudgementRequest& request) {
  Conclusion wish = request.conclusion();
  wish.clear_last_round();
  if (!assessment::IsReAssessment(record)) return wish;
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, assessment::PolicyOf(reader, record));
  ASSIGN_OR_RETURN(const bool left, improvement::RoundLeft(reader, policy, record.improvement_plan()));
  wish.set_last_round(!left);
  return wish;
}

// Refused here what the plan would refuse when the outcome is given to it.
absl::Status CheckOutcome(const storage::Reader& reader, const assessment::Grounds& grounds,
                          const Assessment& record, const Conclusion& wish) {
  const bool partly = assessment::IsReAssessment(record) && wish.outcome() == assessment::v1::OUTCOME_PARTLY;
  if (!partly) return absl::OkStatus();
  return improvement::CheckPartly(reader, grounds.policy, record.improvement_plan(),
                                  grounds.has_shortcomings);
}

}  // namespace

void CheckMeaning(const assessment::v1::ConcludeJudgementRequest& request, call::Violations& violations) {
  const Conclusion& conclusion = request.conclusion();
  call::CheckEachOnce<framework::v1::FollowUp>(conclusion.follow_up(), "conclusion.follow_up",
                                               "FOLLOW_UP_TWICE", violations);
  const auto choice = [](const assessment::v1::ChoiceAnswer& each) { return each.choice(); };
  call::CheckEachOnce(conclusion.answers(), "conclusion.answers", ".choice", "CHOICE_ANSWERED_TWICE", choice,
                      violations);
}

absl::StatusOr<Assessment> ConcludeJudgement(ledger::UnitOfWork& unit,
                                             const assessment::v1::ConcludeJudgementRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(assessment::Edit edit,
                   assessment::Begin(unit, request.name(), request.etag(), "conclude"));
  RETURN_IF_ERROR(assessment::OpenJudgement(unit, assessment::JudgementStep::kConclusion, edit.record));
  ASSIGN_OR_RETURN(const assessment::Findings findings, assessment::LoadFindings(unit.reader(), edit.name));
  ASSIGN_OR_RETURN(const Conclusion wish, WishOf(unit.reader(), edit.record, request));
  ASSIGN_OR_RETURN(const assessment::Grounds grounds,
                   assessment::LoadGrounds(unit.reader(), edit.record, findings, wish));
  RETURN_IF_ERROR(CheckOutcome(unit.reader(), grounds, edit.record, wish));
  ASSIGN_OR_RETURN(Conclusion conclusion, assessment::Concluded(grounds, edit.record, wish));
  conclusion.set_author(unit.call().caller.member);
  *conclusion.mutable_time() = ledger::Stamp(unit.now());
  *edit.record.mutable_judgement()->mutable_conclusion() = std::move(conclusion);
  RETURN_IF_ERROR(assessment::AskForConclusion(unit, grounds.policy, edit.record));
  return assessment::Finish(unit, std::move(edit));
}

}  // namespace waarborg::flow
