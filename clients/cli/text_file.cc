#include "clients/cli/text_file.h"

#include <array>
#include <fstream>

#include "absl/strings/ascii.h"

namespace waarborg::cli {
namespace {

// A directory opens like a file; only reading tells.
Parsed<std::string> ReadAll(const std::string& path, std::istream& in) {
  std::string text;
  std::array<char, 4096> piece{};
  while (in.good()) {
    in.read(piece.data(), piece.size());
    text.append(piece.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (!in.eof() || in.bad()) return Fault{"FILE_UNREADABLE", {{"file", path}}};
  if (absl::StripAsciiWhitespace(text).empty()) return Fault{"FILE_EMPTY", {{"file", path}}};
  return text;
}

}  // namespace

Parsed<std::string> ReadTextFile(const std::string& path, std::istream& in) {
  if (path == "-") return ReadAll(path, in);
  std::ifstream file(path);
  return ReadAll(path, file);
}

}  // namespace waarborg::cli
