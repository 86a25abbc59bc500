// However many deadlines are open, a look costs what is due.

#include <atomic>

#include "gtest/gtest.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/serialized.h"
#include "services/ledger/time.h"
#include "tests/support/desk.h"
#include "tests/support/matchers.h"

namespace waarborg::ledger {
namespace {

using testing::IsOk;

constexpr int kOpen = 1'000'000;
constexpr int kAtOnce = 10'000;

// Counts what is read from another store.
class CountingStore final : public storage::Store {
 public:
  explicit CountingStore(storage::Store& store) : store_(store) {}

  std::unique_ptr<const storage::Snapshot> Read() const override {
    return std::make_unique<Counted>(store_.Read(), reads_);
  }
  void Write(storage::WriteFunction function, storage::WriteDone done) override {
    store_.Write(std::move(function), std::move(done));
  }
  absl::StatusOr<std::uint32_t> Backup(const std::string& directory) override {
    return store_.Backup(directory);
  }

  // Entries and values read since the last time.
  int TakeReads() { return reads_.exchange(0); }

 private:
  class Counted final : public storage::Snapshot {
   public:
    Counted(std::unique_ptr<const storage::Snapshot> inner, std::atomic<int>& reads)
        : inner_(std::move(inner)), reads_(reads) {}
    absl::StatusOr<std::optional<std::string>> Get(storage::TableId table,
                                                   absl::string_view key) const override {
      ++reads_;
      return inner_->Get(table, key);
    }
    absl::Status Scan(storage::TableId table, const storage::ScanRange& range,
                      const storage::ScanVisitor& visit) const override {
      return inner_->Scan(table, range, [this, &visit](absl::string_view key, absl::string_view value) {
        ++reads_;
        return visit(key, value);
      });
    }

   private:
    std::unique_ptr<const storage::Snapshot> inner_;
    std::atomic<int>& reads_;
  };

  storage::Store& store_;
  mutable std::atomic<int> reads_ = 0;
};

const std::vector<DeadlineRule>& Rules() {
  static const auto* const rules = new std::vector<DeadlineRule>{
      {"test.flag", [](UnitOfWork& unit, const internal::v1::Deadline& deadline) {
         unit.Record({.kind = "Flagged", .resource = deadline.resource(), .role = team::v1::ROLE_SYSTEM});
         return absl::OkStatus();
       }}};
  return *rules;
}

// Past the ledger, which would journal each: record and entry by time alone.
void PutOpen(storage::Store& store, absl::Time now) {
  for (int first = 0; first < kOpen; first += kAtOnce) {
    ASSERT_THAT(storage::WriteAndWait(
                    store,
                    [first, now](storage::Transaction& transaction) {
                      internal::v1::Deadline deadline;
                      deadline.set_region("nmd");
                      deadline.set_kind("test.flag");
                      for (int i = first; i < first + kAtOnce; ++i) {
                        deadline.set_resource(absl::StrCat("r", i));
                        *deadline.mutable_due_time() = Stamp(now + absl::Seconds(i + 1));
                        const std::string key = DeadlineKey("nmd", deadline.resource(), "test.flag");
                        transaction.Put(kDeadlines.id, key, Serialized(deadline));
                        transaction.Put(kDeadlines.index_id, DeadlineByTime(key, deadline), key);
                      }
                      return absl::OkStatus();
                    }),
                IsOk());
  }
}

TEST(ManyDeadlinesTest, AMillionOpenOnesDoNotSlowALookAtTheFewThatAreDue) {
  const std::unique_ptr<storage::Store> disk = testing::NewMemoryStore();
  testing::FakeClock clock;
  PutOpen(*disk, clock.Now());
  CountingStore store(*disk);
  Ledger ledger(store, [&clock] { return clock.Now(); });
  DeadlineRunner runner(ledger, Rules(), testing::FakeEntropy());
  EXPECT_EQ(runner.RunDue().value(), 0);
  EXPECT_EQ(store.TakeReads(), 0);
  clock.Advance(absl::Seconds(10));
  EXPECT_EQ(runner.RunDue().value(), 10);
  // Its entry and its record, once each.
  EXPECT_LE(store.TakeReads(), 20);
  EXPECT_EQ(runner.RunDue().value(), 0);
  EXPECT_EQ(store.TakeReads(), 0);
}

TEST(ManyDeadlinesTest, AfterALongStandstillALookTakesABoundedPiece) {
  const std::unique_ptr<storage::Store> disk = testing::NewMemoryStore();
  testing::FakeClock clock;
  PutOpen(*disk, clock.Now());
  CountingStore store(*disk);
  Ledger ledger(store, [&clock] { return clock.Now(); });
  DeadlineRunner runner(ledger, Rules(), testing::FakeEntropy());
  clock.Advance(absl::Hours(24 * 365));
  EXPECT_EQ(runner.RunDue().value(), 1000);
  EXPECT_LE(store.TakeReads(), 2000);
  EXPECT_EQ(runner.RunDue().value(), 1000);
}

}  // namespace
}  // namespace waarborg::ledger
