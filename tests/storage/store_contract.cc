#include "tests/storage/store_contract.h"

#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/storage/gate.h"

namespace waarborg::storage {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST_P(StoreContract, AnAbsentKeyIsNoError) { EXPECT_EQ(Get("absent"), std::nullopt); }

TEST_P(StoreContract, AnAnsweredWriteIsReadByLaterSnapshots) {
  Put("key", "value");
  EXPECT_EQ(Get("key"), "value");
}

TEST_P(StoreContract, AnEmptyKeyAndAnEmptyValueAreKept) {
  Put("", "under the empty key");
  Put("empty", "");
  EXPECT_THAT(Scan({}), ElementsAre(Pair("", "under the empty key"), Pair("empty", "")));
  EXPECT_EQ(Get("empty"), "");
}

TEST_P(StoreContract, KeysAndValuesMayHoldAnyByte) {
  const std::string bytes("\x00\xff\x01 \x80", 5);
  Put(bytes, bytes);
  EXPECT_THAT(Scan({}), ElementsAre(Pair(bytes, bytes)));
}

TEST_P(StoreContract, TablesAreKeySpacesOfTheirOwn) {
  ASSERT_TRUE(PutAndWait(store(), kTable, "key", "one").ok());
  ASSERT_TRUE(PutAndWait(store(), kNextTable, "key", "two").ok());
  const std::unique_ptr<const Snapshot> now = store().Read();
  EXPECT_EQ(Value(*now, kTable, "key"), "one");
  EXPECT_EQ(Value(*now, kNextTable, "key"), "two");
  EXPECT_THAT(Scanned(*now, kTable, {}), ElementsAre(Pair("key", "one")));
  EXPECT_THAT(Scanned(*now, kTable, {.reverse = true}), ElementsAre(Pair("key", "one")));
  EXPECT_THAT(Scanned(*now, kNextTable, {.reverse = true}), ElementsAre(Pair("key", "two")));
}

TEST_P(StoreContract, AnAnsweredWriteIsThereAfterReopening) {
  Put("key", "value");
  Reopen();
  EXPECT_EQ(Get("key"), "value");
}

TEST_P(StoreContract, ADeletionIsThereAfterReopening) {
  Put("key", "value");
  ASSERT_TRUE(WriteAndWait(store(), [](Transaction& transaction) {
                transaction.Delete(kTable, "key");
                return absl::OkStatus();
              }).ok());
  Reopen();
  EXPECT_EQ(Get("key"), std::nullopt);
}

TEST_P(StoreContract, AFunctionReadsItsOwnWrites) {
  Put("changed", "old");
  Put("deleted", "old");
  std::optional<std::string> changed, deleted, added;
  const absl::Status status = WriteAndWait(store(), [&](Transaction& transaction) {
    transaction.Put(kTable, "changed", "new");
    transaction.Put(kTable, "added", "new");
    transaction.Delete(kTable, "deleted");
    changed = Value(transaction, kTable, "changed");
    deleted = Value(transaction, kTable, "deleted");
    added = Value(transaction, kTable, "added");
    return absl::OkStatus();
  });
  ASSERT_TRUE(status.ok()) << status;
  EXPECT_EQ(changed, "new");
  EXPECT_EQ(deleted, std::nullopt);
  EXPECT_EQ(added, "new");
}

TEST_P(StoreContract, TheLastWriteOfAKeyInAFunctionWins) {
  ASSERT_TRUE(WriteAndWait(store(), [](Transaction& transaction) {
                transaction.Put(kTable, "put", "first");
                transaction.Delete(kTable, "put");
                transaction.Put(kTable, "put", "last");
                transaction.Put(kTable, "deleted", "first");
                transaction.Delete(kTable, "deleted");
                return absl::OkStatus();
              }).ok());
  EXPECT_THAT(Scan({}), ElementsAre(Pair("put", "last")));
}

TEST_P(StoreContract, AFailedFunctionAnswersItsOwnStatusAndWritesNothing) {
  const absl::Status refused = WriteAndWait(store(), [](Transaction& transaction) {
    transaction.Put(kTable, "key", "value");
    return absl::AbortedError("stale");
  });
  EXPECT_EQ(refused, absl::AbortedError("stale"));
  EXPECT_EQ(Get("key"), std::nullopt);
}

TEST_P(StoreContract, AFailedFunctionDiscardsItsOwnWritesAndNoOneElses) {
  Answers answers;
  Blocker blocker(store());
  for (int i = 0; i < 9; ++i) {
    store().Write(
        [i](Transaction& transaction) {
          transaction.Put(kTable, absl::StrCat("of ", i), "value");
          transaction.Put(kTable, "shared", absl::StrCat(i));
          return i % 3 == 2 ? absl::AbortedError("stale") : absl::OkStatus();
        },
        answers.Expect());
  }
  blocker.Release();
  const std::vector<absl::Status> outcomes = answers.Await();
  for (int i = 0; i < 9; ++i) {
    EXPECT_EQ(outcomes[i].code(), i % 3 == 2 ? absl::StatusCode::kAborted : absl::StatusCode::kOk) << i;
    EXPECT_EQ(Get(absl::StrCat("of ", i)).has_value(), i % 3 != 2) << i;
  }
  EXPECT_NE(Get("shared"), "2");
  EXPECT_NE(Get("shared"), "5");
  EXPECT_NE(Get("shared"), "8");
}

TEST_P(StoreContract, FunctionsSeeTheEffectsOfThoseBeforeThem) {
  constexpr int kFunctions = 100;
  Answers answers;
  Blocker blocker(store());
  for (int i = 0; i < kFunctions; ++i) {
    store().Write(
        [](Transaction& transaction) {
          const Entries counters = Scanned(transaction, kTable, {.begin = "counter"});
          const int count = counters.empty() ? 0 : std::stoi(counters.front().second);
          transaction.Put(kTable, "counter", absl::StrCat(count + 1));
          return absl::OkStatus();
        },
        answers.Expect());
  }
  blocker.Release();
  for (const absl::Status& outcome : answers.Await()) EXPECT_TRUE(outcome.ok()) << outcome;
  EXPECT_EQ(Get("counter"), absl::StrCat(kFunctions));
}

TEST_P(StoreContract, AFunctionThatOnlyReadsIsAnswered) {
  EXPECT_TRUE(WriteAndWait(store(), [](Transaction& transaction) {
                return transaction.Get(kTable, "absent").status();
              }).ok());
}

TEST_P(StoreContract, OneValueIsReadAsItIsNow) {
  EXPECT_EQ(*store().Get(kTable, "key"), std::nullopt);
  Put("key", "old");
  const std::unique_ptr<const Snapshot> before = store().Read();
  Put("key", "new");
  EXPECT_EQ(*store().Get(kTable, "key"), "new");
  EXPECT_EQ(Value(*before, kTable, "key"), "old");
}

TEST_P(StoreContract, ASnapshotKeepsItsMoment) {
  Put("changed", "old");
  Put("deleted", "old");
  const std::unique_ptr<const Snapshot> before = store().Read();
  ASSERT_TRUE(WriteAndWait(store(), [](Transaction& transaction) {
                transaction.Put(kTable, "changed", "new");
                transaction.Put(kTable, "added", "new");
                transaction.Delete(kTable, "deleted");
                return absl::OkStatus();
              }).ok());
  EXPECT_THAT(Scanned(*before, kTable, {}), ElementsAre(Pair("changed", "old"), Pair("deleted", "old")));
  EXPECT_EQ(Value(*before, kTable, "changed"), "old");
  EXPECT_THAT(Scan({}), ElementsAre(Pair("added", "new"), Pair("changed", "new")));
}

TEST_P(StoreContract, NoSnapshotSeesHalfAFunction) {
  constexpr int kRounds = 300;
  std::thread writer([this] {
    for (int round = 1; round <= kRounds; ++round) {
      EXPECT_TRUE(WriteAndWait(store(), [round](Transaction& transaction) {
                    transaction.Put(kTable, "left", absl::StrCat(round));
                    transaction.Put(kTable, "right", absl::StrCat(round));
                    return absl::OkStatus();
                  }).ok());
    }
  });
  std::optional<std::string> left;
  while (left != absl::StrCat(kRounds)) {
    const std::unique_ptr<const Snapshot> now = store().Read();
    left = Value(*now, kTable, "left");
    ASSERT_EQ(left, Value(*now, kTable, "right"));
  }
  writer.join();
}

TEST_P(StoreContract, EveryConcurrentWriteIsDoneExactlyOnce) {
  constexpr int kWriters = 16;
  constexpr int kEach = 50;
  std::vector<std::thread> writers;
  for (int writer = 0; writer < kWriters; ++writer) {
    writers.emplace_back([this, writer] {
      for (int i = 0; i < kEach; ++i) {
        EXPECT_TRUE(WriteAndWait(store(), [writer, i](Transaction& transaction) {
                      const int total = std::stoi(Value(transaction, kTable, "total").value_or("0"));
                      transaction.Put(kTable, "total", absl::StrCat(total + 1));
                      transaction.Put(kNextTable, absl::StrCat(writer, "/", i), "");
                      return absl::OkStatus();
                    }).ok());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  Reopen();
  EXPECT_EQ(Get("total"), absl::StrCat(kWriters * kEach));
  EXPECT_EQ(Scanned(*store().Read(), kNextTable, {}).size(), kWriters * kEach);
}

TEST_P(StoreContract, AFullQueueIsRefusedAtOnceAndWhatWaitsStillRuns) {
  constexpr int kCapacity = 4;
  Reopen(kCapacity);
  Gate gate;
  Answers answers;
  constexpr int kWrites = 200;
  for (int i = 0; i < kWrites; ++i) {
    store().Write(
        [&gate, i](Transaction& transaction) {
          gate.Await();
          transaction.Put(kTable, absl::StrCat(i), "");
          return absl::OkStatus();
        },
        answers.Expect());
  }
  // The refusals are in before anything could run; most writes cannot have found a place.
  EXPECT_LT(answers.open(), std::size_t{kWrites / 2});
  EXPECT_GE(answers.open(), std::size_t{kCapacity});
  gate.Open();
  const std::vector<absl::Status> outcomes = answers.Await();
  for (int i = 0; i < kWrites; ++i) {
    EXPECT_EQ(Get(absl::StrCat(i)).has_value(), outcomes[i].ok()) << i;
    EXPECT_TRUE(outcomes[i].ok() || outcomes[i].code() == absl::StatusCode::kResourceExhausted)
        << outcomes[i];
  }
  Put("later", "");
}

TEST_P(StoreContract, ClosingTheStoreRunsAndAnswersWhatWaits) {
  Answers answers;
  Gate gate;
  for (int i = 0; i < 20; ++i) {
    store().Write(
        [&gate, i](Transaction& transaction) {
          gate.Await();
          transaction.Put(kTable, absl::StrCat(i), "");
          return absl::OkStatus();
        },
        answers.Expect());
  }
  gate.Open();
  Reopen();
  EXPECT_EQ(answers.open(), 0U);
  for (const absl::Status& outcome : answers.Await()) EXPECT_TRUE(outcome.ok()) << outcome;
  EXPECT_EQ(Scan({}).size(), 20U);
}

TEST_P(StoreContract, AnAnswerMayStartTheNextWrite) {
  Answers answers;
  const WriteDone second_done = answers.Expect();
  store().Write(
      [](Transaction& transaction) {
        transaction.Put(kTable, "first", "");
        return absl::OkStatus();
      },
      [this, second_done](const absl::Status& first) {
        EXPECT_TRUE(first.ok()) << first;
        store().Write(
            [](Transaction& transaction) {
              transaction.Put(kTable, "second",
                              Value(transaction, kTable, "first").has_value() ? "saw first" : "");
              return absl::OkStatus();
            },
            second_done);
      });
  for (const absl::Status& outcome : answers.Await()) EXPECT_TRUE(outcome.ok()) << outcome;
  EXPECT_EQ(Get("second"), "saw first");
}

}  // namespace
}  // namespace waarborg::storage
