#include "services/assessment/redaction.h"

#include <utility>

#include "services/assessment/rules/lifecycle.h"
#include "services/call/error.h"
#include "services/call/name.h"

namespace waarborg::assessment {
namespace {

// State and dates.
v1::Assessment Outline(const v1::Assessment& assessment) {
  v1::Assessment outline;
  outline.set_name(assessment.name());
  outline.set_provider(assessment.provider());
  outline.set_kind(assessment.kind());
  outline.set_state(assessment.state());
  outline.set_legal_basis(assessment.legal_basis());
  outline.set_framework_version(assessment.framework_version());
  if (assessment.has_visit_date()) *outline.mutable_visit_date() = assessment.visit_date();
  if (assessment.has_information_due_date()) {
    *outline.mutable_information_due_date() = assessment.information_due_date();
  }
  outline.set_etag(assessment.etag());
  *outline.mutable_create_time() = assessment.create_time();
  *outline.mutable_update_time() = assessment.update_time();
  return outline;
}

void AddReport(const v1::Assessment& assessment, v1::Assessment& shown) {
  *shown.mutable_scope() = assessment.scope();
  *shown.mutable_evaluation() = assessment.evaluation();
  if (assessment.has_merged_evaluation()) *shown.mutable_merged_evaluation() = assessment.merged_evaluation();
}

void AddDecision(const v1::Assessment& assessment, v1::Assessment& shown) {
  *shown.mutable_judgement()->mutable_conclusion()->mutable_follow_up() =
      assessment.judgement().conclusion().follow_up();
  shown.set_outcome(assessment.outcome());
  shown.set_decision_record(assessment.decision_record());
  *shown.mutable_follow_up_resources() = assessment.follow_up_resources();
}

}  // namespace

bool KnownToProvider(const v1::Assessment& assessment) {
  if (assessment.state() == kPlanned) return false;
  return assessment.state() != kCancelled || assessment.has_visit_date() || assessment.has_scope() ||
         !assessment.delegation().empty();
}

absl::Status CheckKnown(const call::Caller& caller, const v1::Assessment& assessment) {
  if (!caller.IsOnlyProvider() || KnownToProvider(assessment)) return absl::OkStatus();
  return call::error::NotFound("ASSESSMENT", assessment.name());
}

bool FindingsAreShown(const v1::Assessment& assessment) {
  return (StateSet{kDraftSent, kResponseIn} | kDecided).Contains(assessment.state());
}

bool IsShown(const call::Caller& caller, const v1::Assessment& assessment, const v1::Finding& finding) {
  if (!caller.IsOnlyProvider()) return true;
  if (!FindingsAreShown(assessment)) return false;
  return finding.carried_over() || assessment.draft().scores().contains(call::LastId(finding.name()));
}

v1::Assessment Shown(const call::Caller& caller, v1::Assessment assessment) {
  if (!caller.IsOnlyProvider()) return assessment;
  v1::Assessment shown = Outline(assessment);
  if (assessment.has_draft()) *shown.mutable_draft() = assessment.draft();
  if (assessment.has_response()) *shown.mutable_response() = assessment.response();
  if (FindingsAreShown(assessment)) AddReport(assessment, shown);
  if (kDecided.Contains(assessment.state())) AddDecision(assessment, shown);
  return shown;
}

v1::Finding Shown(const call::Caller& caller, v1::Finding finding) {
  if (!caller.IsOnlyProvider()) return finding;
  finding.clear_previous();
  finding.clear_proposals();
  return finding;
}

}  // namespace waarborg::assessment
