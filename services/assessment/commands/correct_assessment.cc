#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/decision.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/rules/conclusion.h"
#include "services/assessment/score_changes.h"
#include "services/registry/rules/policy.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::assessment {
namespace {

// The rule again over the corrected findings. What people judged and chose stays; the advice beside it is the
// new one, and whether the choice deviates from it is said anew.
absl::Status JudgeAgain(const storage::Reader& reader, const framework::v1::FrameworkVersion& framework,
                        const registry::v1::PolicyVersion& policy, const Findings& findings,
                        v1::Assessment& assessment) {
  RETURN_IF_ERROR(RunRule(reader, framework, policy, findings, assessment));
  v1::Conclusion& conclusion = *assessment.mutable_judgement()->mutable_conclusion();
  ASSIGN_OR_RETURN(*conclusion.mutable_advice(),
                   Advise(reader, framework, policy, findings, assessment,
                          {.severity = conclusion.severity(),
                           .recidivism = conclusion.recidivism(),
                           .trust = assessment.judgement().trust().judgement()}));
  const ConclusionBasis basis{
      .framework = framework, .advice = conclusion.advice(), .suggested_outcome = conclusion.outcome()};
  conclusion.set_deviates(conclusion.deviates() || !Deviations(basis, conclusion).empty());
  return absl::OkStatus();
}

// Scores that changed are no longer those that were confirmed. The correction's own confirmation takes that
// place; where policy asks none for it, the scores are put before the second reader again.
absl::Status ReviewScores(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                          const Findings& findings, v1::Assessment& assessment) {
  const std::string digest = DigestOfScores(assessment, findings);
  const bool own_second_person =
      registry::FourEyesFor(policy, team::v1::ACT_CORRECTION) != team::v1::FOUR_EYES_NONE;
  if (!own_second_person) return AskSecondPerson(unit, policy, team::v1::ACT_SCORES, digest, assessment);
  const team::v1::Confirmation* asked =
      team::FindConfirmation(assessment.confirmations(), team::v1::ACT_SCORES);
  if (asked == nullptr || asked->content_digest() == digest) return absl::OkStatus();
  return VoidConfirmation(unit, team::v1::ACT_SCORES, assessment);
}

absl::Status Correct(ledger::UnitOfWork& unit, const v1::CorrectAssessmentRequest& request,
                     const registry::v1::PolicyVersion& policy, Edit& edit) {
  ASSIGN_OR_RETURN(const framework::v1::FrameworkVersion framework, FrameworkOf(unit.reader(), edit.record));
  RETURN_IF_ERROR(WriteScores(unit, edit.record, framework, request.scores(), ScoreWeight::kCounts).status());
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), edit.name));
  RETURN_IF_ERROR(JudgeAgain(unit.reader(), framework, policy, findings, edit.record));
  RETURN_IF_ERROR(ReviewScores(unit, policy, findings, edit.record));
  return WriteDecisionRecord(unit, findings, request.reason(), edit.record);
}

}  // namespace

AssessmentAnswer CorrectAssessment(ledger::UnitOfWork& unit, const v1::CorrectAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "correct"));
  ASSIGN_OR_RETURN(const registry::v1::PolicyVersion policy, PolicyOf(unit.reader(), edit.record));
  const std::string digest = DigestOfCorrection(request);
  const bool ask_first = MustAskFirst(policy, edit.record, team::v1::ACT_CORRECTION, digest);
  if (ask_first) RETURN_IF_ERROR(Retake(unit, "ask_correction", edit));
  edit.fact.reason = request.reason();
  RETURN_IF_ERROR(AskSecondPerson(unit, policy, team::v1::ACT_CORRECTION, digest, edit.record));
  if (!ask_first) RETURN_IF_ERROR(Correct(unit, request, policy, edit));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
