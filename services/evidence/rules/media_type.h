#ifndef WAARBORG_SERVICES_EVIDENCE_RULES_MEDIA_TYPE_H_
#define WAARBORG_SERVICES_EVIDENCE_RULES_MEDIA_TYPE_H_

// What a content is said to be against what its first bytes are. A mismatch is shown to people; a program is
// no evidence and is refused.

#include "absl/strings/string_view.h"

namespace waarborg::evidence {

// Whether a media type, or a file by its ending, is something a computer runs.
bool IsProgramType(absl::string_view media_type);
bool IsProgramName(absl::string_view file_name);

// Whether the detected type is another than the name's ending promises, or than the sender declares. An
// ending or a type that is not known, and a detection that came to nothing (application/octet-stream),
// promise nothing.
bool IsMismatch(absl::string_view file_name, absl::string_view declared, absl::string_view detected);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_RULES_MEDIA_TYPE_H_
