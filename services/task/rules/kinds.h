#ifndef WAARBORG_SERVICES_TASK_RULES_KINDS_H_
#define WAARBORG_SERVICES_TASK_RULES_KINDS_H_

// Which terms raise which tasks, as one table: a new kind of task is a row here, a value of Task.Kind with
// its label, and, for one that closes by itself, `waits` in its noun's list of deadlines. Pure.

#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "waarborg/task/v1/task.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::task {

struct KindRow {
  enum class Opens {
    kWhenTermStarts,  // due when the term is over: for those who must act within it
    kWhenTermPasses,  // for those who must see to what others left undone
  };

  absl::string_view term;  // the kind of deadline
  v1::Task::Kind kind;
  team::v1::Role role;  // who can do it
  Opens opens;
  // When the noun says that nothing waits any more; otherwise a person says that it was seen.
  bool closes_by_itself = true;
};

absl::Span<const KindRow> KindRows();

// The first row of the kind; null for a kind that no term raises.
const KindRow* RowOf(v1::Task::Kind kind);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_RULES_KINDS_H_
