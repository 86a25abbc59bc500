#include "services/assessment/draft_changes.h"

#include <string>

#include "services/assessment/errors.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {

void WriteDraft(absl::Time now, const Findings& findings, v1::Assessment& assessment) {
  v1::Draft& draft = *assessment.mutable_draft();
  draft.set_version(draft.version() + 1);
  *draft.mutable_send_time() = ledger::Stamp(now);
  draft.clear_scores();
  for (const auto& [criterion, score] : OwnScores(assessment, findings)) {
    (*draft.mutable_scores())[criterion] = score;
  }
  const v1::TrustRecord& trust = assessment.judgement().trust();
  draft.set_trust_text(trust.weighed() ? trust.text() : "");
}

absl::Status SetResponseTerm(ledger::UnitOfWork& unit, absl::Time due, absl::string_view rule,
                             v1::Assessment& assessment) {
  *assessment.mutable_draft()->mutable_response_due_time() = ledger::Stamp(due);
  assessment.mutable_draft()->set_response_rule(std::string(rule));
  return unit.SetDeadline(assessment.name(), kResponseDue, due, rule);
}

absl::Status CheckWithinTerm(absl::Time now, const v1::Assessment& assessment) {
  if (!assessment.draft().has_response_due_time()) return absl::OkStatus();
  if (now <= ledger::TimeOf(assessment.draft().response_due_time())) return absl::OkStatus();
  return errors::ResponseTermOver(assessment.name());
}

}  // namespace waarborg::assessment
