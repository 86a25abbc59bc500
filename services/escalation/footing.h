#ifndef WAARBORG_SERVICES_ESCALATION_FOOTING_H_
#define WAARBORG_SERVICES_ESCALATION_FOOTING_H_

// For whom, on what ground and where a level is asked, read from the register as it stands.

#include "absl/status/statusor.h"
#include "services/escalation/rules/ladder.h"
#include "services/registry/names.h"
#include "storage/store.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// NOT_FOUND (PROVIDER_NOT_FOUND, REGION_NOT_FOUND).
absl::StatusOr<Footing> FootingOf(const storage::Reader& reader, const registry::ProviderName& provider,
                                  registry::v1::LegalBasis basis);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_FOOTING_H_
