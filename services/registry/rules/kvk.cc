#include "services/registry/rules/kvk.h"

#include <algorithm>

#include "absl/strings/ascii.h"

namespace waarborg::registry {
namespace {

constexpr std::size_t kDigits = 8;

bool IsEightDigits(absl::string_view text) {
  return text.size() == kDigits &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return absl::ascii_isdigit(c); }) &&
         text.find_first_not_of(text.front()) != absl::string_view::npos;
}

}  // namespace

bool IsKvkNumber(absl::string_view text) { return IsEightDigits(text); }

bool IsAgbCode(absl::string_view text) { return IsEightDigits(text); }

}  // namespace waarborg::registry
