#ifndef WAARBORG_SERVICES_FLOW_LEGAL_GROUND_H_
#define WAARBORG_SERVICES_FLOW_LEGAL_GROUND_H_

#include "absl/status/status.h"
#include "services/assessment/rules/fault.h"
#include "storage/store.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::flow {

// What does not hold of the legal basis an assessment would run on (registry/rules/legal_ground.h).
assessment::Faults LegalBasisFaults(const registry::v1::Region& region,
                                    const registry::v1::Provider& provider,
                                    const assessment::v1::Assessment& wish);

// INVALID_ARGUMENT (ASSESSED_BEFORE): the wish names itself a first assessment (C-20), and one of the
// provider was decided already.
absl::Status CheckFirst(const storage::Reader& reader, const assessment::v1::Assessment& wish);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_LEGAL_GROUND_H_
