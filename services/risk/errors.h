#ifndef WAARBORG_SERVICES_RISK_ERRORS_H_
#define WAARBORG_SERVICES_RISK_ERRORS_H_

// What can go wrong with risk views. The sentences stand in proto/labels/messages/risk.json under the reason.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::risk::errors {

// NOT_FOUND: nobody chooses an inactive provider.
inline absl::Status RiskViewNotFound(absl::string_view name) {
  return call::Error(absl::StatusCode::kNotFound, "RISK_VIEW_NOT_FOUND").With("name", name);
}

}  // namespace waarborg::risk::errors

#endif  // WAARBORG_SERVICES_RISK_ERRORS_H_
