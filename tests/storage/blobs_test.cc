// Content by digest: written chunk by chunk, sealed whole, kept once, removed in steps.

#include "storage/blobs.h"

#include <memory>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "storage/keys.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "storage/schema.h"
#include "tests/storage/reading.h"

namespace waarborg::storage {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class BlobsTest : public ::testing::Test {
 protected:
  absl::Status Write(WriteFunction function) { return WriteAndWait(*store_, std::move(function)); }

  void Begin(const std::string& content, std::uint64_t size) {
    ASSERT_TRUE(Write([&](Transaction& transaction) {
                  BeginDraft(transaction, content, {.size = size, .durable = 0, .digest_state = "s0"});
                  return absl::OkStatus();
                }).ok());
  }

  absl::Status Append(const std::string& content, std::uint64_t offset, const std::string& bytes,
                      const std::string& state = "s") {
    return Write(
        [&](Transaction& transaction) { return AppendChunk(transaction, content, offset, bytes, state); });
  }

  absl::StatusOr<bool> Seal(const std::string& content, const std::string& digest) {
    absl::StatusOr<bool> sealed = false;
    const absl::Status written = Write([&](Transaction& transaction) {
      sealed = SealDraft(transaction, content, digest);
      return sealed.status();
    });
    return written.ok() ? sealed : written;
  }

  std::uint64_t Remove(const std::string& content, std::uint64_t most) {
    absl::StatusOr<std::uint64_t> left = std::uint64_t{0};
    EXPECT_TRUE(Write([&](Transaction& transaction) {
                  left = RemoveWaste(transaction, content, most);
                  return left.status();
                }).ok());
    return *left;
  }

  // Keys and values of the tables of content, in hex.
  std::vector<std::string> Raw() {
    std::vector<std::string> raw;
    for (const TableId table : {tables::kBlob, tables::kBlobChunk, tables::kBlobDraft}) {
      for (const auto& [key, value] : Scanned(*store_->Read(), table, ScanRange())) {
        raw.push_back(absl::StrCat(static_cast<int>(table), " ", absl::BytesToHexString(key), " ",
                                   absl::BytesToHexString(value)));
      }
    }
    return raw;
  }

  std::unique_ptr<Store> store_ = *Open({.directory = "/blobs", .in_memory = true});
};

TEST_F(BlobsTest, ADraftAndABlobHaveTheseBytes) {
  Begin("c1", 3);
  EXPECT_THAT(Raw(), ElementsAre(
                         // 102 "c1": written, 3 bytes, 0 durable, state "s0"
                         "102 63310001 0000000000000000"
                         "0000000000000003"
                         "0000000000000000"
                         "73300001"));
  ASSERT_TRUE(Append("c1", 0, "nmd", "d").ok());
  ASSERT_TRUE(*Seal("c1", "d1"));
  EXPECT_THAT(Raw(), ElementsAre(
                         // 100 "d1": content "c1", 3 bytes
                         "100 64310001 63310001"
                         "0000000000000003",
                         // 101 "c1" 0: the bytes
                         "101 63310001"
                         "0000000000000000 6e6d64"));
}

TEST_F(BlobsTest, WasteHasTheseBytes) {
  Begin("c1", 3);
  ASSERT_TRUE(Append("c1", 0, "nmd").ok());
  ASSERT_TRUE(Write([](Transaction& transaction) { return DiscardDraft(transaction, "c1"); }).ok());
  EXPECT_THAT(Raw(), ElementsAre("101 63310001"
                                 "0000000000000000 6e6d64",
                                 // 102 "c1": waste, 3 bytes, 3 of them there, ""
                                 "102 63310001 0000000000000001"
                                 "0000000000000003"
                                 "0000000000000003"
                                 "0001"));
}

TEST_F(BlobsTest, AChunkIsDurableWithTheStateAfterIt) {
  Begin("c", 2 * kChunkBytes + 1);
  ASSERT_TRUE(Append("c", 0, std::string(kChunkBytes, 'a'), "after one").ok());
  const Draft draft = **FindDraft(*store_->Read(), "c");
  EXPECT_EQ(draft.durable, kChunkBytes);
  EXPECT_EQ(draft.digest_state, "after one");
}

TEST_F(BlobsTest, AChunkGoesWhereTheDraftEndsAndNowhereElse) {
  Begin("c", 2 * kChunkBytes);
  EXPECT_EQ(Append("c", kChunkBytes, std::string(kChunkBytes, 'b')).code(), absl::StatusCode::kOutOfRange);
  ASSERT_TRUE(Append("c", 0, std::string(kChunkBytes, 'a')).ok());
  EXPECT_EQ(Append("c", 0, std::string(kChunkBytes, 'x')).code(), absl::StatusCode::kOutOfRange);
  EXPECT_EQ(Append("other", 0, "x").code(), absl::StatusCode::kNotFound);
}

TEST_F(BlobsTest, OnlyAWholeDraftIsSealed) {
  Begin("c", 3);
  EXPECT_EQ(Seal("c", "d").status().code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(Seal("other", "d").status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(*FindBlob(*store_->Read(), "d"), std::nullopt);
}

TEST_F(BlobsTest, ABlobIsReadChunkByChunk) {
  Begin("c", kChunkBytes + 2);
  ASSERT_TRUE(Append("c", 0, std::string(kChunkBytes, 'a')).ok());
  ASSERT_TRUE(Append("c", kChunkBytes, "zz").ok());
  ASSERT_TRUE(*Seal("c", "d"));
  const std::unique_ptr<const Snapshot> snapshot = store_->Read();
  const Blob blob = **FindBlob(*snapshot, "d");
  EXPECT_EQ(blob.size, kChunkBytes + 2);
  EXPECT_EQ(*ReadChunk(*snapshot, blob, 0), std::string(kChunkBytes, 'a'));
  EXPECT_EQ(*ReadChunk(*snapshot, blob, 1), "zz");
  EXPECT_EQ(ReadChunk(*snapshot, blob, 2).status().code(), absl::StatusCode::kDataLoss);
}

TEST_F(BlobsTest, AChunkOfAnotherSizeIsDamage) {
  Begin("c", 3);
  ASSERT_TRUE(Append("c", 0, "nmd").ok());
  ASSERT_TRUE(*Seal("c", "d"));
  ASSERT_TRUE(PutAndWait(*store_, tables::kBlobChunk, KeyBuilder().Text("c").Number(0).Take(), "nm").ok());
  const std::unique_ptr<const Snapshot> snapshot = store_->Read();
  EXPECT_EQ(ReadChunk(*snapshot, **FindBlob(*snapshot, "d"), 0).status().code(), absl::StatusCode::kDataLoss);
}

TEST_F(BlobsTest, TheSecondOfOneDigestIsWasteAndGoesInSteps) {
  for (const char* content : {"c1", "c2"}) {
    Begin(content, 3 * kChunkBytes);
    for (std::uint64_t i = 0; i < 3; ++i) {
      ASSERT_TRUE(Append(content, i * kChunkBytes, std::string(kChunkBytes, 'a')).ok());
    }
  }
  EXPECT_TRUE(*Seal("c1", "d"));
  EXPECT_FALSE(*Seal("c2", "d"));
  EXPECT_EQ((*FindBlob(*store_->Read(), "d"))->content, "c1");
  EXPECT_EQ(*FindDraft(*store_->Read(), "c2"), std::nullopt);
  EXPECT_EQ(Append("c2", 3 * kChunkBytes, "x").code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(Remove("c2", 2), 1U);
  EXPECT_EQ(Remove("c2", 2), 0U);
  EXPECT_EQ(Remove("c2", 2), 0U);
  EXPECT_EQ(Scanned(*store_->Read(), tables::kBlobChunk, ScanRange()).size(), 3U);
  EXPECT_THAT(Scanned(*store_->Read(), tables::kBlobDraft, ScanRange()), IsEmpty());
}

TEST_F(BlobsTest, WhatIsSealedIsNotRemoved) {
  Begin("c", 3);
  ASSERT_TRUE(Append("c", 0, "nmd").ok());
  ASSERT_TRUE(*Seal("c", "d"));
  ASSERT_TRUE(Write([](Transaction& transaction) { return DiscardDraft(transaction, "c"); }).ok());
  EXPECT_EQ(Remove("c", 10), 0U);
  EXPECT_EQ(*ReadChunk(*store_->Read(), **FindBlob(*store_->Read(), "d"), 0), "nmd");
}

TEST_F(BlobsTest, ADraftSurvivesTheStore) {
  const std::shared_ptr<MemoryDisk> disk = NewMemoryDisk();
  const OpenOptions options{.directory = "/kept", .in_memory = true, .memory_disk = disk};
  store_ = *Open(options);
  Begin("c", 2 * kChunkBytes);
  ASSERT_TRUE(Append("c", 0, std::string(kChunkBytes, 'a'), "after one").ok());
  store_.reset();
  store_ = *Open(options);
  EXPECT_EQ((*FindDraft(*store_->Read(), "c"))->durable, kChunkBytes);
  ASSERT_TRUE(Append("c", kChunkBytes, std::string(kChunkBytes, 'b')).ok());
  ASSERT_TRUE(*Seal("c", "d"));
  EXPECT_EQ(*ReadChunk(*store_->Read(), **FindBlob(*store_->Read(), "d"), 0), std::string(kChunkBytes, 'a'));
}

}  // namespace
}  // namespace waarborg::storage
