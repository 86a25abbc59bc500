#include "services/assessment/changes.h"

#include <utility>

#include "services/assessment/redaction.h"
#include "services/call/etag.h"
#include "services/ledger/follow.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {
namespace {

absl::StatusOr<ledger::Followed<State>> Take(const ledger::UnitOfWork& unit, const v1::Assessment& record,
                                             State from, absl::string_view event,
                                             absl::string_view resource) {
  return ledger::Follow(unit, kAssessmentLifecycle, from, event, resource, record.provider());
}

}  // namespace

absl::StatusOr<Edit> Begin(const ledger::UnitOfWork& unit, absl::string_view name, absl::string_view etag,
                           absl::string_view event) {
  Edit edit;
  ASSIGN_OR_RETURN(edit.name, AssessmentName::Parse(name));
  ASSIGN_OR_RETURN(edit.record, Load(unit.reader(), edit.name));
  RETURN_IF_ERROR(CheckKnown(unit.call().caller, edit.record));
  RETURN_IF_ERROR(call::CheckEtag(edit.record.name(), etag, edit.record.etag()));
  edit.from = edit.record.state();
  RETURN_IF_ERROR(Retake(unit, event, edit));
  return edit;
}

absl::Status Retake(const ledger::UnitOfWork& unit, absl::string_view event, Edit& edit) {
  ASSIGN_OR_RETURN(ledger::Followed<State> followed,
                   Take(unit, edit.record, edit.from, event, edit.record.name()));
  edit.record.set_state(followed.to);
  edit.fact = std::move(followed.fact);
  return absl::OkStatus();
}

absl::StatusOr<Edit> BeginNew(const ledger::UnitOfWork& unit, const AssessmentName& name,
                              absl::string_view provider) {
  Edit edit{.name = name, .record = {}, .fact = {}};
  edit.record.set_name(name.ToString());
  edit.record.set_provider(std::string(provider));
  RETURN_IF_ERROR(Retake(unit, "create", edit));
  return edit;
}

absl::StatusOr<v1::Assessment> Finish(ledger::UnitOfWork& unit, Edit edit) {
  edit.record.set_etag(call::NextEtag(edit.record.etag()));
  *edit.record.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kAssessments, edit.name.Key(), edit.record));
  unit.Record(std::move(edit.fact));
  return std::move(edit.record);
}

absl::StatusOr<FindingEdit> BeginFinding(const ledger::UnitOfWork& unit, absl::string_view name,
                                         absl::string_view etag, absl::string_view event) {
  FindingEdit edit;
  ASSIGN_OR_RETURN(edit.name, FindingName::Parse(name));
  ASSIGN_OR_RETURN(edit.assessment, Load(unit.reader(), AssessmentName{.region = edit.name.region,
                                                                       .assessment = edit.name.assessment}));
  RETURN_IF_ERROR(CheckKnown(unit.call().caller, edit.assessment));
  ASSIGN_OR_RETURN(ledger::Followed<State> followed,
                   Take(unit, edit.assessment, edit.assessment.state(), event, edit.name.ToString()));
  edit.fact = std::move(followed.fact);
  ASSIGN_OR_RETURN(edit.record, Load(unit.reader(), edit.name));
  RETURN_IF_ERROR(call::CheckEtag(edit.record.name(), etag, edit.record.etag()));
  return edit;
}

absl::StatusOr<v1::Finding> FinishFinding(ledger::UnitOfWork& unit, FindingEdit edit) {
  RETURN_IF_ERROR(PutFinding(unit, edit.name, edit.record));
  unit.Record(std::move(edit.fact));
  return std::move(edit.record);
}

absl::Status PutFinding(ledger::UnitOfWork& unit, const FindingName& name, v1::Finding& finding) {
  finding.set_name(name.ToString());
  finding.set_etag(call::NextEtag(finding.etag()));
  return unit.Put(kFindings, name.Key(), finding);
}

}  // namespace waarborg::assessment
