#include <algorithm>
#include <map>
#include <random>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/storage/store_contract.h"

namespace waarborg::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST_P(StoreContract, AScanIncludesItsBeginAndExcludesItsEnd) {
  for (const char* key : {"a", "b", "c", "d"}) Put(key, "");
  EXPECT_THAT(Scan({.begin = "b", .end = "d"}), ElementsAre(Pair("b", ""), Pair("c", "")));
  EXPECT_THAT(Scan({.begin = "b", .end = "d", .reverse = true}), ElementsAre(Pair("c", ""), Pair("b", "")));
  EXPECT_THAT(Scan({.begin = "c"}), ElementsAre(Pair("c", ""), Pair("d", "")));
}

TEST_P(StoreContract, AScanOfAnEmptyOrInvertedRangeVisitsNothing) {
  for (const char* key : {"a", "b", "c"}) Put(key, "");
  EXPECT_THAT(Scan({.begin = "b", .end = "b"}), IsEmpty());
  EXPECT_THAT(Scan({.begin = "c", .end = "a"}), IsEmpty());
  EXPECT_THAT(Scan({.begin = "c", .end = "a", .reverse = true}), IsEmpty());
  EXPECT_THAT(Scan({.begin = "aa", .end = "ab"}), IsEmpty());
}

TEST_P(StoreContract, AScanStopsAtItsLimitAndWhenTheVisitorSaysSo) {
  for (const char* key : {"a", "b", "c"}) Put(key, "");
  EXPECT_THAT(Scan({.limit = 2}), ElementsAre(Pair("a", ""), Pair("b", "")));
  EXPECT_THAT(Scan({.reverse = true, .limit = 2}), ElementsAre(Pair("c", ""), Pair("b", "")));
  int visits = 0;
  ASSERT_TRUE(store()
                  .Read()
                  ->Scan(kTable, {},
                         [&visits](absl::string_view, absl::string_view) {
                           ++visits;
                           return false;
                         })
                  .ok());
  EXPECT_EQ(visits, 1);
}

TEST_P(StoreContract, AScanMergesOwnWritesInBothDirections) {
  for (const char* key : {"b", "d", "f", "h"}) Put(key, "stored");
  Entries forward, reverse, limited;
  ASSERT_TRUE(WriteAndWait(store(), [&](Transaction& transaction) {
                transaction.Put(kTable, "a", "own");
                transaction.Put(kTable, "d", "own");
                transaction.Put(kTable, "e", "own");
                transaction.Delete(kTable, "f");
                transaction.Delete(kTable, "g");
                transaction.Put(kTable, "i", "own");
                forward = Scanned(transaction, kTable, {});
                reverse = Scanned(transaction, kTable, {.begin = "b", .end = "i", .reverse = true});
                limited = Scanned(transaction, kTable, {.begin = "d", .limit = 3});
                return absl::OkStatus();
              }).ok());
  EXPECT_THAT(forward, ElementsAre(Pair("a", "own"), Pair("b", "stored"), Pair("d", "own"), Pair("e", "own"),
                                   Pair("h", "stored"), Pair("i", "own")));
  EXPECT_THAT(reverse,
              ElementsAre(Pair("h", "stored"), Pair("e", "own"), Pair("d", "own"), Pair("b", "stored")));
  EXPECT_THAT(limited, ElementsAre(Pair("d", "own"), Pair("e", "own"), Pair("h", "stored")));
}

TEST_P(StoreContract, AVisitorMayWriteWithoutChangingItsScan) {
  for (const char* key : {"a", "b", "c"}) Put(key, "stored");
  Entries visited;
  ASSERT_TRUE(WriteAndWait(store(), [&visited](Transaction& transaction) {
                visited.clear();
                transaction.Put(kTable, "b", "own");
                return transaction.Scan(kTable, {}, [&](absl::string_view key, absl::string_view value) {
                  visited.emplace_back(key, value);
                  transaction.Delete(kTable, key);
                  transaction.Put(kTable, absl::StrCat("b", key), "new");
                  return true;
                });
              }).ok());
  EXPECT_THAT(visited, ElementsAre(Pair("a", "stored"), Pair("b", "own"), Pair("c", "stored")));
  EXPECT_THAT(Scan({}), ElementsAre(Pair("ba", "new"), Pair("bb", "new"), Pair("bc", "new")));
}

// A transaction's reads, whatever it wrote before, are those of an ordered map.
TEST_P(StoreContract, RandomTransactionsAgreeWithAnOrderedMap) {
  std::mt19937 random(7);
  const auto below = [&random](int bound) { return static_cast<int>(random() % bound); };
  const auto random_key = [&below] { return std::string(1 + below(2), static_cast<char>('a' + below(6))); };
  std::map<std::string, std::string> model;
  for (int round = 0; round < 150; ++round) {
    std::map<std::string, std::string> attempt = model;
    const bool fails = below(4) == 0;
    const absl::Status status = WriteAndWait(store(), [&](Transaction& transaction) {
      for (int step = 0; step < 12; ++step) {
        const std::string key = random_key();
        const int action = below(3);
        if (action == 0) {
          attempt.erase(key);
          transaction.Delete(kTable, key);
        } else if (action == 1) {
          attempt[key] = absl::StrCat(round, ".", step);
          transaction.Put(kTable, key, attempt[key]);
        } else {
          ScanRange range{
              .begin = random_key(), .end = random_key(), .reverse = below(2) == 0, .limit = 1 + below(8)};
          if (range.end < range.begin) std::swap(range.begin, range.end);
          Entries expected(attempt.lower_bound(range.begin), attempt.lower_bound(range.end));
          if (range.reverse) std::reverse(expected.begin(), expected.end());
          if (expected.size() > static_cast<std::size_t>(range.limit)) expected.resize(range.limit);
          EXPECT_EQ(Scanned(transaction, kTable, range), expected) << range.begin << " to " << range.end;
        }
      }
      return fails ? absl::AbortedError("discard") : absl::OkStatus();
    });
    EXPECT_EQ(status.ok(), !fails);
    if (!fails) model = attempt;
    ASSERT_EQ(Scan({}), Entries(model.begin(), model.end()));
    if (round % 50 == 49) Reopen();
  }
}

}  // namespace
}  // namespace waarborg::storage
