#ifndef WAARBORG_SERVICES_LANGUAGE_BLANK_H_
#define WAARBORG_SERVICES_LANGUAGE_BLANK_H_

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/string_view.h"

namespace waarborg::language {

// Nothing to read: empty, or only white space. UTF-8; beside that of ASCII, the spaces that people paste:
// no-break (U+00A0, U+202F), en and em and thin (U+2000 to U+200B), ideographic (U+3000), byte order mark
// (U+FEFF).
[[nodiscard]] inline bool IsBlank(absl::string_view text) {
  while (!text.empty()) {
    if (absl::ascii_isspace(static_cast<unsigned char>(text[0]))) {
      text.remove_prefix(1);
    } else if (absl::StartsWith(text, "\xC2\xA0")) {
      text.remove_prefix(2);
    } else if (absl::StartsWith(text, "\xE2\x80\xAF") || absl::StartsWith(text, "\xE3\x80\x80") ||
               absl::StartsWith(text, "\xEF\xBB\xBF") ||
               (absl::StartsWith(text, "\xE2\x80") && text.size() > 2 &&
                static_cast<unsigned char>(text[2]) <= 0x8B)) {
      text.remove_prefix(3);
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace waarborg::language

#endif  // WAARBORG_SERVICES_LANGUAGE_BLANK_H_
