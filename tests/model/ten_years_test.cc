// Property: a busy region lives through ten years, day by day, and no term is missed, fires twice, or leaves
// a task behind that nobody can do or that asks for what is done.
//
// A history is made by its seed alone. WAARBORG_MODEL_SEED=n plays that one history.

#include <cstdlib>
#include <iostream>
#include <map>
#include <tuple>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/time.h"
#include "services/task/deadlines.h"
#include "services/task/keeping.h"
#include "services/task/records.h"
#include "services/task/rules/kinds.h"
#include "tests/model/moves.h"

namespace waarborg::model {
namespace {

using ::testing::IsEmpty;

constexpr int kDays = 3653;

std::vector<ledger::DeadlineRule> RealTimers() {
  std::vector<ledger::DeadlineRule> rules = CaseTimers();
  rules.insert(rules.end(), task::Deadlines().begin(), task::Deadlines().end());
  return rules;
}

// Each firing, by what fired and for which date.
using Firing = std::tuple<std::string, std::string, std::int64_t, std::int64_t>;
std::map<Firing, int>& Firings() {
  static auto* const firings = new std::map<Firing, int>();
  return *firings;
}

// Writes the firing down and does what the room does.
absl::Status FireAndNote(ledger::UnitOfWork& unit, const internal::v1::Deadline& deadline) {
  static const auto* const rules = new std::vector<ledger::DeadlineRule>(RealTimers());
  ++Firings()[{deadline.resource(), deadline.kind(),
               absl::ToUnixMicros(ledger::TimeOf(deadline.start_time())),
               absl::ToUnixMicros(ledger::TimeOf(deadline.due_time()))}];
  for (const ledger::DeadlineRule& rule : *rules) {
    if (rule.kind == deadline.kind()) return rule.fire(unit, deadline);
  }
  return absl::InternalError(absl::StrCat("no rule for ", deadline.kind()));
}

std::vector<ledger::DeadlineRule> WatchedTimers() {
  std::vector<ledger::DeadlineRule> rules = RealTimers();
  for (ledger::DeadlineRule& rule : rules) rule.fire = &FireAndNote;
  return rules;
}

template <class Message>
std::vector<Message> AllOf(const storage::Reader& reader, storage::TableId table) {
  std::vector<Message> all;
  storage::ScanRange range{.limit = storage::kMaxScanEntries};
  while (true) {
    std::int64_t count = 0;
    EXPECT_TRUE(reader
                    .Scan(table, range,
                          [&](absl::string_view key, absl::string_view value) {
                            ++count;
                            range.begin = absl::StrCat(key, absl::string_view("\0", 1));
                            all.emplace_back();
                            return all.back().ParseFromString(std::string(value));
                          })
                    .ok());
    if (count < storage::kMaxScanEntries) return all;
  }
}

// The tasks that are open now, through their index.
std::vector<task::v1::Task> OpenTasks(const storage::Reader& reader) {
  std::vector<task::v1::Task> open;
  EXPECT_TRUE(reader
                  .Scan(storage::tables::kTaskByDueTime, {.limit = storage::kMaxScanEntries},
                        [&](absl::string_view, absl::string_view key) {
                          open.push_back(**storage::Table<task::v1::Task>(task::kTasks.id).Get(reader, key));
                          return true;
                        })
                  .ok());
  return open;
}

bool Waits(const storage::Reader& reader, const task::v1::Task& task) {
  const task::KindRow* const row = task::RowOf(task.kind());
  if (row == nullptr || !row->closes_by_itself) return true;
  for (const ledger::DeadlineRule& rule : RealTimers()) {
    if (rule.kind == row->term) return *rule.waits(reader, task.resource());
  }
  return false;
}

bool SomebodyCan(const Cast& cast, const task::v1::Task& task) {
  return std::any_of(cast.begin(), cast.end(), [&task](const call::Caller& each) {
    const bool of_it = task.assignee().empty() || task.assignee() == each.member;
    return of_it && each.Holds(task.role());
  });
}

// What must hold at the end of a day.
void LookAtTheDay(World& world, Breaches& breaches) {
  const std::unique_ptr<const storage::Snapshot> snapshot = world.desk.store->Read();
  const std::string now = storage::KeyBuilder().Number(ledger::OrderOf(world.desk.clock.Now()) + 1).Take();
  EXPECT_TRUE(snapshot
                  ->Scan(storage::tables::kDeadlineByTime, {.end = now},
                         [&breaches](absl::string_view, absl::string_view key) {
                           breaches.push_back(absl::StrCat("due and not fired: ", key));
                           return true;
                         })
                  .ok());
  for (const task::v1::Task& task : OpenTasks(*snapshot)) {
    if (!SomebodyCan(world.cast(), task)) breaches.push_back("nobody can do " + task.ShortDebugString());
    if (!Waits(*snapshot, task)) breaches.push_back("asks for what is done: " + task.ShortDebugString());
  }
}

// Of one kind for one role, a resource has one open task.
void LookForDoubles(World& world, Breaches& breaches) {
  std::map<std::tuple<std::string, int, int>, int> seen;
  for (const task::v1::Task& task : OpenTasks(*world.desk.store->Read())) {
    if (++seen[{task.resource(), task.kind(), task.role()}] > 1) {
      breaches.push_back("twice: " + task.ShortDebugString());
    }
  }
}

TEST(TenYears, NoTermIsMissedFiresTwiceOrLeavesATaskThatIsNobodys) {
  const char* const chosen = std::getenv("WAARBORG_MODEL_SEED");
  World world(chosen == nullptr ? 7U : static_cast<unsigned>(std::strtoul(chosen, nullptr, 10)),
              [](ledger::UnitOfWork& unit) {
                static const auto* const rules = new std::vector<ledger::DeadlineRule>(RealTimers());
                return task::KeepTasks(unit, *rules);
              });
  world.timers = WatchedTimers();
  Breaches breaches;
  for (int day = 0; day < kDays && breaches.empty() && world.breaches().empty(); ++day) {
    // Now and then the server is down for a month.
    const bool down = day % 500 == 499;
    if (down) day += 30;
    for (int wish = world.Below(3); wish > 0; --wish) Wish(world, /*ending=*/world.Chance(30));
    world.Pass(absl::Hours(24) * (down ? 31 : 1));
    // What a firing sets for a moment that has passed comes with the next looks.
    for (int look = 0; look < 3; ++look) world.Pass(absl::ZeroDuration());
    LookAtTheDay(world, breaches);
    if (day % 30 == 0) LookForDoubles(world, breaches);
  }
  world.Audit();
  ASSERT_THAT(breaches, IsEmpty()) << world.Story();
  ASSERT_THAT(world.breaches(), IsEmpty()) << world.Story();
  for (const auto& [firing, times] : Firings()) {
    EXPECT_EQ(times, 1) << std::get<0>(firing) << " " << std::get<1>(firing);
  }
  const auto tasks = AllOf<task::v1::Task>(*world.desk.store->Read(), task::kTasks.id);
  std::cout << Firings().size() << " firings, " << tasks.size() << " tasks, " << world.accepted()
            << " acts\n";
  EXPECT_GT(Firings().size(), 500U);
  EXPECT_GT(tasks.size(), 100U);
}

}  // namespace
}  // namespace waarborg::model
