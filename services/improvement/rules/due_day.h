#ifndef WAARBORG_SERVICES_IMPROVEMENT_RULES_DUE_DAY_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RULES_DUE_DAY_H_

#include "absl/time/civil_time.h"

namespace waarborg::improvement {

// The day by which an item (PlanItem, ItemProposal) must be done. REQUIRES: the item has a due date.
template <class Item>
absl::CivilDay DueDay(const Item& item) {
  return absl::CivilDay(item.due_date().year(), item.due_date().month(), item.due_date().day());
}

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RULES_DUE_DAY_H_
