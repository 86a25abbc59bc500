#include "services/notice/rules/address.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"

namespace waarborg::notice {
namespace {

constexpr std::size_t kMostInAddress = 254;
constexpr std::size_t kMostBeforeAt = 64;
constexpr std::size_t kMostInLabel = 63;
constexpr absl::string_view kAlsoBeforeAt = "!#$%&'*+-/=?^_`{|}~";

bool IsAlnum(char c) { return absl::ascii_isalnum(static_cast<unsigned char>(c)); }

bool IsAtom(absl::string_view atom) {
  return !atom.empty() && std::all_of(atom.begin(), atom.end(), [](char c) {
    return IsAlnum(c) || kAlsoBeforeAt.find(c) != absl::string_view::npos;
  });
}

bool IsLabel(absl::string_view label) {
  return !label.empty() && label.size() <= kMostInLabel && IsAlnum(label.front()) && IsAlnum(label.back()) &&
         std::all_of(label.begin(), label.end(), [](char c) { return IsAlnum(c) || c == '-'; });
}

template <class Test>
bool AllBetweenDots(absl::string_view text, const Test& test) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '.');
  return std::all_of(parts.begin(), parts.end(), test);
}

}  // namespace

bool IsMailAddress(absl::string_view text) {
  const std::vector<absl::string_view> parts = absl::StrSplit(text, '@');
  return text.size() <= kMostInAddress && parts.size() == 2 && parts[0].size() <= kMostBeforeAt &&
         AllBetweenDots(parts[0], IsAtom) && AllBetweenDots(parts[1], IsLabel);
}

}  // namespace waarborg::notice
