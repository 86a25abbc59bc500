// waarborg-push against a server that cuts, refuses and fails as it is told to.

#include <filesystem>
#include <future>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/clients/push/post_box.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::testing {
namespace {

using grpc::StatusCode;
using storage::ReadFile;
using storage::WriteFile;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::string ReportLine(const std::string& id) {
  return absl::StrCat(R"({"id":")", id,
                      R"(","source":"urn:nld:kvknr:99900158","provider":"op-weg","kind":"INCIDENT",)",
                      R"("occurrence_time":"2026-03-02 08:40","summary":"Kort","description":"Lang"})", "\n");
}

class DeliveringTest : public ::testing::Test {
 protected:
  // A file with the reports m-1 to m-`count`.
  std::string File(int count, const std::string& name = "reports.jsonl") {
    std::string text;
    for (int i = 1; i <= count; ++i) absl::StrAppend(&text, ReportLine(absl::StrCat("m-", i)));
    WriteFile(folder.In(name), text);
    return folder.In(name);
  }

  Pushed Push(std::vector<std::string> words) {
    words.push_back(absl::StrCat("--server=", box.address()));
    words.push_back(absl::StrCat("--acks=", acks));
    return RunPush(std::move(words));
  }

  // The ids in the file of acknowledgements, in order.
  std::vector<std::string> Acknowledged() {
    std::vector<std::string> ids;
    for (const auto line : absl::StrSplit(ReadFile(acks), '\n', absl::SkipEmpty())) {
      ids.push_back(nlohmann::json::parse(std::string(line))["id"]);
    }
    return ids;
  }

  storage::ScratchDirectory folder;
  const std::string acks = folder.In("acks.jsonl");
  PostBox box;
};

TEST_F(DeliveringTest, EachReportIsAcknowledgedOnceAndNotSentAgain) {
  const std::string file = File(500);
  EXPECT_EQ(Push({file}).status, 0);
  EXPECT_THAT(Acknowledged(), SizeIs(500));
  EXPECT_EQ(box.Member(), "regions/nmd/members/incident-client");
  const Pushed again = Push({file});
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.out, HasSubstr("500 received before"));
  EXPECT_THAT(box.Came(), SizeIs(500));
  EXPECT_EQ(box.streams(), 1);
}

TEST_F(DeliveringTest, AfterACutWhatIsUnansweredIsSentAgain) {
  box.cut_after = [](int stream) { return stream < 4 ? 7 : 0; };
  const Pushed pushed = Push({File(60)});
  EXPECT_EQ(pushed.status, 0) << pushed.err;
  const std::vector<std::string> ids = Acknowledged();
  EXPECT_THAT(ids, SizeIs(60));
  EXPECT_THAT(std::set<std::string>(ids.begin(), ids.end()), SizeIs(60));
  EXPECT_THAT(box.Received(), SizeIs(60));
  EXPECT_EQ(box.streams(), 4);
  EXPECT_THAT(pushed.err, HasSubstr("The server cannot be reached."));
}

TEST_F(DeliveringTest, ARefusalIsToldWithItsPlaceAndHoldsUpNothing) {
  box.judge = [](const std::string& id, int) -> std::optional<google::rpc::Status> {
    if (id == "m-2") return ItemError(StatusCode::NOT_FOUND, "PROVIDER_NOT_FOUND");
    if (id == "m-4") return ItemError(StatusCode::ALREADY_EXISTS, "INCIDENT_CONTENT_DIFFERS");
    return std::nullopt;
  };
  const std::string file = File(5);
  WriteFile(file, absl::StrCat(ReadFile(file), "geen json\n"));
  const std::string errors = folder.In("errors.jsonl");
  const Pushed pushed = Push({file, absl::StrCat("--errors=", errors)});
  EXPECT_EQ(pushed.status, 3);
  EXPECT_THAT(pushed.err, IsEmpty());
  EXPECT_THAT(Acknowledged(), ElementsAre("m-1", "m-3", "m-5"));
  std::set<std::string> told;
  for (const auto line : absl::StrSplit(ReadFile(errors), '\n', absl::SkipEmpty())) {
    const auto error = nlohmann::json::parse(std::string(line));
    told.insert(absl::StrCat(std::string(error["place"]).substr(file.size()), " ", std::string(error["id"]),
                             " ", std::string(error["error"]["reason"])));
  }
  EXPECT_THAT(told, ElementsAre(":2 m-2 PROVIDER_NOT_FOUND", ":4 m-4 INCIDENT_CONTENT_DIFFERS",
                                ":6  PUSH_NOT_AN_OBJECT"));
}

TEST_F(DeliveringTest, TheExitStatusIsTheLowestOfTheRefusals) {
  box.judge = [](const std::string& id, int) -> std::optional<google::rpc::Status> {
    if (id == "m-2") return ItemError(StatusCode::ALREADY_EXISTS, "INCIDENT_CONTENT_DIFFERS");
    return id == "m-3" ? std::optional(ItemError(StatusCode::NOT_FOUND, "PROVIDER_NOT_FOUND")) : std::nullopt;
  };
  EXPECT_EQ(Push({File(2)}).status, 6);
  const Pushed pushed = Push({File(3), "--lang=nl"});
  EXPECT_EQ(pushed.status, 4);
  EXPECT_THAT(pushed.err, HasSubstr("reports.jsonl:3: m-3"));
  EXPECT_THAT(pushed.out, HasSubstr("3 gelezen: 0 ontvangen, 1 al eerder ontvangen, 2 geweigerd"));
}

TEST_F(DeliveringTest, WhatTheServerCannotAnswerNowIsAskedAgain) {
  box.judge = [](const std::string& id, int stream) -> std::optional<google::rpc::Status> {
    if (id == "m-3" && stream < 3) return ItemError(StatusCode::UNAVAILABLE, "BUSY");
    return std::nullopt;
  };
  EXPECT_EQ(Push({File(6)}).status, 0);
  EXPECT_THAT(Acknowledged(), SizeIs(6));
  EXPECT_EQ(box.Received()["m-3"], 1);
}

TEST_F(DeliveringTest, AReportThatMakesTheServerFailIsRefusedInTheEnd) {
  box.judge = [](const std::string& id, int) -> std::optional<google::rpc::Status> {
    return id == "m-3" ? std::optional(ItemError(StatusCode::INTERNAL, "INTERNAL_ERROR")) : std::nullopt;
  };
  EXPECT_EQ(Push({File(6)}).status, 7);
  EXPECT_THAT(Acknowledged(), SizeIs(5));
}

TEST_F(DeliveringTest, WhoMayNotSendIsToldSoAtOnce) {
  box.open = [](int) { return grpc::Status(StatusCode::PERMISSION_DENIED, "no"); };
  EXPECT_EQ(Push({File(3), "--as=auditor"}).status, 5);
  EXPECT_EQ(box.Member(), "regions/nmd/members/auditor");
  EXPECT_EQ(box.streams(), 1);
}

TEST_F(DeliveringTest, GivesUpWhenNoAnswerComesForTooLong) {
  box.open = [](int) { return grpc::Status(StatusCode::UNAVAILABLE, "gone"); };
  const Pushed pushed = Push({File(3), "--give-up-after=400ms"});
  EXPECT_EQ(pushed.status, 7);
  EXPECT_THAT(pushed.out, HasSubstr("3 without answer"));
  EXPECT_GE(box.streams(), 2);
}

TEST_F(DeliveringTest, AcknowledgementsThatCannotBeWrittenEndIt) {
  const Pushed pushed = RunPush({absl::StrCat("--server=", box.address()), "--acks=/dev/full", File(3)});
  EXPECT_EQ(pushed.status, 7);
  EXPECT_THAT(pushed.out, HasSubstr(": 0 received,"));
  EXPECT_THAT(pushed.err, HasSubstr("could not be written"));
}

TEST_F(DeliveringTest, ASpoolIsEmptiedIntoDoneAndFailed) {
  box.judge = [](const std::string& id, int) -> std::optional<google::rpc::Status> {
    return id == "m-3" ? std::optional(ItemError(StatusCode::NOT_FOUND, "PROVIDER_NOT_FOUND")) : std::nullopt;
  };
  File(2, "spool/a.jsonl");
  File(3, "spool/b.jsonl");
  WriteFile(folder.In("spool/c.jsonl"), "");
  WriteFile(folder.In("spool/.d.jsonl"), ReportLine("m-9"));
  EXPECT_EQ(Push({"--spool=" + folder.In("spool"), "--once"}).status, 4);
  EXPECT_TRUE(std::filesystem::exists(folder.In("spool/done/a.jsonl")));
  EXPECT_TRUE(std::filesystem::exists(folder.In("spool/failed/b.jsonl")));
  EXPECT_TRUE(std::filesystem::exists(folder.In("spool/done/c.jsonl")));
  EXPECT_EQ(box.Received().count("m-9"), 0U);
}

TEST_F(DeliveringTest, AWatchedSpoolSendsWhatComesUntilTheProgramIsEnded) {
  std::filesystem::create_directory(folder.In("spool"));
  std::promise<void> came;
  box.judge = [&came](const std::string& id, int) -> std::optional<google::rpc::Status> {
    if (id == "m-2") came.set_value();
    return std::nullopt;
  };
  push::Stop stop;
  auto pushed = std::async(std::launch::async, [this, &stop] {
    return RunPush({"--spool=" + folder.In("spool"), "--server=" + box.address(), "--acks=" + acks}, stop);
  });
  File(2, "spool/.a.jsonl");
  std::filesystem::rename(folder.In("spool/.a.jsonl"), folder.In("spool/a.jsonl"));
  came.get_future().wait();
  stop.Ask();
  // What was sent is heard out.
  EXPECT_EQ(pushed.get().status, 0);
  EXPECT_THAT(Acknowledged(), ElementsAre("m-1", "m-2"));
}

TEST_F(DeliveringTest, ATerminalIsToldHowFarItIsAndNobodyElse) {
  const push::Stop stop;
  const std::vector<std::string> words = {"--server=" + box.address(), File(20)};
  EXPECT_THAT(RunPush(words, stop, /*terminal=*/true).err, HasSubstr(" received, 0 refused, "));
  EXPECT_THAT(RunPush(words, stop, /*terminal=*/false).err, IsEmpty());
}

TEST_F(DeliveringTest, TheSummaryCanBeReadByPrograms) {
  const auto summary = nlohmann::json::parse(Push({File(4), "--output=json"}).out);
  EXPECT_EQ(summary["read"], 4);
  EXPECT_EQ(summary["acknowledged"], 4);
  EXPECT_EQ(summary["unanswered"], 0);
}

TEST(PushCommandLineTest, WhatCannotBeMeantIsRefusedWithTwo) {
  const std::vector<std::vector<std::string>> wrong = {{},
                                                       {"--nonsense=1", "a"},
                                                       {"--acks", "a"},
                                                       {"--format=xml", "a"},
                                                       {"--give-up-after=0s", "a"},
                                                       {"--as=a b", "a"},
                                                       {"a", "--spool=b"},
                                                       {"a", "--once"},
                                                       {"--spool=b", "--give-up-after=1m"},
                                                       {"/no/such/file"},
                                                       {"--spool=/no/such/folder"},
                                                       {"-x"}};
  for (const std::vector<std::string>& words : wrong) {
    const Pushed pushed = RunPush(words);
    EXPECT_EQ(pushed.status, 2) << ::testing::PrintToString(words);
    EXPECT_THAT(pushed.err, HasSubstr("See: waarborg-push --help")) << ::testing::PrintToString(words);
  }
}

TEST(PushCommandLineTest, HelpIsThereInBothLanguages) {
  const Pushed nl = RunPush({"--help", "--lang=nl"});
  const Pushed en = RunPush({"-h"});
  EXPECT_EQ(nl.status, 0);
  EXPECT_EQ(en.status, 0);
  EXPECT_THAT(nl.out, HasSubstr("Verstuurt incidentmeldingen"));
  EXPECT_THAT(en.out, HasSubstr("Sends incident reports"));
  for (const Pushed& help : {nl, en}) {
    EXPECT_THAT(help.out, Not(HasSubstr("PUSH_")));
    for (const char* flag : {"--acks", "--as", "--errors", "--format", "--give-up-after", "--lang", "--once",
                             "--output", "--region", "--server", "--source", "--spool", "--version"}) {
      EXPECT_THAT(help.out, HasSubstr(flag));
    }
  }
}

}  // namespace
}  // namespace waarborg::testing
