#include "services/registry/rules/obligation.h"

#include <algorithm>

#include "services/rules/calendar.h"

namespace waarborg::registry {
namespace {

constexpr int kMonthsOfAYear = 12;

absl::CivilDay MonthsLater(absl::CivilDay day, int months) {
  return rules::LastDay(day, {.amount = months, .unit = rules::Term::Unit::kMonths});
}

bool HasFixedDay(const v1::ObligationRule& rule) { return rule.due_month() > 0; }

absl::CivilDay FixedDay(const v1::ObligationRule& rule, absl::civil_year_t year) {
  return absl::CivilDay(year, rule.due_month(), rule.due_day());
}

int YearsOf(const v1::ObligationRule& rule) { return rule.every_months() / kMonthsOfAYear; }

}  // namespace

bool HoldsFor(const v1::ObligationRule& rule, const v1::Provider& provider) {
  return std::find(provider.sectors().begin(), provider.sectors().end(), rule.sector()) !=
         provider.sectors().end();
}

absl::CivilDay FirstDueDay(const v1::ObligationRule& rule, absl::CivilDay begin) {
  if (!HasFixedDay(rule)) return MonthsLater(begin, rule.every_months());
  const absl::CivilDay this_year = FixedDay(rule, begin.year());
  return this_year >= begin ? this_year : FixedDay(rule, begin.year() + 1);
}

bool Answers(const v1::ObligationRule& rule, absl::CivilDay due, absl::CivilDay received) {
  return !HasFixedDay(rule) || received > FixedDay(rule, due.year() - YearsOf(rule));
}

absl::CivilDay NextDueDay(const v1::ObligationRule& rule, absl::CivilDay due, absl::CivilDay received,
                          absl::CivilDay last) {
  if (!HasFixedDay(rule)) return MonthsLater(last, rule.every_months());
  return Answers(rule, due, received) ? FixedDay(rule, due.year() + YearsOf(rule)) : due;
}

}  // namespace waarborg::registry
