#ifndef WAARBORG_SERVICES_TERM_ERRORS_H_
#define WAARBORG_SERVICES_TERM_ERRORS_H_

// What can go wrong with terms, beside what the ledger says of them. The sentences stand in
// proto/labels/messages/term.json under the reason.

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::term::errors {

inline absl::Status TermNotFound(absl::string_view resource, absl::string_view kind) {
  return call::Error(absl::StatusCode::kNotFound, "TERM_NOT_FOUND")
      .With("resource", resource)
      .With("kind", kind);
}

// FAILED_PRECONDITION: the law sets this date, or an act of its own does.
inline absl::Status TermFixed(absl::string_view resource, absl::string_view kind) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "TERM_FIXED")
      .With("resource", resource)
      .With("kind", kind);
}

}  // namespace waarborg::term::errors

#endif  // WAARBORG_SERVICES_TERM_ERRORS_H_
