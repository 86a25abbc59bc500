#ifndef WAARBORG_SERVICES_RULES_CALENDAR_H_
#define WAARBORG_SERVICES_RULES_CALENDAR_H_

// Dutch working days and the end of terms, as in the Algemene termijnenwet (Atw). A working day is no
// Saturday, no Sunday and no holiday of holidays.h.
//
// A day is a civil day; only EndOfDay knows time zones. May be called from any thread.

#include <cstdint>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"

namespace waarborg::rules {

[[nodiscard]] bool IsWorkingDay(absl::CivilDay day);

// The n-th working day after `day`, or before it when n is negative; `day` itself for 0.
[[nodiscard]] absl::CivilDay AddWorkingDays(absl::CivilDay day, int n);

// How many working days lie after `after`, up to and including `last`; 0 when `last` is not later.
[[nodiscard]] int WorkingDaysBetween(absl::CivilDay after, absl::CivilDay last);

// Atw art. 1 lid 1: a term that ends on no working day is prolonged to the next one.
[[nodiscard]] absl::CivilDay EndOfTerm(absl::CivilDay last);

// A length of time as a policy states it. The day on which it starts does not count.
struct Term final {
  enum class Unit : std::uint8_t { kCalendarDays, kWorkingDays, kWeeks, kMonths };

  int amount = 0;
  Unit unit = Unit::kCalendarDays;

  bool operator==(const Term&) const = default;
};

// Whether the amount is from 0 up to ten thousand, which keeps every sum below in range.
[[nodiscard]] bool IsValid(Term term);

// The last day of the term by plain counting. A month ends on the day with the same number, or on the last
// day of a month that has no such day. For what ends by itself on its date, such as a measure. The term must
// be valid.
[[nodiscard]] absl::CivilDay LastDay(absl::CivilDay start, Term term);

// The last day on which something may still be handed in: LastDay, prolonged to a working day (Atw art. 1),
// with at least two working days in a term of three days or more (art. 2). Terms of more than 90 days, twelve
// weeks or three months are not prolonged (art. 4). The term must be valid.
[[nodiscard]] absl::CivilDay DueDay(absl::CivilDay start, Term term);

// The first moment after the day, for a clock in `zone`.
[[nodiscard]] absl::Time EndOfDay(absl::CivilDay day, absl::TimeZone zone);

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_CALENDAR_H_
