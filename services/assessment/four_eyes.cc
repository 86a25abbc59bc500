#include "services/assessment/four_eyes.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/ledger/digest.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::assessment {
namespace {

using team::v1::Act;
using team::v1::Confirmation;

std::string Digest(const std::vector<std::string>& parts) {
  return ledger::DigestOf(std::vector<absl::string_view>(parts.begin(), parts.end()));
}

void Remove(Act act, v1::Assessment& assessment) {
  team::Confirmations& all = *assessment.mutable_confirmations();
  all.erase(
      std::remove_if(all.begin(), all.end(), [act](const Confirmation& each) { return each.act() == act; }),
      all.end());
}

bool Awaited(const Confirmation& each) {
  return each.rule() == team::v1::FOUR_EYES_LATER && each.confirmer().empty() && !each.overdue();
}

}  // namespace

std::string DigestOfScores(const v1::Assessment& assessment, const Findings& findings) {
  std::vector<std::string> parts = {"SCORES"};
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    const auto found = findings.find(item.criterion());
    if (!item.in_scope() || found == findings.end()) continue;
    parts.push_back(item.criterion());
    parts.push_back(call::CodeOf(found->second.score()));
    parts.push_back(found->second.motivation());
  }
  return Digest(parts);
}

std::string DigestOfConclusion(const v1::Conclusion& conclusion) {
  v1::Conclusion content = conclusion;
  content.clear_author();
  content.clear_time();
  return ledger::DigestOf(content);
}

std::string DigestOfCancellation(const v1::CancelAssessmentRequest& request) {
  return Digest({"CANCEL_ASSESSMENT", request.name(), request.reason()});
}

std::string DigestOfUnannounced(const v1::StartUnannouncedRequest& request) {
  std::vector<std::string> parts = {"START_UNANNOUNCED", request.name(), request.reason()};
  parts.insert(parts.end(), request.delegation().begin(), request.delegation().end());
  return Digest(parts);
}

std::string DigestOfCorrection(const v1::CorrectAssessmentRequest& request) {
  std::vector<std::string> parts = {"CORRECTION", request.name(), request.reason()};
  for (const v1::FindingScore& score : request.scores()) {
    v1::FindingScore content = score;
    content.clear_etag();
    parts.push_back(ledger::DigestOf(content));
  }
  if (request.has_conclusion()) parts.push_back(ledger::DigestOf(request.conclusion()));
  return Digest(parts);
}

absl::Status AskSecondPerson(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy, Act act,
                             absl::string_view digest, v1::Assessment& assessment) {
  const absl::Time due = registry::WorkingDaysAfter(unit.now(), policy.terms().confirmation_working_days());
  team::AskConfirmation(*assessment.mutable_confirmations(), act, registry::FourEyesFor(policy, act),
                        unit.call().caller.member, digest, due);
  return RefreshConfirmationDeadline(unit, assessment);
}

absl::Status VoidConfirmation(ledger::UnitOfWork& unit, Act act, v1::Assessment& assessment) {
  Remove(act, assessment);
  return RefreshConfirmationDeadline(unit, assessment);
}

absl::Status VoidConclusionConfirmations(ledger::UnitOfWork& unit, v1::Assessment& assessment) {
  Remove(team::v1::ACT_DEVIATION, assessment);
  Remove(team::v1::ACT_RE_ASSESSMENT_OUTCOME, assessment);
  return RefreshConfirmationDeadline(unit, assessment);
}

absl::Status RequireSecondPerson(const v1::Assessment& assessment, Act act) {
  if (team::MayGoOn(assessment.confirmations(), act)) return absl::OkStatus();
  return call::error::SecondPersonRequired(assessment.name(), call::CodeOf(act));
}

absl::Status RequireDecisionConfirmed(const v1::Assessment& assessment) {
  RETURN_IF_ERROR(RequireSecondPerson(assessment, team::v1::ACT_SCORES));
  RETURN_IF_ERROR(RequireSecondPerson(assessment, team::v1::ACT_DEVIATION));
  return RequireSecondPerson(assessment, team::v1::ACT_RE_ASSESSMENT_OUTCOME);
}

bool MustAskFirst(const registry::v1::PolicyVersion& policy, const v1::Assessment& assessment, Act act,
                  absl::string_view digest) {
  if (registry::FourEyesFor(policy, act) != team::v1::FOUR_EYES_BEFORE) return false;
  const Confirmation* asked = team::FindConfirmation(assessment.confirmations(), act);
  return asked == nullptr || asked->content_digest() != digest || asked->confirmer().empty();
}

absl::Status RefreshConfirmationDeadline(ledger::UnitOfWork& unit, const v1::Assessment& assessment) {
  absl::Time first = absl::InfiniteFuture();
  for (const Confirmation& each : assessment.confirmations()) {
    if (Awaited(each)) first = std::min(first, ledger::TimeOf(each.due_time()));
  }
  if (first == absl::InfiniteFuture()) return unit.ClearDeadline(assessment.name(), kConfirmationDue);
  return unit.SetDeadline(assessment.name(), kConfirmationDue, first, "confirmation_working_days");
}

}  // namespace waarborg::assessment
