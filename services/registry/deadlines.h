#ifndef WAARBORG_SERVICES_REGISTRY_DEADLINES_H_
#define WAARBORG_SERVICES_REGISTRY_DEADLINES_H_

// What the timer notices about certificates and recurring obligations. It raises flags and ends what ends by
// itself on its date; it decides nothing (G7).

#include <vector>

#include "absl/strings/string_view.h"
#include "services/ledger/deadlines.h"

namespace waarborg::registry {

// The policy's days before its end are left.
inline constexpr absl::string_view kExpiryNear = "registry.expiry-near";
// The last day of a certificate has passed.
inline constexpr absl::string_view kCertificateEnd = "registry.certificate-end";
// The certification body must have come by.
inline constexpr absl::string_view kSurveillanceDue = "registry.surveillance-due";
// A document must have been received.
inline constexpr absl::string_view kObligationDue = "registry.obligation-due";

// The write function of each kind. A record that has moved on since is left alone.
const std::vector<ledger::DeadlineRule>& Deadlines();

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_DEADLINES_H_
