#ifndef WAARBORG_SERVICES_ESCALATION_NAMES_H_
#define WAARBORG_SERVICES_ESCALATION_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::escalation {

// `regions/{region}/escalations/{provider}`.
struct EscalationName {
  std::string region, provider;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<EscalationName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const EscalationName&) const = default;
};

// `regions/{region}/escalations/{provider}/standings/{body}`.
struct StandingName {
  std::string region, provider, body;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<StandingName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const StandingName&) const = default;
};

// `regions/{region}/escalations/{provider}/steps/{step}`.
struct StepName {
  std::string region, provider, step;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<StepName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const StepName&) const = default;
};

// `regions/{region}/escalations/{provider}/acuteCases/{acute_case}`.
struct AcuteCaseName {
  std::string region, provider, acute_case;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<AcuteCaseName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const AcuteCaseName&) const = default;
};

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_NAMES_H_
