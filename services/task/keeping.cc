#include "services/task/keeping.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/rules/term.h"
#include "services/task/changes.h"
#include "services/task/rules/kinds.h"

namespace waarborg::task {
namespace {

using internal::v1::Deadline;
using Rules = std::vector<ledger::DeadlineRule>;

// How long somebody has to see to what a term left undone.
constexpr int kWorkingDaysToSeeTo = 5;

// Whether the noun says that something about the resource waits. A kind without such a word never does.
absl::StatusOr<bool> Waits(const storage::Reader& reader, const Rules& rules, absl::string_view term,
                           absl::string_view resource) {
  const auto rule = std::find_if(rules.begin(), rules.end(),
                                 [term](const ledger::DeadlineRule& each) { return each.kind == term; });
  if (rule == rules.end() || rule->waits == nullptr) return false;
  absl::StatusOr<bool> waits = rule->waits(reader, resource);
  if (absl::IsNotFound(waits.status())) return false;
  return waits;
}

absl::Status RaiseFor(ledger::UnitOfWork& unit, const KindRow& row, const Deadline& term, absl::Time due) {
  Errand errand;
  errand.kind = row.kind;
  errand.resource = term.resource();
  errand.provider = term.provider();
  errand.role = row.role;
  errand.due = due;
  return Raise(unit, errand).status();
}

// Of the resources that something was told of, the open tasks that nothing waits for any more.
absl::Status CloseWhatIsDone(ledger::UnitOfWork& unit, const Rules& rules) {
  std::set<std::string> resources;
  for (const ledger::Fact& fact : unit.ToldFacts()) resources.insert(fact.resource);
  for (const std::string& resource : resources) {
    ASSIGN_OR_RETURN(std::vector<v1::Task> open, OpenTasksAbout(unit.reader(), unit.call().region, resource));
    for (v1::Task& task : open) {
      const KindRow* const row = RowOf(task.kind());
      if (row == nullptr || !row->closes_by_itself) continue;
      ASSIGN_OR_RETURN(const bool waits, Waits(unit.reader(), rules, row->term, resource));
      if (!waits) RETURN_IF_ERROR(CloseByItself(unit, std::move(task)));
    }
  }
  return absl::OkStatus();
}

bool StartsWith(const KindRow& row, const Deadline& term) {
  return row.term == term.kind() && row.opens == KindRow::Opens::kWhenTermStarts;
}

// While a term stands still nobody is reminded of what is to be done within it. When it runs again the task
// is raised as for a term that starts, and goes on. What came of a term that passed has a date of its own.
absl::Status PauseFor(ledger::UnitOfWork& unit, const Deadline& suspended) {
  ASSIGN_OR_RETURN(const std::vector<v1::Task> open,
                   OpenTasksAbout(unit.reader(), unit.call().region, suspended.resource()));
  for (const KindRow& row : KindRows()) {
    if (!StartsWith(row, suspended)) continue;
    for (const v1::Task& task : open) {
      if (task.kind() == row.kind) RETURN_IF_ERROR(Pause(unit, task));
    }
  }
  return absl::OkStatus();
}

// Those who must act within a term find it on their list from its start, with the date as it is now.
absl::Status RaiseForStarted(ledger::UnitOfWork& unit, const Rules& rules,
                             const std::vector<Deadline>& started) {
  for (const Deadline& term : started) {
    if (term.has_suspend_time()) {
      RETURN_IF_ERROR(PauseFor(unit, term));
      continue;
    }
    for (const KindRow& row : KindRows()) {
      if (!StartsWith(row, term)) continue;
      ASSIGN_OR_RETURN(const bool waits, Waits(unit.reader(), rules, row.term, term.resource()));
      if (waits) RETURN_IF_ERROR(RaiseFor(unit, row, term, ledger::TimeOf(term.due_time())));
    }
  }
  return absl::OkStatus();
}

// Something came of the firing, more than that the moment passed.
bool ToldOf(const std::vector<ledger::Fact>& facts, const std::string& resource) {
  return std::any_of(facts.begin(), facts.end(), [&resource](const ledger::Fact& fact) {
    return fact.resource == resource && fact.kind != "DeadlinePassed";
  });
}

bool IsAmong(const std::vector<v1::Task>& tasks, const KindRow& row) {
  return std::any_of(tasks.begin(), tasks.end(), [&row](const v1::Task& task) {
    return task.kind() == row.kind && task.role() == row.role;
  });
}

// Also what its people closed by hand and left undone. What is open already keeps its date.
absl::Status RaiseForPassed(ledger::UnitOfWork& unit, const Rules& rules, const Deadline& term,
                            const std::vector<ledger::Fact>& told) {
  ASSIGN_OR_RETURN(const std::vector<v1::Task> open,
                   OpenTasksAbout(unit.reader(), unit.call().region, term.resource()));
  const absl::Time due = rules::WorkingDaysFromDue(unit.now(), kWorkingDaysToSeeTo, ledger::LocalZone());
  for (const KindRow& row : KindRows()) {
    if (row.term != term.kind() || IsAmong(open, row)) continue;
    bool raise = ToldOf(told, term.resource());
    if (row.closes_by_itself) {
      ASSIGN_OR_RETURN(raise, Waits(unit.reader(), rules, row.term, term.resource()));
    }
    if (raise) RETURN_IF_ERROR(RaiseFor(unit, row, term, due));
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status KeepTasks(ledger::UnitOfWork& unit, const Rules& rules) {
  const std::vector<ledger::Fact> told = unit.ToldFacts();
  if (told.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::vector<Deadline> started, unit.DeadlinesSet());
  RETURN_IF_ERROR(CloseWhatIsDone(unit, rules));
  RETURN_IF_ERROR(RaiseForStarted(unit, rules, started));
  if (!unit.fired().has_value()) return absl::OkStatus();
  return RaiseForPassed(unit, rules, *unit.fired(), told);
}

}  // namespace waarborg::task
