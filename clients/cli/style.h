#ifndef WAARBORG_CLIENTS_CLI_STYLE_H_
#define WAARBORG_CLIENTS_CLI_STYLE_H_

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "clients/cli/words.h"

namespace waarborg::cli {

// How people read: in which language, with or without colour.
struct Style {
  Language language = Language::kEn;
  bool colour = false;
};

[[nodiscard]] inline std::string Bold(const Style& style, absl::string_view text) {
  return style.colour ? absl::StrCat("\033[1m", text, "\033[0m") : std::string(text);
}

[[nodiscard]] inline std::string Red(const Style& style, absl::string_view text) {
  return style.colour ? absl::StrCat("\033[31m", text, "\033[0m") : std::string(text);
}

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_STYLE_H_
