#ifndef WAARBORG_SERVICES_EVIDENCE_RULES_FILE_NAME_H_
#define WAARBORG_SERVICES_EVIDENCE_RULES_FILE_NAME_H_

// Names of files that come from outside and will be written on somebody's disk again.

#include <string>

#include "absl/strings/string_view.h"

namespace waarborg::evidence {

// UPPER_SNAKE, or "" for a name that is fit to be kept. Control characters and length are checked from the
// marks in the proto.
//
//   FILE_NAME_PATH     holds / or \, or is . or .., or begins like a drive ("C:")
//   FILE_NAME_BIDI     holds a character that turns the reading direction, so that it reads as another name
//   FILE_NAME_EDGES    begins with a space, or ends with a space or dot, which some systems drop
//   FILE_NAME_RESERVED is the name of a device on some systems (CON, LPT1 ...), whatever its ending
absl::string_view FaultOfFileName(absl::string_view name);

// What stands after the last dot, lower-case ASCII; "" without one.
std::string ExtensionOf(absl::string_view name);

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_RULES_FILE_NAME_H_
