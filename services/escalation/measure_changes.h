#ifndef WAARBORG_SERVICES_ESCALATION_MEASURE_CHANGES_H_
#define WAARBORG_SERVICES_ESCALATION_MEASURE_CHANGES_H_

// How a command works on the measure in force with a body: open it, keep it. The level stays what it is.

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "services/escalation/names.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// A measure with what it leans on. A standing pins no policy of its own: what is in force in the region
// holds.
struct MeasureFile {
  StandingName name;
  v1::Standing standing;
  registry::v1::LadderLevel row;
  std::optional<absl::CivilDay> end;
};

// Opens a measure on which the caller decides. Errors: NOT_FOUND (STANDING_NOT_FOUND), ABORTED
// (ETAG_MISMATCH), FAILED_PRECONDITION (NO_MEASURE, LEVEL_TERMINAL, ACUTE_CASE_OPEN), PERMISSION_DENIED
// (NO_MANDATE).
absl::StatusOr<MeasureFile> OpenMeasure(const ledger::UnitOfWork& unit, const std::string& name,
                                        absl::string_view etag);

// Puts the standing's next version and tells what happened.
absl::StatusOr<v1::Standing> KeepMeasure(ledger::UnitOfWork& unit, MeasureFile& file, absl::string_view kind,
                                         const std::string& reason);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_MEASURE_CHANGES_H_
