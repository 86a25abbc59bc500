#ifndef WAARBORG_SERVICES_TASK_RULES_REMINDERS_H_
#define WAARBORG_SERVICES_TASK_RULES_REMINDERS_H_

// When an open task is brought to mind: some working days before its due day, on it, and after; last, before
// a person named in policy. Pure: the caller brings the time.

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::task {

struct ReminderStep {
  absl::Time time;
  int working_days = 0;
  bool escalates = false;
};

// What policy says about tasks of this term; its rule for all terms when it has none for this one; otherwise
// five working days before, on the day, five after, and the last after ten, before nobody in particular.
registry::v1::ReminderRule ReminderRuleFor(const registry::v1::PolicyVersion& policy, absl::string_view term);

// In order of time. The due day itself is always a step.
std::vector<ReminderStep> ReminderSteps(const registry::v1::ReminderRule& rule, absl::Time due);

// Of the steps after `seen` up to and including `now`: the last, which stands for those before it. Nothing
// when there is none.
std::optional<ReminderStep> StepToSend(const std::vector<ReminderStep>& steps, absl::Time seen,
                                       absl::Time now);

// The first step after `now`.
std::optional<ReminderStep> NextStep(const std::vector<ReminderStep>& steps, absl::Time now);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_RULES_REMINDERS_H_
