#ifndef WAARBORG_SERVICES_RULES_TERM_H_
#define WAARBORG_SERVICES_RULES_TERM_H_

// What becomes of a running term: it stands still and runs on, it is brought to mind. Pure; may be called
// from any thread.

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace waarborg::rules {

// Whether the rule a date comes from counts working days: its name says so
// ("plan_judgement_working_days=10").
[[nodiscard]] bool CountsWorkingDays(absl::string_view rule);

// The last day of a term that is over at `due`, for a clock in `zone`: the day before, when it is over at
// midnight.
[[nodiscard]] absl::CivilDay LastDayBefore(absl::Time due, absl::TimeZone zone);

// The first moment after the day `working_days` working days from the last day of a term over at `due`; the
// first moment of such a day before it; `due` itself for 0.
[[nodiscard]] absl::Time WorkingDaysFromDue(absl::Time due, int working_days, absl::TimeZone zone);

struct Standstill {
  absl::Time due;      // when the term would have been over
  absl::Time stopped;  // before `due`, as a rule
  absl::Time resumed;  // not before `stopped`
};

// When a term is over after it stood still. A term up to the end of a day has as many days left, or working
// days, after the day of resuming as it had after the day on which it stopped, and ends on a working day (Atw
// art. 1). Any other term ends as much later as it stood still. Never before `due`.
[[nodiscard]] absl::Time ResumedDue(const Standstill& standstill, bool working_days, absl::TimeZone zone);

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_TERM_H_
