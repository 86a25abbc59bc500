#ifndef WAARBORG_SERVICES_ASSESSMENT_PROVIDER_ACTS_H_
#define WAARBORG_SERVICES_ASSESSMENT_PROVIDER_ACTS_H_

// Acts of the provider: its own, or entered by the quality manager namens aanbieder, from a document of some
// date (reference 4, list 5).

#include "absl/status/status.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::assessment {

// Whether the caller may act for the fact's provider; notes in the fact on whose behalf. INVALID_ARGUMENT
// (ON_BEHALF_REQUIRED) for a quality manager who names no document, PERMISSION_DENIED (OTHER_PROVIDER).
absl::Status ActForProvider(const ledger::UnitOfWork& unit, const team::v1::OnBehalfOfProvider& on_behalf,
                            ledger::Fact& fact);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_PROVIDER_ACTS_H_
