#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_fall.h"

namespace waarborg::registry {

absl::StatusOr<v1::Certificate> SuspendCertificate(ledger::UnitOfWork& unit,
                                                   const v1::SuspendCertificateRequest& request) {
  return FallAway(unit, request, "suspend");
}

}  // namespace waarborg::registry
