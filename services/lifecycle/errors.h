#ifndef WAARBORG_SERVICES_LIFECYCLE_ERRORS_H_
#define WAARBORG_SERVICES_LIFECYCLE_ERRORS_H_

// What can go wrong in this room.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::lifecycle::errors {

// NOT_FOUND, with the names there are.
inline absl::Status LifecycleNotFound(absl::string_view name, absl::string_view known) {
  return call::Error(absl::StatusCode::kNotFound, "LIFECYCLE_NOT_FOUND")
      .With("name", name)
      .With("known", known);
}

}  // namespace waarborg::lifecycle::errors

#endif  // WAARBORG_SERVICES_LIFECYCLE_ERRORS_H_
