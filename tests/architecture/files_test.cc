// What every file of the project keeps to, whatever is in it.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "tests/architecture/source_tree.h"

namespace waarborg::architecture {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// A test may be longer than what it tests: its tables and scenes read from top to bottom.
constexpr int kMostLines = 300;
constexpr int kMostLinesOfATest = 400;

const std::vector<std::string>& Folders() {
  static const auto* const folders =
      new std::vector<std::string>{".ci", "clients", "deploy", "proto", "services", "storage", "tests"};
  return *folders;
}

std::vector<std::string> TopLevelFiles() {
  std::vector<std::string> files;
  for (const char* name :
       {"CMakeLists.txt", "README.md", ".clang-tidy", ".clang-format", ".gitignore", "LICENSE"}) {
    files.emplace_back(name);
  }
  return files;
}

bool IsScript(absl::string_view text) { return absl::StartsWith(text, "#!"); }

TEST(Files, AreShortEnoughToRead) {
  std::vector<std::string> long_files;
  for (const std::string& file : FilesBelow(Folders(), {})) {
    const std::string text = TextOf(file);
    const bool written_by_hand = absl::EndsWith(file, ".h") || absl::EndsWith(file, ".cc") ||
                                 absl::EndsWith(file, "CMakeLists.txt") || IsScript(text);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    if (written_by_hand && lines > (absl::StartsWith(file, "tests/") ? kMostLinesOfATest : kMostLines))
      long_files.push_back(absl::StrCat(file, ": ", lines, " lines"));
  }
  EXPECT_THAT(long_files, IsEmpty());
}

// `/name/` where a path begins: not after another part of a path, nor in the address of a web page.
bool NamesFolderOfRoot(absl::string_view line, absl::string_view folder) {
  for (std::size_t at = line.find(folder); at != absl::string_view::npos; at = line.find(folder, at + 1)) {
    if (at == 0) return true;
    const char before = line[at - 1];
    if (!absl::ascii_isalnum(before) && !absl::StrContains("_-.}/*$)", before)) return true;
  }
  return false;
}

std::vector<std::string> PlacesOutside(absl::string_view text) {
  std::vector<std::string> found;
  for (const char* name : {"home", "root", "work", "shared", "mnt", "media", "Users", "workspace"}) {
    for (const absl::string_view line : absl::StrSplit(text, '\n')) {
      if (NamesFolderOfRoot(line, absl::StrCat("/", name, "/"))) found.emplace_back(line);
    }
  }
  return found;
}

TEST(Files, NameNoPathOutsideTheProject) {
  std::vector<std::string> files = FilesBelow(Folders(), {});
  for (std::string& file : TopLevelFiles()) files.push_back(std::move(file));
  std::vector<std::string> found;
  for (const std::string& file : files) {
    for (const std::string& line : PlacesOutside(TextOf(file)))
      found.push_back(absl::StrCat(file, ": ", line));
  }
  EXPECT_THAT(found, IsEmpty());
}

TEST(Files, APathOutsideTheProjectIsFound) {
  const std::string planted = absl::StrCat("cp x ", "/", "home", "/ann/y");
  EXPECT_THAT(PlacesOutside(absl::StrCat("one\n", planted, "\nthree")), ElementsAre(planted));
  EXPECT_THAT(PlacesOutside("see tests/work/x and regions/shared/members/ann"), IsEmpty());
}

// The words of a CMake file, with the ways to say "this folder" taken off.
std::set<std::string> WordsOf(absl::string_view cmake) {
  std::set<std::string> words;
  for (absl::string_view word : absl::StrSplit(cmake, absl::ByAnyChar(" \n\t()\""), absl::SkipEmpty())) {
    absl::ConsumePrefix(&word, "${CMAKE_CURRENT_SOURCE_DIR}/");
    words.emplace(word);
  }
  return words;
}

// The folder of the nearest CMakeLists.txt at or above a file.
std::string RoomOf(const std::string& file) {
  std::filesystem::path folder = std::filesystem::path(file).parent_path();
  while (!folder.empty() &&
         !std::filesystem::exists(std::filesystem::path(WAARBORG_SOURCE_DIR) / folder / "CMakeLists.txt")) {
    folder = folder.parent_path();
  }
  return folder.string();
}

TEST(Files, EverySourceIsNamedInItsRoomsCMakeLists) {
  std::vector<std::string> orphans;
  const std::vector<std::string> sources = FilesBelow(Folders(), {".cc"});
  ASSERT_THAT(sources, SizeIs(testing::Gt(100)));
  for (const std::string& source : sources) {
    const std::string room = RoomOf(source);
    const std::set<std::string> words = WordsOf(TextOf(absl::StrCat(room, "/CMakeLists.txt")));
    if (!words.contains(source.substr(room.size() + 1))) orphans.push_back(source);
  }
  EXPECT_THAT(orphans, IsEmpty());
}

TEST(Files, AnotherFoldersSourceIsNotTakenForOnesOwn) {
  const std::set<std::string> words =
      WordsOf("waarborg_library(x\n  SRCS rules/roles.cc ${CMAKE_CURRENT_SOURCE_DIR}/a.cc)");
  EXPECT_THAT(words, Contains("rules/roles.cc"));
  EXPECT_THAT(words, Contains("a.cc"));
  EXPECT_THAT(words, Not(Contains("roles.cc")));
}

TEST(Files, CMakeGathersNoSourcesByPattern) {
  std::vector<std::string> gathering;
  for (const std::string& file : FilesBelow(Folders(), {"CMakeLists.txt"})) {
    const std::string text = TextOf(file);
    if (absl::StrContains(text, "GLOB_RECURSE") || absl::StrContains(text, ".cc)\nfile(GLOB"))
      gathering.push_back(file);
  }
  EXPECT_THAT(gathering, IsEmpty());
}

// The real clock and randomness are handed in by services/main.cc; clients are people's own processes.
TEST(Files, TheHouseKnowsNoClockAndNoChance) {
  std::vector<std::string> found;
  for (const std::string& file : FilesBelow({"proto", "services", "storage"}, {".h", ".cc"})) {
    if (file == "services/main.cc") continue;
    const std::string text = TextOf(file);
    for (const char* word : {"absl::Now(", "system_clock", "random_device", "BitGen", "std::time(",
                             "gettimeofday", "RAND_bytes", "GetCurrentTimeNanos"}) {
      if (absl::StrContains(text, word)) found.push_back(absl::StrCat(file, ": ", word));
    }
  }
  EXPECT_THAT(found, IsEmpty());
}

}  // namespace
}  // namespace waarborg::architecture
