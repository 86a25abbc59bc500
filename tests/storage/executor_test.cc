// What the executor of the RocksDB store does beyond the contract: groups.

#include "storage/rocksdb/executor.h"

#include <algorithm>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/storage/gate.h"
#include "tests/storage/reading.h"

namespace waarborg::storage {
namespace {

constexpr TableId kTable{200};

class ExecutorTest : public testing::Test {
 protected:
  static std::unique_ptr<Store> MemoryStore() {
    OpenOptions options;
    options.in_memory = true;
    return *Open(options);
  }

  const std::unique_ptr<Store> store_ = MemoryStore();
};

TEST_F(ExecutorTest, FunctionsOfAGroupRunInTheOrderInWhichTheyCame) {
  std::vector<int> order;
  Answers answers;
  Blocker blocker(*store_);
  for (int i = 0; i < 600; ++i) {
    store_->Write(
        [&order, i](Transaction&) {
          order.push_back(i);
          return absl::OkStatus();
        },
        answers.Expect());
  }
  blocker.Release();
  answers.Await();
  ASSERT_EQ(order.size(), 600U);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST_F(ExecutorTest, WritesFarBeyondTheBoundsOfOneGroupAreAllDone) {
  constexpr int kWrites = 40;
  const std::string large(kMaxGroupBytes / 4, 'x');
  Answers answers;
  Blocker blocker(*store_);
  for (int i = 0; i < kWrites; ++i) {
    store_->Write(
        [&large, i](Transaction& transaction) {
          transaction.Put(kTable, absl::StrCat(i), large);
          return absl::OkStatus();
        },
        answers.Expect());
  }
  blocker.Release();
  for (const absl::Status& outcome : answers.Await()) EXPECT_TRUE(outcome.ok()) << outcome;
  for (int i = 0; i < kWrites; ++i) EXPECT_EQ(Value(*store_->Read(), kTable, absl::StrCat(i)), large) << i;
}

// One random function of a group: it changes the model and the transaction alike and compares what they show.
absl::Status RandomFunction(std::mt19937& random, std::map<std::string, std::string>& model,
                            Transaction& transaction) {
  std::map<std::string, std::string> attempt = model;
  for (int step = 0; step < 6; ++step) {
    const std::string key(1, static_cast<char>('a' + random() % 12));
    if (random() % 2 == 0) {
      attempt.erase(key);
      transaction.Delete(kTable, key);
    } else {
      attempt[key] = absl::StrCat(random());
      transaction.Put(kTable, key, attempt[key]);
    }
    const ScanRange range{.begin = std::string(1, static_cast<char>('a' + random() % 12)),
                          .reverse = random() % 2 == 0};
    Entries expected(attempt.lower_bound(range.begin), attempt.end());
    if (range.reverse) std::reverse(expected.begin(), expected.end());
    EXPECT_EQ(Scanned(transaction, kTable, range), expected);
  }
  if (random() % 4 == 0) return absl::AbortedError("discard");
  model = std::move(attempt);
  return absl::OkStatus();
}

TEST_F(ExecutorTest, AGroupsOverlayReadsAsAnOrderedMap) {
  std::mt19937 random(11);
  std::map<std::string, std::string> model;
  for (int group = 0; group < 20; ++group) {
    Answers answers;
    Blocker blocker(*store_);
    for (int i = 0; i < 20; ++i) {
      store_->Write([&](Transaction& transaction) { return RandomFunction(random, model, transaction); },
                    answers.Expect());
    }
    blocker.Release();
    answers.Await();
    ASSERT_EQ(Scanned(*store_->Read(), kTable, {}), Entries(model.begin(), model.end()));
  }
}

}  // namespace
}  // namespace waarborg::storage
