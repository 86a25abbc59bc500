#include "storage/table.h"

#include <google/protobuf/wrappers.pb.h>

#include <memory>
#include <optional>
#include <string>

#include "gtest/gtest.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/storage/reading.h"

namespace waarborg::storage {
namespace {

using google::protobuf::StringValue;

constexpr Table<StringValue> kTexts(TableId{200});

std::unique_ptr<Store> MemoryStore() {
  OpenOptions options;
  options.in_memory = true;
  return *Open(options);
}

TEST(Table, AMessageComesBackAsItWasPut) {
  const std::unique_ptr<Store> store = MemoryStore();
  StringValue message;
  message.set_value("verbeterplan");
  ASSERT_TRUE(WriteAndWait(*store, [&message](Transaction& transaction) {
                kTexts.Put(transaction, "key", message);
                return absl::OkStatus();
              }).ok());
  const absl::StatusOr<std::optional<StringValue>> stored = kTexts.Get(*store->Read(), "key");
  ASSERT_TRUE(stored.ok()) << stored.status();
  ASSERT_TRUE(stored->has_value());
  EXPECT_EQ((*stored)->value(), "verbeterplan");
}

TEST(Table, AnAbsentKeyIsNoMessage) {
  const absl::StatusOr<std::optional<StringValue>> stored = kTexts.Get(*MemoryStore()->Read(), "absent");
  ASSERT_TRUE(stored.ok()) << stored.status();
  EXPECT_FALSE(stored->has_value());
}

TEST(Table, BytesThatAreNoMessageAreDataLossThatNamesTheTable) {
  const std::unique_ptr<Store> store = MemoryStore();
  ASSERT_TRUE(PutAndWait(*store, kTexts.id(), "key", "\xff").ok());
  const absl::Status status = kTexts.Get(*store->Read(), "key").status();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
  EXPECT_NE(std::string(status.message()).find("table 200"), std::string::npos) << status;
}

}  // namespace
}  // namespace waarborg::storage
