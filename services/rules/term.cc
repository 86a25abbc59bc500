#include "services/rules/term.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "services/rules/calendar.h"

namespace waarborg::rules {
namespace {

bool EndsWithADay(absl::Time due, absl::TimeZone zone) {
  return due == absl::FromCivil(absl::ToCivilDay(due, zone), zone);
}

}  // namespace

bool CountsWorkingDays(absl::string_view rule) { return absl::StrContains(rule, "working_days"); }

absl::CivilDay LastDayBefore(absl::Time due, absl::TimeZone zone) {
  return absl::ToCivilDay(due - absl::Microseconds(1), zone);
}

absl::Time WorkingDaysFromDue(absl::Time due, int working_days, absl::TimeZone zone) {
  if (working_days == 0) return due;
  const absl::CivilDay day = AddWorkingDays(LastDayBefore(due, zone), working_days);
  return working_days < 0 ? absl::FromCivil(day, zone) : EndOfDay(day, zone);
}

absl::Time ResumedDue(const Standstill& standstill, bool working_days, absl::TimeZone zone) {
  if (!EndsWithADay(standstill.due, zone)) {
    return standstill.due + (standstill.resumed - standstill.stopped);
  }
  const absl::CivilDay last = LastDayBefore(standstill.due, zone);
  const absl::CivilDay stopped = absl::ToCivilDay(standstill.stopped, zone);
  const absl::CivilDay resumed = absl::ToCivilDay(standstill.resumed, zone);
  if (last < stopped || resumed <= stopped) return standstill.due;
  const absl::CivilDay moved =
      working_days ? AddWorkingDays(resumed, WorkingDaysBetween(stopped, last)) : resumed + (last - stopped);
  return std::max(standstill.due, EndOfDay(EndOfTerm(moved), zone));
}

}  // namespace waarborg::rules
