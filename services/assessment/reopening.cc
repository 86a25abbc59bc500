#include "services/assessment/reopening.h"

#include <string>

#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"

namespace waarborg::assessment {

absl::Status ReopenScores(ledger::UnitOfWork& unit, v1::Assessment& assessment) {
  assessment.clear_evaluation();
  assessment.clear_merged_evaluation();
  if (assessment.has_judgement()) assessment.mutable_judgement()->clear_conclusion();
  return VoidConclusionConfirmations(unit, assessment);
}

void HandInScores(absl::string_view digest, v1::Assessment& assessment) {
  if (assessment.scores_digest() == digest) return;
  assessment.clear_judgement();
  assessment.set_scores_digest(std::string(digest));
}

absl::Status OpenJudgement(ledger::UnitOfWork& unit, JudgementStep step, v1::Assessment& assessment) {
  const std::string missing = MissingBefore(assessment.judgement(), step);
  if (!missing.empty()) return errors::JudgementOutOfOrder(assessment.name(), missing);
  if (step == JudgementStep::kConclusion) return absl::OkStatus();
  ClearAfter(step, *assessment.mutable_judgement());
  return VoidConclusionConfirmations(unit, assessment);
}

}  // namespace waarborg::assessment
