#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_fall.h"

namespace waarborg::registry {

absl::StatusOr<v1::Certificate> WithdrawCertificate(ledger::UnitOfWork& unit,
                                                    const v1::WithdrawCertificateRequest& request) {
  return FallAway(unit, request, "withdraw");
}

}  // namespace waarborg::registry
