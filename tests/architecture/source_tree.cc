#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/language/die.h"

namespace waarborg::architecture {
namespace {

const std::filesystem::path& Root() {
  static const auto* const root = new std::filesystem::path(WAARBORG_SOURCE_DIR);
  return *root;
}

bool EndsWithOneOf(absl::string_view path, const std::vector<std::string>& endings) {
  return endings.empty() || std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
           return absl::EndsWith(path, ending);
         });
}

void AddLiterals(absl::string_view line, std::vector<std::string>& literals) {
  std::string literal;
  bool inside = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (!inside && absl::StartsWith(line.substr(i), "//")) return;
    if (inside && line[i] == '\\') {
      absl::StrAppend(&literal, line.substr(i++, 2));
    } else if (line[i] == '"') {
      if (inside) literals.push_back(literal);
      literal.clear();
      inside = !inside;
    } else if (inside) {
      literal += line[i];
    }
  }
}

}  // namespace

std::vector<std::string> FilesBelow(const std::vector<std::string>& folders,
                                    const std::vector<std::string>& endings) {
  std::vector<std::string> files;
  for (const std::string& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(Root() / folder)) {
      std::string path = std::filesystem::relative(entry.path(), Root()).string();
      if (entry.is_regular_file() && EndsWithOneOf(path, endings)) files.push_back(std::move(path));
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string TextOf(absl::string_view path) {
  std::ifstream file(Root() / std::string(path), std::ios::binary);
  if (!file) language::Die(absl::StrCat("cannot read ", path));
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<Include> IncludesOf(absl::string_view text) {
  std::vector<Include> includes;
  for (absl::string_view line : absl::StrSplit(text, '\n')) {
    line = absl::StripAsciiWhitespace(line);
    if (!absl::ConsumePrefix(&line, "#")) continue;
    line = absl::StripLeadingAsciiWhitespace(line);
    if (!absl::ConsumePrefix(&line, "include")) continue;
    line = absl::StripLeadingAsciiWhitespace(line);
    const bool quoted = absl::StartsWith(line, "\"");
    const std::vector<absl::string_view> parts = absl::StrSplit(line, absl::ByAnyChar("<>\""));
    if (parts.size() >= 3) includes.push_back({std::string(parts[1]), quoted});
  }
  return includes;
}

std::vector<std::string> LiteralsOf(absl::string_view text) {
  std::vector<std::string> literals;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (!absl::StartsWith(absl::StripLeadingAsciiWhitespace(line), "#")) AddLiterals(line, literals);
  }
  return literals;
}

}  // namespace waarborg::architecture
