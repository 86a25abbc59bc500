#include "services/improvement/rules/smart.h"

#include <algorithm>
#include <cstddef>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/improvement/rules/due_day.h"

namespace waarborg::improvement {
namespace {

bool Blank(absl::string_view text) { return absl::StripAsciiWhitespace(text).empty(); }

std::string FieldOf(absl::string_view list, std::size_t index, absl::string_view field) {
  return absl::StrCat(list, "[", index, "].", field);
}

// Notes which criteria are named, and that each is an item and is named once.
template <class Entry>
void CheckCriterion(const PlanItems& items, absl::string_view list, std::size_t index, const Entry& entry,
                    std::set<std::string>& named, std::vector<ItemFault>& faults) {
  const std::string field = FieldOf(list, index, "criterion");
  if (FindItem(items, entry.criterion()) == nullptr) {
    faults.push_back({field, "UNKNOWN_ITEM", entry.criterion()});
  } else if (!named.insert(entry.criterion()).second) {
    faults.push_back({field, "DUPLICATE_ITEM", entry.criterion()});
  }
}

void CheckProposal(std::size_t index, const v1::ItemProposal& proposal, const Window& window,
                   std::vector<ItemFault>& faults) {
  const auto add = [&](absl::string_view field, absl::string_view reason, std::string detail) {
    faults.push_back({FieldOf("items", index, field), std::string(reason), std::move(detail)});
  };
  if (Blank(proposal.action())) add("action", "ITEM_NEEDS_ACTION", proposal.criterion());
  if (Blank(proposal.owner())) add("owner", "ITEM_NEEDS_OWNER", proposal.criterion());
  const absl::CivilDay due = DueDay(proposal);
  if (due < window.first) add("due_date", "DUE_DATE_IN_PAST", absl::FormatCivilTime(window.first));
  if (due > window.last) add("due_date", "DUE_DATE_AFTER_END", absl::FormatCivilTime(window.last));
  if (Blank(proposal.measure())) add("measure", "ITEM_NEEDS_MEASURE", proposal.criterion());
}

}  // namespace

std::vector<ItemFault> PlanFaults(const PlanItems& items, const Proposals& proposals, const Window& window) {
  std::vector<ItemFault> faults;
  std::set<std::string> named;
  for (int i = 0; i < proposals.size(); ++i) {
    CheckCriterion(items, "items", i, proposals[i], named, faults);
    CheckProposal(i, proposals[i], window, faults);
  }
  for (const v1::PlanItem& item : items) {
    if (!named.contains(item.criterion())) faults.push_back({"items", "ITEM_MISSING", item.criterion()});
  }
  return faults;
}

std::vector<ItemFault> ChangeFaults(const PlanItems& items, const Proposals& proposals,
                                    const Window& window) {
  std::vector<ItemFault> faults;
  std::set<std::string> named;
  for (int i = 0; i < proposals.size(); ++i) {
    CheckCriterion(items, "items", i, proposals[i], named, faults);
    const v1::PlanItem* item = FindItem(items, proposals[i].criterion());
    if (item != nullptr && item->state() == v1::PlanItem::STATE_DONE) {
      faults.push_back({FieldOf("items", i, "criterion"), "ITEM_ALREADY_DONE", item->criterion()});
    }
    CheckProposal(i, proposals[i], window, faults);
  }
  return faults;
}

std::vector<ItemFault> ReasonFaults(const PlanItems& items, const ItemReasons& reasons) {
  std::vector<ItemFault> faults;
  std::set<std::string> named;
  for (int i = 0; i < reasons.size(); ++i) {
    CheckCriterion(items, "reasons", i, reasons[i], named, faults);
  }
  return faults;
}

std::vector<ItemFault> ReportFaults(const PlanItems& items, const ItemReports& reports) {
  std::vector<ItemFault> faults;
  std::set<std::string> named;
  for (int i = 0; i < reports.size(); ++i) {
    CheckCriterion(items, "items", i, reports[i], named, faults);
    const v1::PlanItem* item = FindItem(items, reports[i].criterion());
    if (item != nullptr && Blank(item->action())) {
      faults.push_back({FieldOf("items", i, "criterion"), "ITEM_NOT_PLANNED", item->criterion()});
    }
  }
  return faults;
}

void Adopt(const Proposals& proposals, PlanItems& items) {
  for (const v1::ItemProposal& proposal : proposals) {
    v1::PlanItem& item = *FindItem(items, proposal.criterion());
    item.set_action(proposal.action());
    item.set_owner(proposal.owner());
    *item.mutable_due_date() = proposal.due_date();
    item.set_measure(proposal.measure());
    item.clear_return_reason();
  }
}

std::vector<std::string> UncoveredItems(const PlanItems& items) {
  std::vector<std::string> criteria;
  for (const v1::PlanItem& item : items) {
    const bool covered =
        !Blank(item.action()) && !Blank(item.owner()) && item.due_date().year() > 0 && !Blank(item.measure());
    if (!covered) criteria.push_back(item.criterion());
  }
  return criteria;
}

v1::PlanItem* FindItem(PlanItems& items, const std::string& criterion) {
  const auto found = std::find_if(items.begin(), items.end(), [&criterion](const v1::PlanItem& item) {
    return item.criterion() == criterion;
  });
  return found == items.end() ? nullptr : &*found;
}

const v1::PlanItem* FindItem(const PlanItems& items, const std::string& criterion) {
  const auto found = std::find_if(items.begin(), items.end(), [&criterion](const v1::PlanItem& item) {
    return item.criterion() == criterion;
  });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace waarborg::improvement
