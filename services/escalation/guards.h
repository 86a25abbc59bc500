#ifndef WAARBORG_SERVICES_ESCALATION_GUARDS_H_
#define WAARBORG_SERVICES_ESCALATION_GUARDS_H_

// The guards that the transition tables name, as answers a caller can act upon. Each gives OK or the one
// error it is called for.

#include <string>

#include "absl/status/status.h"
#include "services/call/call.h"
#include "services/escalation/rules/ladder.h"
#include "services/escalation/rules/terms.h"
#include "services/escalation/rules/views.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// PERMISSION_DENIED (NO_MANDATE), naming the level and who may.
absl::Status CheckMandate(const call::Caller& caller, const registry::v1::PolicyVersion& policy, Level level);

// INVALID_ARGUMENT on `legal_basis` (LEGAL_BASIS_NOT_IN_REGION, YOUTH_RUNS_ON_CONTRACT): the region has no
// such ground towards the provider, whatever the level.
absl::Status CheckLegalGround(const registry::v1::Region& region, const registry::v1::Provider& provider,
                              registry::v1::LegalBasis basis);

// FAILED_PRECONDITION (LEGAL_BASIS_NOT_FOR_PROFILE).
absl::Status CheckLegalBasis(registry::v1::LegalBasis basis, framework::v1::Profile profile);

// FAILED_PRECONDITION (LEVEL_TERMINAL, LEVEL_UNCHANGED, LEVEL_NOT_FOR_PROFILE, LEVEL_NOT_FOR_LEGAL_BASIS,
// LEGAL_BASIS_NOT_FOR_PROFILE).
absl::Status CheckStep(const registry::v1::PolicyVersion& policy, Level from, Level to,
                       const Footing& footing);
absl::Status CheckHolds(const registry::v1::PolicyVersion& policy, Level level, const Footing& footing);

// FAILED_PRECONDITION (NO_MEASURE): another measure than that of `resource` is in force by now.
absl::Status CheckInForce(const std::string& resource, const v1::Standing& standing);

// FAILED_PRECONDITION (ACUTE_CASE_OPEN): what is open for the body waits.
absl::Status CheckNoAcuteCase(const v1::Standing& standing);

// FAILED_PRECONDITION (VIEW_UNANSWERED).
absl::Status CheckAnswered(const std::string& resource, const Views& views);

// INVALID_ARGUMENT with every fault.
absl::Status ToStatus(const std::vector<TermsFault>& faults);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_GUARDS_H_
