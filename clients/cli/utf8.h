#ifndef WAARBORG_CLIENTS_CLI_UTF8_H_
#define WAARBORG_CLIENTS_CLI_UTF8_H_

#include "absl/strings/string_view.h"

namespace waarborg::cli {

// RFC 3629: the shortest form only, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool IsUtf8(absl::string_view text);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_UTF8_H_
