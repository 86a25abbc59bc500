#ifndef WAARBORG_SERVICES_IMPROVEMENT_RULES_PROGRESS_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RULES_PROGRESS_H_

// Whether a plan moves, and when it stands still (R-003-13, R-003-19). Pure. A flag asks for attention; to
// escalate is a person's choice.

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "services/improvement/rules/smart.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::improvement {

// So many reports in a row without any item moving is stagnation.
inline constexpr int kReportsWithoutProgress = 2;

// Whether an item comes nearer to done: begun, taken up again after a delay, or finished.
bool Moves(v1::PlanItem::State from, v1::PlanItem::State to);

// Whether the report moves any item. REQUIRES: every criterion is an item of the plan.
bool MovesAny(const PlanItems& items, const ItemReports& reports);

// The criteria of the items not DONE whose due date lies before `today`.
std::vector<std::string> OverdueItems(const PlanItems& items, absl::CivilDay today);

// The criteria of the items that are not DONE.
std::vector<std::string> UnfinishedItems(const PlanItems& items);

// The first due date from `today` on of an item that is not DONE.
std::optional<absl::CivilDay> NextDueDay(const PlanItems& items, absl::CivilDay today);

// The last due date of the plan; nothing when it has none.
std::optional<absl::CivilDay> LastDueDay(const PlanItems& items);

enum class Standstill { kNone, kItemOverdue, kReportsWithoutProgress };

// An overdue item comes first.
Standstill StandstillOf(const PlanItems& items, int reports_without_progress, absl::CivilDay today);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RULES_PROGRESS_H_
