#include "services/improvement/rules/progress.h"

#include <algorithm>

#include "services/improvement/rules/due_day.h"

namespace waarborg::improvement {
namespace {

bool Done(const v1::PlanItem& item) { return item.state() == v1::PlanItem::STATE_DONE; }

}  // namespace

bool Moves(v1::PlanItem::State from, v1::PlanItem::State to) {
  if (from == to || from == v1::PlanItem::STATE_DONE) return false;
  return to == v1::PlanItem::STATE_IN_PROGRESS || to == v1::PlanItem::STATE_DONE;
}

bool MovesAny(const PlanItems& items, const ItemReports& reports) {
  return std::any_of(reports.begin(), reports.end(), [&items](const v1::ItemProgress& report) {
    return Moves(FindItem(items, report.criterion())->state(), report.state());
  });
}

std::vector<std::string> OverdueItems(const PlanItems& items, absl::CivilDay today) {
  std::vector<std::string> criteria;
  for (const v1::PlanItem& item : items) {
    if (!Done(item) && item.has_due_date() && DueDay(item) < today) criteria.push_back(item.criterion());
  }
  return criteria;
}

std::vector<std::string> UnfinishedItems(const PlanItems& items) {
  std::vector<std::string> criteria;
  for (const v1::PlanItem& item : items) {
    if (!Done(item)) criteria.push_back(item.criterion());
  }
  return criteria;
}

std::optional<absl::CivilDay> NextDueDay(const PlanItems& items, absl::CivilDay today) {
  std::optional<absl::CivilDay> next;
  for (const v1::PlanItem& item : items) {
    if (Done(item) || !item.has_due_date() || DueDay(item) < today) continue;
    if (!next.has_value() || DueDay(item) < *next) next = DueDay(item);
  }
  return next;
}

std::optional<absl::CivilDay> LastDueDay(const PlanItems& items) {
  std::optional<absl::CivilDay> last;
  for (const v1::PlanItem& item : items) {
    if (!item.has_due_date()) continue;
    if (!last.has_value() || DueDay(item) > *last) last = DueDay(item);
  }
  return last;
}

Standstill StandstillOf(const PlanItems& items, int reports_without_progress, absl::CivilDay today) {
  if (!OverdueItems(items, today).empty()) return Standstill::kItemOverdue;
  if (reports_without_progress >= kReportsWithoutProgress) return Standstill::kReportsWithoutProgress;
  return Standstill::kNone;
}

}  // namespace waarborg::improvement
