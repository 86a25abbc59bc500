#ifndef WAARBORG_SERVICES_FLOW_READING_H_
#define WAARBORG_SERVICES_FLOW_READING_H_

// Who may read a resource, asked of the room it belongs to, for what hangs on resources of several nouns.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/call.h"
#include "storage/store.h"

namespace waarborg::flow {

// The provider whose case the resource belongs to. Of a provider, an assessment, a finding, an improvement
// plan or an item of it, an attention point, a standing, a step, an acute case, an incident, or a thread or
// comment on one of these: the refusal that its own Get would give, when it is not there or the caller may
// not read it. INVALID_ARGUMENT (INVALID_NAME) for any other.
absl::StatusOr<std::string> ProviderToRead(const storage::Reader& reader, const call::Caller& caller,
                                           absl::string_view resource);

// Whether a task was given to the caller, or is of a role the caller holds. False for what is no task.
absl::StatusOr<bool> IsCallersTask(const storage::Reader& reader, const call::Caller& caller,
                                   absl::string_view task);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_READING_H_
