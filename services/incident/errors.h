#ifndef WAARBORG_SERVICES_INCIDENT_ERRORS_H_
#define WAARBORG_SERVICES_INCIDENT_ERRORS_H_

// What can go wrong with incidents, one function each. The sentences stand in
// proto/labels/messages/incident.json under the reason.

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::incident::errors {

// One violation.
inline absl::Status Violation(absl::string_view field, absl::string_view reason,
                              absl::string_view detail = "") {
  call::Violations violations;
  violations.Add(field, reason, detail);
  return violations.ToStatus();
}

// The id of an event stands for one content for ever. For who may see the first.
inline absl::Status ContentDiffers(absl::string_view source, absl::string_view id, absl::string_view incident,
                                   absl::string_view first_digest, absl::string_view digest) {
  return call::Error(absl::StatusCode::kAlreadyExists, "INCIDENT_CONTENT_DIFFERS")
      .With("source", source)
      .With("id", id)
      .With("incident", incident)
      .With("first_digest", first_digest)
      .With("digest", digest);
}

// The same, without a word of what came first.
inline absl::Status EventTaken(absl::string_view source, absl::string_view id, absl::string_view digest) {
  return call::Error(absl::StatusCode::kAlreadyExists, "INCIDENT_EVENT_TAKEN")
      .With("source", source)
      .With("id", id)
      .With("digest", digest);
}

inline absl::Status DuplicateOfItself(absl::string_view incident) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "DUPLICATE_OF_ITSELF").With("incident", incident);
}

// The other report cannot go on for both.
inline absl::Status OriginalNotOpen(absl::string_view incident, absl::string_view other,
                                    absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ORIGINAL_HAS_ENDED")
      .With("incident", incident)
      .With("original", other)
      .With("found", state);
}

inline absl::Status OriginalOfOtherProvider(absl::string_view incident, absl::string_view other) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ORIGINAL_OF_OTHER_PROVIDER")
      .With("incident", incident)
      .With("original", other);
}

}  // namespace waarborg::incident::errors

#endif  // WAARBORG_SERVICES_INCIDENT_ERRORS_H_
