#ifndef WAARBORG_SERVICES_INCIDENT_NAMES_H_
#define WAARBORG_SERVICES_INCIDENT_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::incident {

// `regions/{region}/incidents/{incident}`.
struct IncidentName {
  std::string region, incident;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<IncidentName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // `regions/{region}/incidents/{incident}/reporter`.
  [[nodiscard]] std::string Reporter() const;
  // The key of its record, and of its reporter's.
  [[nodiscard]] std::string Key() const;
  bool operator==(const IncidentName&) const = default;
};

// What an event is known by: source and id within a region.
struct EventName {
  std::string region, source, id;

  [[nodiscard]] std::string Key() const;
};

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_NAMES_H_
