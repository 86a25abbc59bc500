#include "services/assessment/concluding.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_join.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/rules/conclusion.h"
#include "services/assessment/rules/outcome.h"
#include "services/assessment/score_changes.h"
#include "services/call/code.h"
#include "services/language/blank.h"

namespace waarborg::assessment {
namespace {

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
  const ConclusionBasis basis{.framework = *grounds.framework,
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
  const bool grounded =
      !conclusion.deviation_grounds().empty() && !language::IsBlank(conclusion.deviation_text());
  if (!deviations.empty() && !grounded) {
    return errors::DeviationNeedsGrounds(assessment.name(), deviations, Advised(grounds));
  }
  return !deviations.empty();
}

}  // namespace

absl::StatusOr<Grounds> LoadGrounds(const storage::Reader& reader, const v1::Assessment& assessment,
                                    const Findings& findings, const v1::Conclusion& conclusion) {
  Grounds grounds;
  ASSIGN_OR_RETURN(grounds.framework, FrameworkOf(reader, assessment));
  ASSIGN_OR_RETURN(grounds.policy, PolicyOf(reader, assessment));
  ASSIGN_OR_RETURN(grounds.advice, Advise(reader, *grounds.framework, grounds.policy, findings, assessment,
                                          {.severity = conclusion.severity(),
                                           .recidivism = conclusion.recidivism(),
                                           .trust = assessment.judgement().trust().judgement()}));
  ASSIGN_OR_RETURN(const framework::Scores standing, StandingScores(reader, assessment, findings));
  grounds.has_shortcomings = !Shortcomings(*grounds.framework, standing).empty();
  if (!IsReAssessment(assessment)) return grounds;
  ASSIGN_OR_RETURN(const framework::Scores before, ParentScores(reader, assessment));
  const framework::Scores own = OwnScores(assessment, findings);
  grounds.suggested_outcome = SuggestedOutcome({.framework = *grounds.framework,
                                                .before = before,
                                                .own = own,
                                                .merged = grounds.advice,
                                                .last_round = conclusion.last_round()});
  return grounds;
}

absl::StatusOr<v1::Conclusion> Concluded(const Grounds& grounds, const v1::Assessment& assessment,
                                         const v1::Conclusion& wish) {
  ASSIGN_OR_RETURN(const bool deviates, Check(grounds, assessment, wish));
  v1::Conclusion conclusion = wish;
  conclusion.set_deviates(deviates);
  if (conclusion.chosen_reading() == framework::v1::READING_UNSPECIFIED) {
    conclusion.set_chosen_reading(grounds.advice.deciding_reading());
  }
  *conclusion.mutable_advice() = grounds.advice;
  return conclusion;
}

absl::Status AskForConclusion(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
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

absl::Status CheckSomethingTested(const v1::Assessment& assessment, const Findings& findings) {
  const framework::Scores scores = OwnScores(assessment, findings);
  const bool nothing = std::all_of(scores.begin(), scores.end(), [](const auto& entry) {
    return entry.second == framework::v1::SCORE_NOT_TESTED;
  });
  return nothing ? errors::NothingTested(assessment.name()) : absl::OkStatus();
}

}  // namespace waarborg::assessment
