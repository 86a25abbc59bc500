#ifndef WAARBORG_SERVICES_FRAMEWORK_ERRORS_H_
#define WAARBORG_SERVICES_FRAMEWORK_ERRORS_H_

// What can go wrong in this room, beside what a request's own fields get wrong.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::framework::errors {

// A published version never changes: other content needs another version.
inline absl::Status FrameworkVersionExists(absl::string_view name, absl::string_view published_hash,
                                           absl::string_view given_hash) {
  return call::Error(absl::StatusCode::kAlreadyExists, "FRAMEWORK_VERSION_EXISTS")
      .With("name", name)
      .With("published_hash", published_hash)
      .With("given_hash", given_hash);
}

}  // namespace waarborg::framework::errors

#endif  // WAARBORG_SERVICES_FRAMEWORK_ERRORS_H_
