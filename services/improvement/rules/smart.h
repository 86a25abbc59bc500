#ifndef WAARBORG_SERVICES_IMPROVEMENT_RULES_SMART_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RULES_SMART_H_

// Whether what a provider writes is SMART (R-003-12): for each item an action, an owner, a date within the
// plan and a measure. Pure.

#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::improvement {

using PlanItems = google::protobuf::RepeatedPtrField<v1::PlanItem>;
using Proposals = google::protobuf::RepeatedPtrField<v1::ItemProposal>;
using ItemReasons = google::protobuf::RepeatedPtrField<v1::ItemReason>;
using ItemReports = google::protobuf::RepeatedPtrField<v1::ItemProgress>;

// The days on which an item may be due, both included.
struct Window {
  absl::CivilDay first;
  absl::CivilDay last;
};

struct ItemFault {
  std::string field;   // path in the request: "items[2].due_date"
  std::string reason;  // UPPER_SNAKE
  std::string detail;
};

// All that is wrong with a whole plan, in the order of the request; then the items it forgets, in the plan's
// order. Reasons: UNKNOWN_ITEM, DUPLICATE_ITEM, ITEM_NEEDS_ACTION, ITEM_NEEDS_OWNER, ITEM_NEEDS_MEASURE,
// DUE_DATE_IN_PAST, DUE_DATE_AFTER_END, ITEM_MISSING.
std::vector<ItemFault> PlanFaults(const PlanItems& items, const Proposals& proposals, const Window& window);

// As PlanFaults, for a change of some items; an item that is DONE is not changed any more
// (ITEM_ALREADY_DONE).
std::vector<ItemFault> ChangeFaults(const PlanItems& items, const Proposals& proposals, const Window& window);

// Reasons to return a plan: each about an item of it, at most one an item. UNKNOWN_ITEM, DUPLICATE_ITEM.
std::vector<ItemFault> ReasonFaults(const PlanItems& items, const ItemReasons& reasons);

// A progress report: as ReasonFaults; and nothing is reported on an item without an action
// (ITEM_NOT_PLANNED).
std::vector<ItemFault> ReportFaults(const PlanItems& items, const ItemReports& reports);

// Writes what the provider proposes into its items; a reason to return them is answered by it. REQUIRES:
// every criterion is an item of the plan.
void Adopt(const Proposals& proposals, PlanItems& items);

// The criteria of the items that lack an action, an owner, a date or a measure.
std::vector<std::string> UncoveredItems(const PlanItems& items);

// The item about a criterion; null when the plan has none.
v1::PlanItem* FindItem(PlanItems& items, const std::string& criterion);
const v1::PlanItem* FindItem(const PlanItems& items, const std::string& criterion);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RULES_SMART_H_
