#include "tests/load/store_round.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <future>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/language/die.h"
#include "storage/keys.h"
#include "storage/schema.h"

namespace waarborg::load {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kValueBytes = 130;

class Round final {
 public:
  Round(storage::Store& store, int outstanding, absl::Duration length, const WriteOf& write)
      : store_(store),
        write_(write),
        running_(outstanding),
        end_(Clock::now() + absl::ToChronoNanoseconds(length)) {}

  std::int64_t Run() {
    const int outstanding = running_;
    for (int i = 0; i < outstanding; ++i) WriteOne();
    over_.get_future().wait();
    return written_;
  }

 private:
  void WriteOne() {
    const std::uint64_t number = next_.fetch_add(1);
    store_.Write(
        [this, number](storage::Transaction& transaction) {
          write_(transaction, number);
          return absl::OkStatus();
        },
        [this](const absl::Status& status) {
          if (!status.ok()) language::Die(status.message());
          ++written_;
          if (Clock::now() < end_) return WriteOne();
          if (--running_ == 0) over_.set_value();
        });
  }

  storage::Store& store_;
  const WriteOf& write_;
  std::atomic<int> running_;
  const Clock::time_point end_;
  // From the clock, so that the rounds on one store write keys of their own.
  std::atomic<std::uint64_t> next_{static_cast<std::uint64_t>(Clock::now().time_since_epoch().count())};
  std::atomic<std::int64_t> written_ = 0;
  std::promise<void> over_;
};

}  // namespace

WriteOf FourKeys() {
  return [](storage::Transaction& transaction, std::uint64_t number) {
    const std::string key = storage::KeyBuilder().Text("nmd").Number(number).Take();
    for (const storage::TableId table : {storage::tables::kJournalLeaf, storage::tables::kJournalNode,
                                         storage::tables::kFinding, storage::tables::kRequest}) {
      transaction.Put(table, key, std::string(kValueBytes, static_cast<char>('a' + number % 26)));
    }
  };
}

WriteOf OneKey(std::size_t value_bytes) {
  return [value_bytes](storage::Transaction& transaction, std::uint64_t number) {
    transaction.Put(storage::tables::kIncident, storage::KeyBuilder().Text("nmd").Number(number).Take(),
                    std::string(value_bytes, static_cast<char>('a' + number % 26)));
  };
}

double StoreWritesPerSecond(storage::Store& store, int outstanding, absl::Duration length,
                            const WriteOf& write) {
  const Clock::time_point start = Clock::now();
  const std::int64_t written = Round(store, outstanding, length, write).Run();
  return static_cast<double>(written) / std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace waarborg::load
