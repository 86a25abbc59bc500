#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/errors.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {
namespace {

absl::Status CheckCriteria(const storage::Reader& reader, const v1::Assessment& assessment,
                           const v1::RecordObservationRequest& request) {
  if (request.criteria().empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const framework::v1::FrameworkVersion framework, FrameworkOf(reader, assessment));
  Faults faults;
  for (int i = 0; i < request.criteria_size(); ++i) {
    const std::string& criterion = request.criteria(i);
    const bool known =
        std::any_of(framework.criteria().begin(), framework.criteria().end(),
                    [&criterion](const framework::v1::Criterion& each) { return each.id() == criterion; });
    if (!known) faults.push_back({absl::StrCat("criteria[", i, "]"), "UNKNOWN_CRITERION", criterion});
  }
  return errors::OfFaults(faults);
}

}  // namespace

AssessmentAnswer RecordObservation(ledger::UnitOfWork& unit, const v1::RecordObservationRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "record_observation"));
  RETURN_IF_ERROR(CheckCriteria(unit.reader(), edit.record, request));
  v1::Observation& observation = *edit.record.add_observations();
  observation.set_text(request.text());
  observation.set_resolved_on_site(request.resolved_on_site());
  *observation.mutable_criteria() = request.criteria();
  observation.set_author(unit.call().caller.member);
  *observation.mutable_time() = ledger::Stamp(unit.now());
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
