#ifndef WAARBORG_SERVICES_ESCALATION_CHANGES_H_
#define WAARBORG_SERVICES_ESCALATION_CHANGES_H_

// Where a provider stands, and who moves it. MoveLevel is the one place where a level is written; a decided
// step and an acute case call it and nobody else (reference 4, list 1). RaiseCases is what other nouns reach
// through flow.

#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "services/escalation/names.h"
#include "services/ledger/unit_of_work.h"
#include "storage/store.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// Danger that cannot wait. `provider` and `assessment` are resource names, `region` is an id. `case_id` is
// the prefix of the new ids `{case_id}-{body}`; a new one is chosen when it is empty.
struct AcuteSeed {
  std::string region, provider, case_id, danger, persons, source, assessment;
  std::vector<std::string> commissioning_bodies;
  registry::v1::LegalBasis legal_basis = registry::v1::LEGAL_BASIS_UNSPECIFIED;
  absl::Time seen;
};

// Raises one acute case for each body, each with a fact of its own and an acute clock. Errors: NOT_FOUND
// (PROVIDER_NOT_FOUND), INVALID_ARGUMENT for unknown or doubled bodies, ALREADY_EXISTS (ACUTE_CASE_EXISTS),
// FAILED_PRECONDITION (ACUTE_CASE_OPEN).
absl::StatusOr<std::vector<v1::AcuteCase>> RaiseCases(ledger::UnitOfWork& unit, const AcuteSeed& seed);

// The standing, or the one every provider starts with: MONITORING.
absl::StatusOr<v1::Standing> LoadStanding(const storage::Reader& reader, const StandingName& name);

// Puts the standing as the next version; the record's own fact follows.
absl::Status PutStanding(ledger::UnitOfWork& unit, v1::Standing& standing);

// Moves the level in force, with its place in the history. `cause` is the step or acute case.
void MoveLevel(const ledger::UnitOfWork& unit, v1::Standing& standing, registry::v1::Level to,
               absl::string_view cause);

// Sets when the measure in force must be evaluated, and that it need not be now.
absl::Status SetEvaluation(ledger::UnitOfWork& unit, v1::Standing& standing,
                           std::optional<absl::CivilDay> next);

// Notes the dates of the measure in force, and when it must be evaluated.
absl::Status SetMeasureDates(ledger::UnitOfWork& unit, v1::Standing& standing, const v1::Decision& decision);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_CHANGES_H_
