#ifndef WAARBORG_SERVICES_ESCALATION_RECORDS_H_
#define WAARBORG_SERVICES_ESCALATION_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <string>

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/escalation/names.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/escalation/v1/escalation.pb.h"

namespace waarborg::escalation {

inline constexpr ledger::RecordTable<v1::Standing> kStandings{storage::tables::kStanding};

inline absl::StatusOr<v1::Standing> Load(const storage::Reader& reader, const StandingName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Standing> record,
                   storage::Table<v1::Standing>(kStandings.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("STANDING", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::Step> kSteps{storage::tables::kStep};

inline absl::StatusOr<v1::Step> Load(const storage::Reader& reader, const StepName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Step> record,
                   storage::Table<v1::Step>(kSteps.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("STEP", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::AcuteCase> kAcuteCases{storage::tables::kAcuteCase};

inline absl::StatusOr<v1::AcuteCase> Load(const storage::Reader& reader, const AcuteCaseName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::AcuteCase> record,
                   storage::Table<v1::AcuteCase>(kAcuteCases.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("ACUTE_CASE", name.ToString());
  return *std::move(record);
}

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_RECORDS_H_
