#include <algorithm>
#include <cstddef>

#include "absl/strings/str_cat.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {
namespace {

// All observations of an assessment, in bytes: their record stays far below what the ledger keeps.
constexpr std::size_t kMostObservationBytes = std::size_t{1} << 20;

absl::Status CheckRoom(const v1::Assessment& assessment, const v1::RecordObservationRequest& request) {
  std::size_t bytes = request.ByteSizeLong();
  for (const v1::Observation& each : assessment.observations()) bytes += each.ByteSizeLong();
  return bytes <= kMostObservationBytes ? absl::OkStatus() : errors::ObservationsFull(assessment.name());
}

absl::Status CheckCriteria(const storage::Reader& reader, const v1::Assessment& assessment,
                           const v1::RecordObservationRequest& request) {
  if (request.criteria().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const framework::SharedVersion framework, FrameworkOf(reader, assessment));
  Faults faults;
  for (int i = 0; i < request.criteria_size(); ++i) {
    const std::string& criterion = request.criteria(i);
    const bool known =
        std::any_of(framework->criteria().begin(), framework->criteria().end(),
                    [&criterion](const framework::v1::Criterion& each) { return each.id() == criterion; });
    if (!known) faults.push_back({absl::StrCat("criteria[", i, "]"), "UNKNOWN_CRITERION", criterion});
  }
  return errors::OfFaults(faults);
}

}  // namespace

AssessmentAnswer RecordObservation(ledger::UnitOfWork& unit, const v1::RecordObservationRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "record_observation"));
  RETURN_IF_ERROR(CheckCriteria(unit.reader(), edit.record, request));
  RETURN_IF_ERROR(CheckRoom(edit.record, request));
  v1::Observation& observation = *edit.record.add_observations();
  observation.set_text(request.text());
  observation.set_resolved_on_site(request.resolved_on_site());
  *observation.mutable_criteria() = request.criteria();
  observation.set_author(unit.call().caller.member);
  *observation.mutable_time() = ledger::Stamp(unit.now());
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
