#ifndef WAARBORG_SERVICES_ESCALATION_ACUTE_CHANGES_H_
#define WAARBORG_SERVICES_ESCALATION_ACUTE_CHANGES_H_

// How a command works on an acute case: open its file, follow its table, keep it.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/escalation/footing.h"
#include "services/escalation/names.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// A case with what it leans on: where the provider stands with this body, and the policy it pinned.
struct AcuteFile {
  AcuteCaseName name;
  v1::AcuteCase record;
  v1::Standing standing;
  registry::v1::PolicyVersion policy;
  std::string provider;  // resource name
};

// Loads the file. Errors: NOT_FOUND (also for a provider's user before the provisional measure),
// PERMISSION_DENIED (OTHER_PROVIDER), ABORTED (ETAG_MISMATCH).
absl::StatusOr<AcuteFile> OpenAcuteFile(const ledger::UnitOfWork& unit, const std::string& name,
                                        absl::string_view etag);

// Follows the table and sets the state.
absl::StatusOr<ledger::Fact> FollowCase(const ledger::UnitOfWork& unit, AcuteFile& file,
                                        absl::string_view event);

// Puts the case's next version and records the fact, with the level that it brought or gave back.
absl::StatusOr<v1::AcuteCase> KeepCase(ledger::UnitOfWork& unit, AcuteFile& file, ledger::Fact fact);

// The case is over: its timers end, and a step that waited goes on. The standing is put.
absl::Status CloseCase(ledger::UnitOfWork& unit, AcuteFile& file);

// The level before the provisional measure is in force again, with what had brought it.
void ReturnLevel(const ledger::UnitOfWork& unit, AcuteFile& file);

// Nothing is provisional any more.
void EndProvisional(v1::Standing& standing);

// For whom the case is: the provider and the region today, and the case's ground.
absl::StatusOr<Footing> FootingOf(const storage::Reader& reader, const AcuteFile& file);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_ACUTE_CHANGES_H_
