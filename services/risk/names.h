#ifndef WAARBORG_SERVICES_RISK_NAMES_H_
#define WAARBORG_SERVICES_RISK_NAMES_H_

// Resource names of this room: parsed here and made here. What they name is kept nowhere.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/registry/names.h"

namespace waarborg::risk {

// `regions/{region}/providers/{provider}/riskView`.
struct RiskViewName {
  registry::ProviderName provider;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<RiskViewName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  bool operator==(const RiskViewName&) const = default;
};

}  // namespace waarborg::risk

#endif  // WAARBORG_SERVICES_RISK_NAMES_H_
