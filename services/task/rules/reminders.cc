#include "services/task/rules/reminders.h"

#include <algorithm>

#include "services/registry/rules/policy.h"
#include "services/rules/term.h"

namespace waarborg::task {
namespace {

using registry::v1::ReminderRule;

ReminderRule DefaultRule() {
  ReminderRule rule;
  rule.set_before_working_days(5);
  rule.set_after_working_days(5);
  rule.set_escalate_after_working_days(10);
  return rule;
}

}  // namespace

ReminderRule ReminderRuleFor(const registry::v1::PolicyVersion& policy, absl::string_view term) {
  const ReminderRule* for_all = nullptr;
  for (const ReminderRule& rule : policy.reminders()) {
    if (rule.term().empty()) {
      for_all = &rule;
    } else if (rule.term() == term) {
      return rule;
    }
  }
  return for_all == nullptr ? DefaultRule() : *for_all;
}

std::vector<ReminderStep> ReminderSteps(const ReminderRule& rule, absl::Time due) {
  const absl::TimeZone zone = registry::LocalZone();
  std::vector<ReminderStep> steps;
  const auto add = [&](int working_days, bool escalates) {
    steps.push_back({rules::WorkingDaysFromDue(due, working_days, zone), working_days, escalates});
  };
  if (rule.before_working_days() > 0) add(-rule.before_working_days(), false);
  add(0, false);
  if (rule.after_working_days() > 0) add(rule.after_working_days(), false);
  if (rule.escalate_after_working_days() > 0) add(rule.escalate_after_working_days(), true);
  std::stable_sort(steps.begin(), steps.end(),
                   [](const ReminderStep& a, const ReminderStep& b) { return a.time < b.time; });
  return steps;
}

std::optional<ReminderStep> StepToSend(const std::vector<ReminderStep>& steps, absl::Time seen,
                                       absl::Time now) {
  std::optional<ReminderStep> last;
  bool escalates = false;
  for (const ReminderStep& step : steps) {
    if (step.time <= seen || step.time > now) continue;
    last = step;
    escalates = escalates || step.escalates;
  }
  if (last.has_value()) last->escalates = escalates;
  return last;
}

std::optional<ReminderStep> NextStep(const std::vector<ReminderStep>& steps, absl::Time now) {
  for (const ReminderStep& step : steps) {
    if (step.time > now) return step;
  }
  return std::nullopt;
}

}  // namespace waarborg::task
