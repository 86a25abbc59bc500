// The examples that the help shows, all of them, carried out as printed on a server with the sample region.

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "clients/cli/command.h"
#include "clients/cli/dates.h"
#include "clients/cli/help.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/golden/frameworks.h"
#include "tests/scenarios/help_stories.h"
#include "tests/storage/scratch_directory.h"
#include "tests/support/running_server.h"
#include "tests/support/shell_words.h"

namespace waarborg {
namespace {

using nlohmann::json;
using testing::Ended;
using ::testing::HasSubstr;
using testing::HelpStories;
using testing::RunningServer;
using testing::Story;
using Words = std::vector<std::string>;

constexpr char kOpen[] = "...";  // what the help leaves to its reader

// A folder of its own, in which the files stand that the examples name.
class Folder final {
 public:
  explicit Folder(absl::CivilDay today) : before_(std::filesystem::current_path()) {
    here_ = std::filesystem::temp_directory_path() / absl::StrCat("waarborg-help-", getpid());
    std::filesystem::create_directories(here_);
    std::filesystem::current_path(here_);
    for (const char* name : {"good-scores.json", "weak-scores.json", "scores.json", "items.json",
                             "progress.json", "scores.jsonl"}) {
      const std::string text = framework::ReadSourceFile(absl::StrCat("tests/scenarios/help/", name));
      Write(name, absl::StrReplaceAll(text, {{"${day+60}", absl::FormatCivilTime(today + 60)}}));
    }
    Write("dkk-2019.json", framework::ReadSourceFile("services/framework/data/dkk-2019.json"));
    const std::string region = framework::ReadSourceFile("deploy/sample/nmd/region.json");
    Write("nmd.json", region);
    json policy = json::parse(region)["policy"];
    Write("policy.json", json{{"policy", policy}}.dump());
    const json visit = {{"id", "own-visit"},
                        {"sector", "SECTOR_DISABILITY_CARE"},
                        {"title", {{"nl", "Werkbezoek"}, {"en", "Working visit"}}},
                        {"everyMonths", 12}};
    policy["obligations"] = {{"rules", {visit}}};
    Write("policy-rules.json", json{{"policy", policy}}.dump());
    Write("plan.pdf", "%PDF-1.4\n");
  }
  ~Folder() {
    std::filesystem::current_path(before_);
    std::filesystem::remove_all(here_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

 private:
  static void Write(const std::string& name, const std::string& text) { std::ofstream(name) << text; }

  std::filesystem::path before_;
  std::filesystem::path here_;
};

class HelpExamplesTest : public ::testing::TestWithParam<Story> {
 protected:
  [[nodiscard]] absl::CivilDay Today() const {
    return absl::ToCivilDay(server.clock->Now(), cli::Amsterdam());
  }

  json Read(Words words) {
    words.emplace_back("--output=json");
    return json::parse(server.Waarborg(words).out, nullptr, false);
  }

  // The digest of what waits to be confirmed on the resource that the words name.
  std::string DigestFor(const Words& words) {
    std::string digest = kOpen;
    const json resource = Read({words[0], "show", words[2]});
    for (const json& row : resource.value("confirmations", json::array())) {
      const std::string act(absl::StripPrefix(row.value("act", ""), "ACT_"));
      const bool other = absl::StartsWith(words[3], "--act=") && words[3] != "--act=" + act;
      if (!other) digest = row.value("contentDigest", "");
    }
    return digest;
  }

  // The quality manager's first task, or anybody's when there is none.
  std::string FirstTask() {
    for (const char* of : {"--role=QUALITY_MANAGER", "--overdue=false"}) {
      const json tasks = Read({"task", "list", of}).value("tasks", json::array());
      if (!tasks.empty()) return tasks[0].value("name", "");
    }
    return "";
  }

  // The latest thread of the finding that the word goes on about, and the first comment there, for g-1 and
  // o-1.
  std::string Spoken(const std::string& word) {
    const std::vector<std::string> ends = absl::StrSplit(word, "/threads/g-1");
    const std::string finding(absl::StripPrefix(ends[0], "--parent="));
    const json threads = Read({"thread", "list", "--parent=" + finding}).value("threads", json::array());
    if (threads.empty()) return word;
    const std::string thread = threads.back().value("name", "");
    const std::string prefix = finding == ends[0] ? "" : "--parent=";
    if (ends[1].empty()) return prefix + thread;
    const json comments = Read({"comment", "list", "--parent=" + thread}).value("comments", json::array());
    return comments.empty() ? word : prefix + comments[0].value("name", "");
  }

  // The words as somebody would write them who has looked up what the help leaves open.
  Words Completed(Words words) {
    for (std::string& word : words) {
      if (word == absl::StrCat("--content-digest=", kOpen)) {
        word = "--content-digest=" + DigestFor(words);
      } else if (absl::EndsWith(word, "/...")) {
        word = Read({"attention-point", "list", "p-1"})["attentionPoints"][0].value("name", "");
      } else if (words[0] == "task" && word == "t-1") {
        word = FirstTask();
      } else if (absl::StrContains(word, "/threads/g-1")) {
        word = Spoken(word);
      } else if (word == "{plan}") {
        word = Read({"plan", "list", "--provider=p-1"})["improvementPlans"].back().value("name", "");
      }
    }
    return words;
  }

  // `${day+14}` as a date.
  [[nodiscard]] std::string WithDays(absl::string_view line) const {
    std::string text;
    for (const absl::string_view part : absl::StrSplit(line, "${day")) {
      const std::size_t end = part.find('}');
      int days = 0;
      const bool is_day = part.data() != line.data() && absl::SimpleAtoi(part.substr(0, end), &days);
      absl::StrAppend(&text, is_day ? absl::FormatCivilTime(Today() + days) : "",
                      is_day ? part.substr(end + 1) : part);
    }
    return text;
  }

  void Carry(const std::string& line) {
    const std::string example = testing::ExampleIn(line);
    const std::string shown = example.empty() ? WithDays(line) : cli::ExampleOf(example, Today());
    Words words = testing::ShellWords(shown);
    ASSERT_GE(words.size(), 2U) << line;
    words.erase(words.begin());
    if (words[0] == "watch") {
      const Ended heard = server.Listen(words);
      // Nobody listens any more: the command's own end, and no error of the server's.
      ASSERT_EQ(heard.status, 7) << shown << "\n" << heard.err;
      ASSERT_EQ(heard.err, "") << shown;
      return;
    }
    const Ended ended = server.Waarborg(Completed(words));
    ASSERT_EQ(ended.status, 0) << shown << "\n" << ended.err;
  }

  storage::ScratchDirectory backups;
  RunningServer server{backups.In("backups")};
};

TEST_P(HelpExamplesTest, RunAsPrinted) {
  const Folder folder(Today());
  const bool empty = GetParam().lines.front() == "empty";
  if (!empty) {
    ASSERT_EQ(server.Waarborg({"demo", "--run=1", "--output=json"}).status, 0);
  }
  for (const std::string& line : GetParam().lines) {
    if (line == "empty") continue;
    int days = 0;
    if (absl::StartsWith(line, "day ")) {
      ASSERT_TRUE(absl::SimpleAtoi(line.substr(4), &days)) << line;
      server.clock->Advance(absl::Hours(24) * days);
      continue;
    }
    ASSERT_NO_FATAL_FAILURE(Carry(line));
  }
}

INSTANTIATE_TEST_SUITE_P(All, HelpExamplesTest, ::testing::ValuesIn(HelpStories()),
                         [](const ::testing::TestParamInfo<Story>& story) {
                           std::string name;
                           for (const char c : story.param.title) {
                             if (absl::ascii_isalnum(static_cast<unsigned char>(c))) name += c;
                           }
                           return name;
                         });

TEST(HelpExamples, EveryCommandsExampleHasAPlaceInAStory) {
  std::set<std::string> told;
  for (const Story& story : HelpStories()) {
    for (const std::string& line : story.lines) told.insert(testing::ExampleIn(line));
  }
  for (const cli::Command& command : cli::Commands()) {
    EXPECT_TRUE(told.contains(cli::NameOf(command))) << cli::NameOf(command);
  }
}

TEST(HelpExamples, WhatOnlyTheAdministratorOfTheHouseMayDoIsShownWithThatName) {
  for (const char* command : {"framework publish", "region create", "backup create"}) {
    EXPECT_THAT(cli::ExampleOf(command, absl::CivilDay(2026, 1, 31)),
                HasSubstr("--as=regions/shared/members/administrator"))
        << command;
  }
}

}  // namespace
}  // namespace waarborg
