#ifndef WAARBORG_SERVICES_INCIDENT_RECORDS_H_
#define WAARBORG_SERVICES_INCIDENT_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/incident/names.h"
#include "services/language/status_macros.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/record_table.h"
#include "services/ledger/time.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/internal/v1/intake.pb.h"

namespace waarborg::incident {

// A number that grows as time goes back: the newest report comes first in every list.
inline std::uint64_t NewestFirst(absl::Time time) {
  return std::numeric_limits<std::uint64_t>::max() - 1 - ledger::OrderOf(time);
}

// Entries of the lists: the list's own prefix, then time of receipt (newest first) and record key.
namespace entry {

inline std::string Below(storage::KeyBuilder prefix, absl::string_view key, const v1::Incident& record) {
  return prefix.Number(NewestFirst(ledger::TimeOf(record.receive_time()))).Text(key).Take();
}

inline std::string Region(const v1::Incident& record) { return call::RegionOf(record.name()).value_or(""); }

inline std::string ByTime(absl::string_view key, const v1::Incident& record) {
  return Below(storage::KeyBuilder().Text(Region(record)), key, record);
}

inline std::string ByProvider(absl::string_view key, const v1::Incident& record) {
  return Below(storage::KeyBuilder().Text(Region(record)).Text(record.provider()), key, record);
}

inline std::string ByState(absl::string_view key, const v1::Incident& record) {
  const auto state = static_cast<std::uint64_t>(record.state());
  return Below(storage::KeyBuilder().Text(Region(record)).Number(state), key, record);
}

inline std::string ByAuthor(absl::string_view key, const v1::Incident& record) {
  return Below(storage::KeyBuilder().Text(Region(record)).Text(record.author()), key, record);
}

}  // namespace entry

inline constexpr ledger::RecordIndex<v1::Incident> kIncidentIndexes[] = {
    {storage::tables::kIncidentByProvider, entry::ByProvider},
    {storage::tables::kIncidentByState, entry::ByState},
    {storage::tables::kIncidentByAuthor, entry::ByAuthor}};

inline constexpr ledger::RecordTable<v1::Incident> kIncidents{
    storage::tables::kIncident, storage::tables::kIncidentByTime, entry::ByTime, kIncidentIndexes};

inline absl::StatusOr<v1::Incident> Load(const storage::Reader& reader, const IncidentName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Incident> record,
                   storage::Table<v1::Incident>(kIncidents.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("INCIDENT", name.ToString());
  return *std::move(record);
}

// Under the key of the incident, apart from it.
inline constexpr ledger::RecordTable<v1::IncidentReporter> kIncidentReporters{
    storage::tables::kIncidentReporter};

inline absl::StatusOr<v1::IncidentReporter> LoadReporter(const storage::Reader& reader,
                                                         const IncidentName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::IncidentReporter> record,
                   storage::Table<v1::IncidentReporter>(kIncidentReporters.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("INCIDENT_REPORTER", name.ToString());
  return *std::move(record);
}

// The first receipt of each event, under EventName::Key.
inline constexpr ledger::RecordTable<v1::IncidentReceipt> kIncidentReceipts{
    storage::tables::kIncidentReceipt};

// Under region and year.
inline constexpr ledger::RecordTable<internal::v1::ReceiptCounter> kReceiptCounters{
    storage::tables::kReceiptCounter};

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_RECORDS_H_
