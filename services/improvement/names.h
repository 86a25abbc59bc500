#ifndef WAARBORG_SERVICES_IMPROVEMENT_NAMES_H_
#define WAARBORG_SERVICES_IMPROVEMENT_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::improvement {

// `regions/{region}/improvementPlans/{plan}`.
struct ImprovementPlanName {
  std::string region, plan;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<ImprovementPlanName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const ImprovementPlanName&) const = default;
};

// `regions/{region}/providers/{provider}/attentionPoints/{point}`.
struct AttentionPointName {
  std::string region, provider, point;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<AttentionPointName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const AttentionPointName&) const = default;
};

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_NAMES_H_
