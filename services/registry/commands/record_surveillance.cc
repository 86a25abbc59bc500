#include <utility>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/certificate_terms.h"
#include "services/registry/errors.h"
#include "services/registry/holdings.h"
#include "services/registry/revision.h"
#include "services/registry/rules/certificate.h"

namespace waarborg::registry {

absl::StatusOr<v1::Certificate> RecordSurveillance(ledger::UnitOfWork& unit,
                                                   const v1::RecordSurveillanceRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "record_surveillance"));
  call::Violations violations;
  const absl::CivilDay today = ledger::Today(unit.now());
  if (ledger::DayOf(request.held_date()) > today) {
    violations.Add("held_date", "DATE_IN_FUTURE", absl::FormatCivilTime(today));
  }
  NoteProvidersAct(unit, DocumentOf(request), fact, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  v1::Surveillance* const surveillance = NextSurveillance(certificate);
  if (surveillance == nullptr) return errors::NoSurveillanceAwaited(certificate.name());
  *surveillance->mutable_held_date() = request.held_date();
  surveillance->set_outcome(request.outcome());
  Sign(unit, request, *surveillance);
  certificate.set_surveillance_overdue(false);
  RETURN_IF_ERROR(WatchSurveillance(unit, certificate));
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
