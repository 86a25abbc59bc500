#include "clients/cli/utf8.h"

#include <cstddef>

namespace waarborg::cli {
namespace {

// How many bytes the character takes that starts with this one; 0 for a byte that starts none.
std::size_t BytesOfCharacter(unsigned char first) {
  if (first < 0x80U) return 1;
  if (first >= 0xC2U && first < 0xE0U) return 2;
  if (first >= 0xE0U && first < 0xF0U) return 3;
  return first >= 0xF0U && first < 0xF5U ? 4 : 0;
}

}  // namespace

bool IsUtf8(absl::string_view text) {
  const auto at = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t bytes = BytesOfCharacter(at(i));
    if (bytes == 0 || i + bytes > text.size()) return false;
    for (std::size_t j = 1; j < bytes; ++j) {
      if ((at(i + j) & 0xC0U) != 0x80U) return false;
    }
    if (at(i) == 0xE0U && at(i + 1) < 0xA0U) return false;
    if (at(i) == 0xEDU && at(i + 1) >= 0xA0U) return false;
    if (at(i) == 0xF0U && at(i + 1) < 0x90U) return false;
    if (at(i) == 0xF4U && at(i + 1) >= 0x90U) return false;
    i += bytes;
  }
  return true;
}

}  // namespace waarborg::cli
