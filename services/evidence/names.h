#ifndef WAARBORG_SERVICES_EVIDENCE_NAMES_H_
#define WAARBORG_SERVICES_EVIDENCE_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::evidence {

// `regions/{region}/attachments/{attachment}`.
struct AttachmentName {
  std::string region, attachment;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<AttachmentName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const AttachmentName&) const = default;
};

// `regions/{region}/uploads/{attachment}`: the way of the content to the attachment of that id.
struct UploadName {
  std::string region, attachment;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<UploadName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const UploadName&) const = default;
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_NAMES_H_
