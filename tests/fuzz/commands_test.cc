// Property: whatever words a person or a script gives, and whatever lines it is asked, the command line ends
// with a status of its own and speaks JSON where it was told to. WAARBORG_FUZZ_SEED=n tries that seed's words
// and no others.

#include <algorithm>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "clients/cli/command.h"
#include "clients/cli/exit_status.h"
#include "gmock/gmock.h"
#include "google/protobuf/stubs/logging.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/fuzz/house.h"
#include "tests/fuzz/story.h"
#include "tests/fuzz/texts.h"

namespace waarborg::fuzz {
namespace {

using nlohmann::json;
using testing::Ended;
using Words = std::vector<std::string>;

// Every line that says something.
std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (const absl::string_view line : absl::StrSplit(text, '\n')) {
    if (!absl::StripAsciiWhitespace(line).empty()) lines.emplace_back(line);
  }
  return lines;
}

// One value, or one a line.
bool SaysJson(const std::string& text) {
  const std::vector<std::string> lines = LinesOf(text);
  return json::accept(text) ||
         std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return json::accept(line); });
}

class CommandLine : public ::testing::Test {
 protected:
  // What comes of these words, an exception included.
  static Ended Say(House& house, const Words& words, const std::string& input = "") {
    try {
      return house.server().Waarborg(words, input);
    } catch (const std::exception& thrown) {
      return {.status = -1, .out = "", .err = thrown.what()};
    }
  }

  static Words SomeWords(Chance& chance, const House& house) {
    const cli::Command& command = chance.Pick(cli::Commands());
    Words words = {std::string(command.noun), std::string(command.verb), "--output=json"};
    if (chance.Percent(50))
      words.push_back(chance.Percent(50) ? OddText(chance) : house.known().Text(chance, "name"));
    if (chance.Percent(20)) words.push_back(absl::StrCat("--as=", chance.Pick(kMembers)));
    for (int i = chance.Below(3); i > 0; --i) {
      words.push_back(
          absl::StrCat("--", chance.Pick(kFlags), chance.Percent(90) ? "=" : "", OddText(chance)));
    }
    if (chance.Percent(10)) words.push_back(OddText(chance));
    return words;
  }

  static constexpr const char* kMembers[] = {"quality-manager", "administrator", "second-reader", "niemand",
                                             ".."};
  static constexpr const char* kFlags[] = {
      "title",          "reason",        "page-size",   "page-token", "visit-date", "roles",  "parent",
      "profile",        "scores",        "filter",      "etag",       "lang",       "region", "traceparent",
      "start-sequence", "validate-only", "update-mask", "items",      "\xff"};
  google::protobuf::LogSilencer silence_;
};

// `demo`, what reads files and what has no end of its own are played elsewhere; nothing here names a file.
TEST_F(CommandLine, EndsWithAStatusOfItsOwnWhateverTheWordsAre) {
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    House house;
    PlayStory(house, [](const Attempt&) {});
    for (int i = 0; i < 400; ++i) {
      const Words words = SomeWords(chance, house);
      if (words.front() == "demo" || words.front() == "watch") continue;
      const Ended ended = Say(house, words);
      const std::string said = absl::CHexEscape(absl::StrJoin(words, " | "));
      EXPECT_TRUE(ended.status >= cli::kOk && ended.status <= cli::kOther) << said << "\n" << ended.err;
      EXPECT_TRUE(SaysJson(ended.status == cli::kOk ? ended.out : ended.err)) << said << "\n"
                                                                              << ended.out << ended.err;
    }
  }
}

TEST_F(CommandLine, AnswersEachEvaluationLineWithOneLine) {
  static constexpr char kLine[] =
      R"({"profile":"ZIN","scores":{"VE01":"MEETS","VE02":"NOT_TESTED"},"severity":"SERIOUS",)"
      R"("recidivism":true,"trust":"DAMAGED"})";
  for (const unsigned seed : Seeds(2)) {
    SCOPED_TRACE(Replay(seed));
    Chance chance(seed);
    House house;
    PlayStory(house, [](const Attempt&) {});
    std::string input;
    for (int i = 0; i < 500; ++i)
      absl::StrAppend(&input, chance.Percent(10) ? kLine : Spoiled(chance, kLine), "\n");
    const Ended ended = Say(house, {"framework", "evaluate", "--framework=dkk-2019", "--output=json"}, input);
    EXPECT_EQ(ended.status, cli::kInvalidArgument) << ended.err;
    const std::vector<std::string> answers = LinesOf(ended.out);
    ASSERT_EQ(answers.size(), LinesOf(input).size());
    int evaluated = 0;
    for (const std::string& answer : answers) {
      const json read = json::parse(answer, nullptr, /*allow_exceptions=*/false);
      ASSERT_TRUE(read.is_object() && read.contains("error") != read.contains("n")) << answer;
      evaluated += read.contains("n") ? 1 : 0;
    }
    EXPECT_GT(evaluated, 20);
  }
}

}  // namespace
}  // namespace waarborg::fuzz
