#include "tests/load/due.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/language/status_macros.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/ledger.h"
#include "services/ledger/time.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "storage/table.h"
#include "tests/load/stage.h"
#include "tests/load/store_round.h"

namespace waarborg::load {
namespace {

using internal::v1::Deadline;

constexpr char kKind[] = "load.due";
// What one look fires at most.
constexpr std::int64_t kDueAtOnce = 1000;
constexpr std::int64_t kBatch = 1000;
constexpr std::int64_t kProviders = 200;
constexpr int kIdleLooks = 200;
constexpr int kMostTurns = 3;
// Deadline number n is due n seconds later.
constexpr absl::Duration kApart = absl::Seconds(1);

void FillRandom(char* bytes, std::size_t count) {
  thread_local std::mt19937 generator{std::random_device()()};
  std::generate_n(bytes, count, [] { return static_cast<char>(generator()); });
}

// What it is about has nothing to do: that its moment passed becomes an event, as for every deadline.
absl::Status FireNothing(ledger::UnitOfWork& /*unit*/, const Deadline& /*deadline*/) {
  return absl::OkStatus();
}

Deadline DeadlineOf(std::int64_t number, absl::Time due) {
  Deadline deadline;
  const std::string provider = absl::StrCat("regions/nmd/providers/aanbieder-", number % kProviders);
  deadline.set_region("nmd");
  deadline.set_resource(absl::StrCat("regions/nmd/improvementPlans/plan-", number));
  deadline.set_kind(kKind);
  deadline.set_rule("plan_working_days=20");
  deadline.set_provider(provider);
  *deadline.mutable_due_time() = ledger::Stamp(due);
  *deadline.mutable_start_time() = ledger::Stamp(due - absl::Hours(24 * 28));
  return deadline;
}

// The record with its three indexes, as a unit of work keeps them.
void PutDeadline(storage::Transaction& transaction, const Deadline& deadline) {
  const std::string key = ledger::DeadlineKey(deadline.region(), deadline.resource(), deadline.kind());
  storage::Table<Deadline>(ledger::kDeadlines.id).Put(transaction, key, deadline);
  transaction.Put(ledger::kDeadlines.index_id, ledger::kDeadlines.index_key(key, deadline), key);
  for (const ledger::RecordIndex<Deadline>& index : ledger::kDeadlines.more) {
    transaction.Put(index.id, index.key(key, deadline), key);
  }
}

class Diary final {
 public:
  static absl::StatusOr<std::unique_ptr<Diary>> Open(const std::string& directory) {
    auto diary = std::make_unique<Diary>();
    ASSIGN_OR_RETURN(diary->store_, storage::Open({.directory = directory}));
    diary->ledger_ =
        std::make_unique<ledger::Ledger>(*diary->store_, [diary = diary.get()] { return diary->now_; });
    diary->runner_ = std::make_unique<ledger::DeadlineRunner>(
        *diary->ledger_, std::vector<ledger::DeadlineRule>{{.kind = kKind, .fire = &FireNothing}},
        FillRandom);
    return diary;
  }

  // So many more, each due after the last, in bounded batches.
  absl::Status Plan(std::int64_t count) {
    const std::int64_t end = planned_ + count;
    while (planned_ < end) {
      const std::int64_t next = std::min(end, planned_ + kBatch);
      RETURN_IF_ERROR(storage::WriteAndWait(*store_, [this, next](storage::Transaction& transaction) {
        for (std::int64_t i = planned_; i < next; ++i) PutDeadline(transaction, DeadlineOf(i, DueOf(i)));
        return absl::OkStatus();
      }));
      planned_ = next;
    }
    return absl::OkStatus();
  }

  // The time goes on until so many more of them are due.
  void Await(std::int64_t count) {
    due_ += count;
    now_ = DueOf(due_) - kApart / 2;
  }

  // Milliseconds of one look that fires `expected`.
  absl::StatusOr<double> Look(std::int64_t expected) {
    const absl::Time start = absl::Now();
    ASSIGN_OR_RETURN(const int fired, runner_->RunDue());
    const absl::Duration took = absl::Now() - start;
    if (fired != expected) return absl::InternalError(absl::StrCat("a look fired ", fired, " of ", expected));
    return absl::ToDoubleMilliseconds(took);
  }

  absl::StatusOr<double> IdleLook() {
    std::vector<double> looks;
    for (int i = 0; i < kIdleLooks; ++i) {
      ASSIGN_OR_RETURN(const double look, Look(0));
      looks.push_back(look);
    }
    return Median(std::move(looks));
  }

  // Milliseconds of one write of four keys that has the store for itself.
  double LoneWrite(absl::Duration length) {
    return 1000 / StoreWritesPerSecond(*store_, /*outstanding=*/1, length, FourKeys());
  }

 private:
  [[nodiscard]] absl::Time DueOf(std::int64_t number) const { return start_ + number * kApart; }

  const absl::Time start_ = absl::Now();
  absl::Time now_ = start_ - kApart / 2;
  std::int64_t planned_ = 0;
  std::int64_t due_ = 0;
  std::unique_ptr<storage::Store> store_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::unique_ptr<ledger::DeadlineRunner> runner_;
};

// Milliseconds.
struct Looks {
  double empty = 0;
  double due_alone = 0;
  double lone_write = 0;
  double full = 0;
  double due_among_all = 0;
  double full_after = 0;
};

// Looks that fire `due` each; those are planned before each, or stand there already.
absl::StatusOr<double> DueLooks(Diary& diary, int turns, std::int64_t due, bool plan) {
  std::vector<double> looks;
  for (int i = 0; i < turns; ++i) {
    if (plan) RETURN_IF_ERROR(diary.Plan(due));
    diary.Await(due);
    ASSIGN_OR_RETURN(const double look, diary.Look(due));
    looks.push_back(look);
  }
  return Median(std::move(looks));
}

// Two stores, because what was fired leaves traces: a look passes over them until the engine has cleaned up.
absl::StatusOr<Looks> Measure(const Settings& settings, std::int64_t due) {
  const int turns = std::min(settings.turns, kMostTurns);
  ASSIGN_OR_RETURN(const std::unique_ptr<Diary> empty,
                   Diary::Open(absl::StrCat(settings.directory, "/no_deadlines")));
  ASSIGN_OR_RETURN(const std::unique_ptr<Diary> full,
                   Diary::Open(absl::StrCat(settings.directory, "/deadlines")));
  Looks looks;
  Say("looks over an empty table");
  ASSIGN_OR_RETURN(looks.empty, empty->IdleLook());
  ASSIGN_OR_RETURN(looks.due_alone, DueLooks(*empty, turns, due, /*plan=*/true));
  looks.lone_write = empty->LoneWrite(settings.length);
  Say(absl::StrCat("planning ", settings.deadlines, " deadlines"));
  RETURN_IF_ERROR(full->Plan(settings.deadlines));
  Say("looks over the full table");
  ASSIGN_OR_RETURN(looks.full, full->IdleLook());
  ASSIGN_OR_RETURN(looks.due_among_all, DueLooks(*full, turns, due, /*plan=*/false));
  ASSIGN_OR_RETURN(looks.full_after, full->IdleLook());
  return looks;
}

}  // namespace

absl::StatusOr<Section> MeasureDue(const Settings& settings) {
  const std::int64_t due = std::min<std::int64_t>(kDueAtOnce, settings.deadlines / (kMostTurns + 1));
  ASSIGN_OR_RETURN(const Looks looks, Measure(settings, due));
  const auto row = [](const char* key, const std::string& words, double milliseconds) {
    return RowOf(key, words, "ms", milliseconds, 3, "ms");
  };
  return Section{
      .title = absl::StrCat("One look of the deadline runner, ", settings.deadlines, " open deadlines"),
      .rows = {row("look_empty", "empty table", looks.empty), row("look_full", "none due", looks.full),
               row("look_full_after", "none due, after many fired", looks.full_after),
               row("lone_write", "bare store, one lone write", looks.lone_write),
               row("look_due_alone", absl::StrCat(due, " due, and no others"), looks.due_alone),
               row("look_due", absl::StrCat(due, " due"), looks.due_among_all),
               RowOf("look_full_to_empty", "none due / empty", "", looks.full / looks.empty, 2, "times"),
               RowOf("look_due_to_alone", "due among all / due alone", "",
                     looks.due_among_all / looks.due_alone, 2, "times"),
               RowOf("fired_to_lone_write", "one fired / one lone write", "",
                     looks.due_among_all / static_cast<double>(due) / looks.lone_write, 2, "times")}};
}

}  // namespace waarborg::load
