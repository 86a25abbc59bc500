#include "services/escalation/footing.h"

#include "services/language/status_macros.h"
#include "services/registry/records.h"

namespace waarborg::escalation {

absl::StatusOr<Footing> FootingOf(const storage::Reader& reader, const registry::ProviderName& provider,
                                  registry::v1::LegalBasis basis) {
  ASSIGN_OR_RETURN(const registry::v1::Provider record, registry::Load(reader, provider));
  ASSIGN_OR_RETURN(const registry::v1::Region region,
                   registry::Load(reader, registry::RegionName{provider.region}));
  return Footing{.profile = record.profile(), .legal_basis = basis, .region = region.kind()};
}

}  // namespace waarborg::escalation
