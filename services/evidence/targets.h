#ifndef WAARBORG_SERVICES_EVIDENCE_TARGETS_H_
#define WAARBORG_SERVICES_EVIDENCE_TARGETS_H_

// What evidence can support: findings, assessments, plans, ladder steps, acute cases, incidents.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "storage/store.h"

namespace waarborg::evidence {

struct Target {
  std::string provider;        // whose case it is; "" when that is not known
  bool providers_may = false;  // whether a provider links its own evidence to it
};

// INVALID_ARGUMENT (INVALID_NAME) for a name that is no target; NOT_FOUND in the words of its noun.
absl::StatusOr<Target> FindTarget(const storage::Reader& reader, absl::string_view name);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_TARGETS_H_
