#ifndef WAARBORG_TESTS_SERVICES_IMPROVEMENT_PLANS_H_
#define WAARBORG_TESTS_SERVICES_IMPROVEMENT_PLANS_H_

// Items, proposals and reports, made in one line each.

#include <string>
#include <vector>

#include "google/type/date.pb.h"
#include "services/improvement/rules/smart.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::improvement {

inline google::type::Date Date(int year, int month, int day) {
  google::type::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

inline v1::PlanItem Item(const std::string& criterion, v1::PlanItem::State state = v1::PlanItem::STATE_OPEN) {
  v1::PlanItem item;
  item.set_criterion(criterion);
  item.set_state(state);
  return item;
}

inline v1::PlanItem DueItem(const std::string& criterion, v1::PlanItem::State state,
                            const google::type::Date& due) {
  v1::PlanItem item = Item(criterion, state);
  *item.mutable_due_date() = due;
  return item;
}

inline v1::ItemProposal Proposal(const std::string& criterion, const google::type::Date& due) {
  v1::ItemProposal proposal;
  proposal.set_criterion(criterion);
  proposal.set_action("Scholing voor alle medewerkers");
  proposal.set_owner("Teamleider zorg");
  *proposal.mutable_due_date() = due;
  proposal.set_measure("Negen van tien dossiers op orde");
  return proposal;
}

inline v1::ItemReason Reason(const std::string& criterion, const std::string& text) {
  v1::ItemReason reason;
  reason.set_criterion(criterion);
  reason.set_reason(text);
  return reason;
}

inline v1::ItemProgress Report(const std::string& criterion, v1::PlanItem::State state) {
  v1::ItemProgress report;
  report.set_criterion(criterion);
  report.set_state(state);
  report.set_text("Stand van zaken");
  return report;
}

template <class Message>
google::protobuf::RepeatedPtrField<Message> All(const std::vector<Message>& messages) {
  return {messages.begin(), messages.end()};
}

// "field: REASON (detail)", in order.
inline std::vector<std::string> Lines(const std::vector<ItemFault>& faults) {
  std::vector<std::string> lines;
  for (const ItemFault& fault : faults)
    lines.push_back(fault.field + ": " + fault.reason + " (" + fault.detail + ")");
  return lines;
}

}  // namespace waarborg::improvement

#endif  // WAARBORG_TESTS_SERVICES_IMPROVEMENT_PLANS_H_
