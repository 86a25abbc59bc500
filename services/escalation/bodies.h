#ifndef WAARBORG_SERVICES_ESCALATION_BODIES_H_
#define WAARBORG_SERVICES_ESCALATION_BODIES_H_

// One advice, one step or case for each commissioning body: `{prefix}-{body}`.

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "services/call/call.h"
#include "services/call/error.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// The ids of the new records, in the order of the bodies; an empty `prefix` asks for a new one.
// INVALID_ARGUMENT (REQUIRED, UNKNOWN_COMMISSIONING_BODY, DUPLICATE_COMMISSIONING_BODY, INVALID_ID) names
// every fault; `id_field` is the request's field of the prefix.
absl::StatusOr<std::vector<std::string>> IdsForBodies(const call::Call& call,
                                                      const registry::v1::Region& region,
                                                      const std::vector<std::string>& bodies,
                                                      const std::string& prefix, absl::string_view id_field);

// Of these, what the request shows by itself: INVALID_ID for the prefix and DUPLICATE_COMMISSIONING_BODY.
void CheckBodies(const google::protobuf::RepeatedPtrField<std::string>& bodies, const std::string& prefix,
                 absl::string_view id_field, call::Violations& violations);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_BODIES_H_
