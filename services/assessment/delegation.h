#ifndef WAARBORG_SERVICES_ASSESSMENT_DELEGATION_H_
#define WAARBORG_SERVICES_ASSESSMENT_DELEGATION_H_

// Who goes on a visit (Dutch: delegatie, R-003-20).

#include <string>

#include "absl/status/status.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "storage/store.h"

namespace waarborg::assessment {

using MemberNames = google::protobuf::RepeatedPtrField<std::string>;

// INVALID_ARGUMENT naming every member that does not exist or is not active (UNKNOWN_DELEGATE), is neither quality
// manager, second reader nor team member (DELEGATE_NOT_OF_TEAM), or is named again (DELEGATED_TWICE; R-003-20).
absl::Status CheckDelegation(const storage::Reader& reader, const MemberNames& delegation);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_DELEGATION_H_
