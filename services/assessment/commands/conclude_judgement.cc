#include "absl/strings/str_join.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/reopening.h"
#include "services/assessment/rules/conclusion.h"
#include "services/assessment/rules/outcome.h"
#include "services/assessment/score_changes.h"
#include "services/call/code.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {
namespace {

// Everything the conclusion is held against, loaded once.
struct Grounds {
  framework::v1::FrameworkVersion framework;
  registry::v1::PolicyVersion policy;
  framework::v1::Evaluation advice;
  v1::Outcome suggested_outcome = v1::OUTCOME_UNSPECIFIED;
  bool has_shortcomings = false;
};

absl::StatusOr<Grounds> LoadGrounds(const storage::Reader& reader, const v1::Assessment& assessment,
                                    const v1::Conclusion& conclusion) {
  Grounds grounds;
  ASSIGN_OR_RETURN(grounds.framework, FrameworkOf(reader, assessment));
  ASSIGN_OR_RETURN(grounds.policy, PolicyOf(reader, assessment));
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(assessment.name()));
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(reader, name));
  ASSIGN_OR_RETURN(grounds.advice, Advise(reader, grounds.framework, grounds.policy, findings, assessment,
                                          {.severity = conclusion.severity(),
                                           .recidivism = conclusion.recidivism(),
                                           .trust = assessment.judgement().trust().judgement()}));
  ASSIGN_OR_RETURN(const Findings standing, StandingFindings(reader, assessment));
  grounds.has_shortcomings = !Shortcomings(grounds.framework, ScoresOf(standing)).empty();
  if (!IsReAssessment(assessment)) return grounds;
  ASSIGN_OR_RETURN(const framework::Scores before, ParentScores(reader, assessment));
  const framework::Scores own = OwnScores(assessment, findings);
  grounds.suggested_outcome = SuggestedOutcome(
      {.framework = grounds.framework, .before = before, .own = own, .merged = grounds.advice});
  return grounds;
}

std::string Advised(const Grounds& grounds) {
  std::vector<std::string> codes;
  for (const int follow_up : grounds.advice.follow_up()) {
    codes.push_back(call::CodeOf(static_cast<framework::v1::FollowUp>(follow_up)));
  }
  codes.push_back(call::CodeOf(grounds.advice.deciding_reading()));
  if (grounds.suggested_outcome != v1::OUTCOME_UNSPECIFIED) {
    codes.push_back(call::CodeOf(grounds.suggested_outcome));
  }
  return absl::StrJoin(codes, ", ");
}

// Whether the conclusion deviates; an error when it does not hold.
absl::StatusOr<bool> Check(const Grounds& grounds, const v1::Assessment& assessment,
                           const v1::Conclusion& conclusion) {
  const ConclusionBasis basis{.framework = grounds.framework,
                              .advice = grounds.advice,
                              .first_assessment = assessment.first_assessment(),
                              .has_shortcomings = grounds.has_shortcomings,
                              .suggested_outcome = grounds.suggested_outcome};
  RETURN_IF_ERROR(errors::OfFaults(ConclusionFaults(basis, conclusion)));
  const std::vector<std::string> open = UnansweredChoices(grounds.advice, conclusion);
  if (!open.empty()) return errors::ChoiceUnanswered(assessment.name(), open);
  const bool conflict = grounds.advice.reading_conflict() && grounds.policy.acknowledge_reading_conflict();
  if (conflict && !conclusion.reading_conflict_acknowledged()) {
    return errors::ReadingConflictUnacknowledged(assessment.name());
  }
  const std::vector<std::string> deviations = Deviations(basis, conclusion);
  const bool grounded = !conclusion.deviation_grounds().empty() && !conclusion.deviation_text().empty();
  if (!deviations.empty() && !grounded) {
    return errors::DeviationNeedsGrounds(assessment.name(), deviations, Advised(grounds));
  }
  return !deviations.empty();
}

absl::Status AskFor(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                    v1::Assessment& assessment) {
  const v1::Conclusion& conclusion = assessment.judgement().conclusion();
  const std::string digest = DigestOfConclusion(conclusion);
  if (!conclusion.deviates()) {
    RETURN_IF_ERROR(VoidConfirmation(unit, team::v1::ACT_DEVIATION, assessment));
  } else {
    RETURN_IF_ERROR(AskSecondPerson(unit, policy, team::v1::ACT_DEVIATION, digest, assessment));
  }
  if (!IsReAssessment(assessment)) return absl::OkStatus();
  return AskSecondPerson(unit, policy, team::v1::ACT_RE_ASSESSMENT_OUTCOME, digest, assessment);
}

}  // namespace

AssessmentAnswer ConcludeJudgement(ledger::UnitOfWork& unit, const v1::ConcludeJudgementRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "conclude"));
  RETURN_IF_ERROR(OpenJudgement(unit, JudgementStep::kConclusion, edit.record));
  ASSIGN_OR_RETURN(Grounds grounds, LoadGrounds(unit.reader(), edit.record, request.conclusion()));
  ASSIGN_OR_RETURN(const bool deviates, Check(grounds, edit.record, request.conclusion()));
  v1::Conclusion& conclusion = *edit.record.mutable_judgement()->mutable_conclusion();
  conclusion = request.conclusion();
  conclusion.set_deviates(deviates);
  if (conclusion.chosen_reading() == framework::v1::READING_UNSPECIFIED) {
    conclusion.set_chosen_reading(grounds.advice.deciding_reading());
  }
  *conclusion.mutable_advice() = std::move(grounds.advice);
  conclusion.set_author(unit.call().caller.member);
  *conclusion.mutable_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(AskFor(unit, grounds.policy, edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
