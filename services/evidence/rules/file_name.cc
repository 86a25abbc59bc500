#include "services/evidence/rules/file_name.h"

#include <algorithm>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"

namespace waarborg::evidence {
namespace {

// U+200E, U+200F, U+061C, U+202A to U+202E, U+2066 to U+2069, as UTF-8 writes them.
constexpr absl::string_view kTurns[] = {"\xE2\x80\x8E", "\xE2\x80\x8F", "\xD8\x9C",     "\xE2\x80\xAA",
                                        "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE",
                                        "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"};

bool IsPath(absl::string_view name) {
  const bool drive =
      name.size() > 1 && name[1] == ':' && absl::ascii_isalpha(static_cast<unsigned char>(name[0]));
  return absl::StrContains(name, '/') || absl::StrContains(name, '\\') || name == "." || name == ".." ||
         drive;
}

bool IsDevice(absl::string_view name) {
  const std::string stem = absl::AsciiStrToUpper(name.substr(0, name.find('.')));
  for (const absl::string_view device : {"CON", "PRN", "AUX", "NUL"}) {
    if (stem == device) return true;
  }
  return stem.size() == 4 && (absl::StartsWith(stem, "COM") || absl::StartsWith(stem, "LPT")) &&
         stem[3] >= '1' && stem[3] <= '9';
}

}  // namespace

absl::string_view FaultOfFileName(absl::string_view name) {
  if (IsPath(name)) return "FILE_NAME_PATH";
  if (std::any_of(std::begin(kTurns), std::end(kTurns),
                  [name](absl::string_view turn) { return absl::StrContains(name, turn); })) {
    return "FILE_NAME_BIDI";
  }
  if (absl::StartsWith(name, " ") || absl::EndsWith(name, " ") || absl::EndsWith(name, ".")) {
    return "FILE_NAME_EDGES";
  }
  return IsDevice(name) ? "FILE_NAME_RESERVED" : "";
}

std::string ExtensionOf(absl::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == absl::string_view::npos) return "";
  return absl::AsciiStrToLower(name.substr(dot + 1));
}

}  // namespace waarborg::evidence
