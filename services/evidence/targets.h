#ifndef WAARBORG_SERVICES_EVIDENCE_TARGETS_H_
#define WAARBORG_SERVICES_EVIDENCE_TARGETS_H_

// What evidence can support: findings, assessments, plans, ladder steps, acute cases, incidents.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/call.h"
#include "storage/store.h"

namespace waarborg::evidence {

// Whether a provider links its own evidence to things of this kind.
bool ProvidersMayLink(absl::string_view name);

// Whose case it is; "" when that is not known. INVALID_ARGUMENT (INVALID_NAME) for a name that is no target;
// NOT_FOUND in the words of its noun, also for what a caller that is only a provider may not read.
absl::StatusOr<std::string> ProviderOfTarget(const storage::Reader& reader, const call::Caller& caller,
                                             absl::string_view name);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_TARGETS_H_
