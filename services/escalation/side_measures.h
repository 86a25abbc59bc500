#ifndef WAARBORG_SERVICES_ESCALATION_SIDE_MEASURES_H_
#define WAARBORG_SERVICES_ESCALATION_SIDE_MEASURES_H_

// Measures beside a level from L2 on (reference 4.4.1): records of their own, not levels.

#include <string>

#include "absl/status/statusor.h"
#include "services/escalation/rules/ladder.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// The measure that is accompanied: of a step or an acute case.
struct Accompanied {
  std::string resource;
  Level level = registry::v1::LEVEL_UNSPECIFIED;
  registry::v1::LegalBasis basis = registry::v1::LEGAL_BASIS_UNSPECIFIED;
  bool imposed = false;  // not where the decision was to keep the level
};

// The side measure as it is kept. Errors: FAILED_PRECONDITION (SIDE_MEASURE_NOT_FOR_LEVEL, NO_MEASURE,
// NOT_PUBLIC_LAW); PERMISSION_DENIED (NO_MANDATE) for what burdens the provider.
absl::StatusOr<v1::SideMeasure> NewSideMeasure(const ledger::UnitOfWork& unit,
                                               const registry::v1::PolicyVersion& policy,
                                               const v1::Standing& standing, const Accompanied& accompanied,
                                               const v1::SideMeasure& given);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_SIDE_MEASURES_H_
