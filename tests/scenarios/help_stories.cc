#include "tests/scenarios/help_stories.h"

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "services/language/die.h"
#include "tests/golden/frameworks.h"

namespace waarborg::testing {
namespace {

std::vector<std::string> FileLines() {
  const std::string file = framework::ReadSourceFile("tests/scenarios/help/stories.txt");
  return absl::StrSplit(file, '\n', absl::SkipEmpty());
}

std::vector<std::string> LinesOf(const std::vector<Story>& stories, const std::string& title) {
  for (const Story& story : stories) {
    if (story.title == title) return story.lines;
  }
  language::Die("a story uses one that does not stand above it");
}

std::vector<Story> Read() {
  std::vector<Story> stories;
  for (const std::string& line : FileLines()) {
    if (absl::StartsWith(line, "#")) continue;
    if (absl::StartsWith(line, "story ")) {
      stories.push_back({.title = std::string(absl::StripPrefix(line, "story ")), .lines = {}});
    } else if (absl::StartsWith(line, "use ")) {
      const std::vector<std::string> used = LinesOf(stories, std::string(absl::StripPrefix(line, "use ")));
      stories.back().lines.insert(stories.back().lines.end(), used.begin(), used.end());
    } else {
      stories.back().lines.push_back(line);
    }
  }
  return stories;
}

}  // namespace

const std::vector<Story>& HelpStories() {
  static const auto* const stories = new std::vector<Story>(Read());
  return *stories;
}

std::string ExampleIn(const std::string& line) {
  return absl::StartsWith(line, "= ") ? std::string(absl::StripPrefix(line, "= ")) : "";
}

}  // namespace waarborg::testing
