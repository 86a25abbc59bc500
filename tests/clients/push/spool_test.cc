#include "clients/push/spool.h"

#include <filesystem>
#include <future>
#include <string>

#include "gtest/gtest.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::push {
namespace {

using storage::WriteFile;

class SpoolTest : public ::testing::Test {
 protected:
  std::optional<std::string> Next() { return spool->Next(stop, /*once=*/true); }
  bool Exists(const std::string& name) { return std::filesystem::exists(folder.In(name)); }

  storage::ScratchDirectory folder;
  Stop stop;
  std::unique_ptr<Spool> spool = *Spool::Open(folder.In("."));
};

TEST_F(SpoolTest, OnlyWholeFilesAreTakenInOrderOfTheirNames) {
  for (const char* name : {"b.csv", "a.jsonl", ".c.csv", "d.csv.tmp", "e.csv.part"})
    WriteFile(folder.In(name), "x");
  EXPECT_EQ(Next(), "a.jsonl");
  EXPECT_EQ(Next(), "b.csv");
  EXPECT_EQ(Next(), std::nullopt);
  std::filesystem::rename(folder.In("d.csv.tmp"), folder.In("d.csv"));
  EXPECT_EQ(Next(), "d.csv");
}

TEST_F(SpoolTest, WhatIsAnsweredGoesWhereItBelongsAndOverwritesNothing) {
  for (int i = 0; i < 3; ++i) {
    WriteFile(folder.In("a.csv"), std::to_string(i));
    EXPECT_EQ(Next(), "a.csv");
    EXPECT_TRUE(spool->Put("a.csv", /*all_acknowledged=*/i != 2));
  }
  EXPECT_EQ(storage::ReadFile(folder.In("done/a.csv")), "0");
  EXPECT_EQ(storage::ReadFile(folder.In("done/a.csv.1")), "1");
  EXPECT_EQ(storage::ReadFile(folder.In("failed/a.csv")), "2");
  EXPECT_FALSE(Exists("a.csv"));
}

TEST_F(SpoolTest, AFileThatWasReplacedMeanwhileIsNotTakenForTheOneThatWasSent) {
  WriteFile(folder.In("a.csv"), "oud");
  EXPECT_EQ(Next(), "a.csv");
  WriteFile(folder.In(".a.csv"), "nieuw");
  std::filesystem::rename(folder.In(".a.csv"), folder.In("a.csv"));
  EXPECT_TRUE(spool->Put("a.csv", /*all_acknowledged=*/true));
  EXPECT_FALSE(Exists("done/a.csv"));
  EXPECT_EQ(Next(), "a.csv");
}

TEST_F(SpoolTest, WaitsForAFileToBeRenamed) {
  WriteFile(folder.In(".a.csv"), "x");
  auto next = std::async(std::launch::async, [this] { return spool->Next(stop, /*once=*/false); });
  std::filesystem::rename(folder.In(".a.csv"), folder.In("a.csv"));
  EXPECT_EQ(next.get(), "a.csv");
}

TEST_F(SpoolTest, WaitingEndsWhenTheProgramHasTo) {
  auto next = std::async(std::launch::async, [this] { return spool->Next(stop, /*once=*/false); });
  stop.Ask();
  EXPECT_EQ(next.get(), std::nullopt);
}

TEST_F(SpoolTest, OneProgramAtATimeHasIt) {
  EXPECT_EQ(Spool::Open(folder.In(".")).error().sentence, "PUSH_SPOOL_IN_USE");
  EXPECT_EQ(Spool::Open(folder.In("none")).error().sentence, "PUSH_SPOOL_UNUSABLE");
}

}  // namespace
}  // namespace waarborg::push
