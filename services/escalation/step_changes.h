#ifndef WAARBORG_SERVICES_ESCALATION_STEP_CHANGES_H_
#define WAARBORG_SERVICES_ESCALATION_STEP_CHANGES_H_

// How a command works on a step: open its file, follow its table, keep it. A command never sets a state
// itself.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/escalation/footing.h"
#include "services/escalation/names.h"
#include "services/escalation/rules/ladder.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// A step with what it leans on: where the provider stands with this body, and the policy it pinned.
struct StepFile {
  StepName name;
  v1::Step step;
  v1::Standing standing;
  registry::v1::PolicyVersion policy;
  std::string provider;  // resource name
};

// Loads the file. Errors: NOT_FOUND (also for a provider's user who may not see the step yet),
// PERMISSION_DENIED (OTHER_PROVIDER), ABORTED (ETAG_MISMATCH).
absl::StatusOr<StepFile> OpenStepFile(const ledger::UnitOfWork& unit, const std::string& name,
                                      absl::string_view etag);

// Follows the table and sets the state; the fact carries the level proposed or decided.
absl::StatusOr<ledger::Fact> FollowStep(const ledger::UnitOfWork& unit, StepFile& file,
                                        absl::string_view event);

// As FollowStep, for what waits while an acute case is open (ACUTE_CASE_OPEN).
absl::StatusOr<ledger::Fact> AdvanceStep(const ledger::UnitOfWork& unit, StepFile& file,
                                         absl::string_view event);

// FAILED_PRECONDITION (LEVEL_CHANGED): an acute case has moved the level the step began at.
absl::Status CheckLevelStands(const StepFile& file);

// Puts the step's next version and records the fact.
absl::StatusOr<v1::Step> KeepStep(ledger::UnitOfWork& unit, StepFile& file, ledger::Fact fact);

// The step is no longer open: its body may take another one, and its timers end. The standing is put.
absl::Status CloseStep(ledger::UnitOfWork& unit, StepFile& file);

// Closes a step that ends without a decision, for a reason that stands in it and in the fact.
absl::StatusOr<v1::Step> EndStep(ledger::UnitOfWork& unit, StepFile& file, const std::string& reason,
                                 ledger::Fact fact);

// Starts the term for the provider's view on `level`.
absl::Status StartHearing(ledger::UnitOfWork& unit, StepFile& file, Level level);

// For whom the step is: the provider and the region today, and the step's ground.
absl::StatusOr<Footing> FootingOf(const storage::Reader& reader, const StepFile& file);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_STEP_CHANGES_H_
