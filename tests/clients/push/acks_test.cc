#include "clients/push/acks.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/storage/scratch_directory.h"

namespace waarborg::push {
namespace {

using ::testing::HasSubstr;

Item ItemOf(const std::string& id, const std::string& data = "inhoud") {
  incident::v1::CloudEvent event;
  event.set_source("urn:nld:kvknr:99900158");
  event.set_id(id);
  event.set_text_data(data);
  return MakeItem({.file = "a.jsonl", .line = 3}, "regions/nmd", std::move(event));
}

class AcksTest : public ::testing::Test {
 protected:
  std::unique_ptr<AcksFile> Open() {
    auto acks = AcksFile::Open(path);
    EXPECT_TRUE(acks.ok()) << (acks.ok() ? "" : acks.error().sentence);
    return acks.ok() ? *std::move(acks) : nullptr;
  }

  void Acknowledge(const Item& item) {
    incident::v1::IncidentReceipt receipt;
    receipt.set_incident("regions/nmd/incidents/i-1");
    receipt.set_receipt_number("2026-000001");
    receipt.mutable_receive_time()->set_seconds(1'767'225'600);
    const auto acks = Open();
    acks->Add(item, receipt);
    EXPECT_TRUE(acks->Sync());
  }

  storage::ScratchDirectory folder;
  const std::string path = folder.In("acks.jsonl");
};

TEST_F(AcksTest, WhatWasAcknowledgedIsKnownTheNextTime) {
  Acknowledge(ItemOf("m-1"));
  const auto acks = Open();
  EXPECT_TRUE(acks->Knows(ItemOf("m-1")));
  EXPECT_FALSE(acks->Knows(ItemOf("m-2")));
  // Other content under a known id is for the server to refuse, not for us to pass in silence.
  EXPECT_FALSE(acks->Knows(ItemOf("m-1", "anders")));
}

TEST_F(AcksTest, ALineSaysWhatWasReceivedAndWhereItWasRead) {
  Acknowledge(ItemOf("m-1"));
  const auto line = nlohmann::json::parse(storage::ReadFile(path));
  EXPECT_EQ(line["id"], "m-1");
  EXPECT_EQ(line["source"], "urn:nld:kvknr:99900158");
  EXPECT_EQ(line["payloadDigest"], ItemOf("m-1").digest);
  EXPECT_EQ(line["incident"], "regions/nmd/incidents/i-1");
  EXPECT_EQ(line["receiptNumber"], "2026-000001");
  EXPECT_EQ(line["receiveTime"], "2026-01-01T00:00:00Z");
  EXPECT_EQ(line["place"], "a.jsonl:3");
}

TEST_F(AcksTest, ATornLastLineIsCutOffWhereverItWasTorn) {
  Acknowledge(ItemOf("m-1"));
  const std::string first = storage::ReadFile(path);
  Acknowledge(ItemOf("m-2"));
  const std::string both = storage::ReadFile(path);
  for (std::size_t cut = first.size(); cut < both.size(); ++cut) {
    storage::WriteFile(path, both.substr(0, cut));
    const auto acks = Open();
    EXPECT_TRUE(acks->Knows(ItemOf("m-1")));
    EXPECT_FALSE(acks->Knows(ItemOf("m-2")));
    EXPECT_EQ(storage::ReadFile(path), first);
  }
  storage::WriteFile(path, absl::StrCat(first, std::string(10'000, 'x')));
  EXPECT_TRUE(Open()->Knows(ItemOf("m-1")));
  EXPECT_EQ(storage::ReadFile(path), first);
  storage::WriteFile(path, "{\"id");
  EXPECT_EQ(Open()->known(), 0U);
  EXPECT_EQ(storage::ReadFile(path), "");
}

TEST_F(AcksTest, ALineThatCannotBeReadIsPassed) {
  Acknowledge(ItemOf("m-1"));
  storage::WriteFile(path,
                     absl::StrCat(absl::string_view("\0\0\n[]\n", 6), storage::ReadFile(path), "onzin\n"));
  EXPECT_TRUE(Open()->Knows(ItemOf("m-1")));
}

TEST_F(AcksTest, OneProgramAtATimeHasTheFile) {
  const auto acks = Open();
  const auto second = AcksFile::Open(path);
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().sentence, "PUSH_ACKS_IN_USE");
}

TEST_F(AcksTest, AFileThatCannotBeWrittenIsSaid) {
  EXPECT_EQ(AcksFile::Open(folder.In("no/such/folder")).error().sentence, "PUSH_ACKS_UNUSABLE");
  auto full = AcksFile::Open("/dev/full");
  ASSERT_TRUE(full.ok());
  (*full)->Add(ItemOf("m-1"), {});
  EXPECT_FALSE((*full)->Sync());
}

}  // namespace
}  // namespace waarborg::push
