#include "services/rules/calendar.h"

#include <algorithm>
#include <cstdlib>

#include "services/language/die.h"
#include "services/rules/holidays.h"

namespace waarborg::rules {
namespace {

constexpr int kLongestAmount = 10'000;

bool IsWeekend(absl::CivilDay day) {
  const absl::Weekday weekday = absl::GetWeekday(day);
  return weekday == absl::Weekday::saturday || weekday == absl::Weekday::sunday;
}

absl::CivilDay AddMonths(absl::CivilDay start, int months) {
  const absl::CivilMonth month = absl::CivilMonth(start) + months;
  const absl::CivilDay last_of_month = absl::CivilDay(month + 1) - 1;
  return std::min(absl::CivilDay(month) + (start.day() - 1), last_of_month);
}

// Atw art. 4: longer terms than these stay as they are. A term in working days ends on one anyhow.
bool IsProlongable(Term term) {
  switch (term.unit) {
    case Term::Unit::kCalendarDays:
      return term.amount <= 90;
    case Term::Unit::kWorkingDays:
      return term.amount == 0;
    case Term::Unit::kWeeks:
      return term.amount <= 12;
    case Term::Unit::kMonths:
      return term.amount <= 3;
  }
  language::Die("a term has an unknown unit");
}

}  // namespace

bool IsWorkingDay(absl::CivilDay day) { return !IsWeekend(day) && HolidayOn(day) == nullptr; }

absl::CivilDay AddWorkingDays(absl::CivilDay day, int n) {
  const int direction = n < 0 ? -1 : 1;
  for (int left = std::abs(n); left > 0;) {
    day += direction;
    if (IsWorkingDay(day)) --left;
  }
  return day;
}

int WorkingDaysBetween(absl::CivilDay after, absl::CivilDay last) {
  int count = 0;
  for (absl::CivilDay day = after + 1; day <= last; ++day) {
    if (IsWorkingDay(day)) ++count;
  }
  return count;
}

absl::CivilDay EndOfTerm(absl::CivilDay last) {
  while (!IsWorkingDay(last)) ++last;
  return last;
}

bool IsValid(Term term) { return term.amount >= 0 && term.amount <= kLongestAmount; }

absl::CivilDay LastDay(absl::CivilDay start, Term term) {
  if (!IsValid(term)) language::Die("a term has an amount out of range");
  switch (term.unit) {
    case Term::Unit::kCalendarDays:
      return start + term.amount;
    case Term::Unit::kWorkingDays:
      return AddWorkingDays(start, term.amount);
    case Term::Unit::kWeeks:
      return start + absl::civil_diff_t{7} * term.amount;
    case Term::Unit::kMonths:
      return AddMonths(start, term.amount);
  }
  language::Die("a term has an unknown unit");
}

absl::CivilDay DueDay(absl::CivilDay start, Term term) {
  const absl::CivilDay last = LastDay(start, term);
  if (!IsProlongable(term)) return last;
  const absl::CivilDay end = EndOfTerm(last);
  const bool needs_two_working_days = last - start >= 3;
  return needs_two_working_days ? std::max(end, AddWorkingDays(start, 2)) : end;
}

absl::Time EndOfDay(absl::CivilDay day, absl::TimeZone zone) { return absl::FromCivil(day + 1, zone); }

}  // namespace waarborg::rules
