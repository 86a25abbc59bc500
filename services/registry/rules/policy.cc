#include "services/registry/rules/policy.h"

#include "absl/time/civil_time.h"
#include "services/language/die.h"
#include "services/rules/calendar.h"

namespace waarborg::registry {
namespace {

// The end of the last day on which something may still be handed in.
absl::Time EndOfTerm(absl::Time start, rules::Term term) {
  const absl::TimeZone zone = LocalZone();
  return rules::EndOfDay(rules::DueDay(absl::ToCivilDay(start, zone), term), zone);
}

}  // namespace

team::v1::FourEyes FourEyesFor(const v1::PolicyVersion& policy, team::v1::Act act) {
  for (const v1::FourEyesRule& row : policy.four_eyes()) {
    if (row.act() == act) return row.rule();
  }
  return act == team::v1::ACT_NARROWED_SCOPE ? team::v1::FOUR_EYES_BEFORE : team::v1::FOUR_EYES_LATER;
}

const v1::LadderLevel* LadderRow(const v1::PolicyVersion& policy, v1::Level level) {
  for (const v1::LadderLevel& row : policy.ladder()) {
    if (row.level() == level) return &row;
  }
  return nullptr;
}

v1::KindRule KindRuleFor(const v1::PolicyVersion& policy, v1::AssessmentKind kind) {
  for (const v1::KindRule& row : policy.kinds()) {
    if (row.kind() == kind) return row;
  }
  v1::KindRule nothing_skipped;
  nothing_skipped.set_kind(kind);
  return nothing_skipped;
}

framework::v1::Text TitleOf(const v1::LadderLevel& row, v1::LegalBasis basis) {
  for (const v1::LevelTitle& title : row.titles()) {
    if (title.legal_basis() == basis) return title.title();
  }
  return row.titles().empty() ? framework::v1::Text() : row.titles(0).title();
}

absl::TimeZone LocalZone() {
  static const absl::TimeZone zone = [] {
    absl::TimeZone amsterdam;
    if (!absl::LoadTimeZone("Europe/Amsterdam", &amsterdam)) language::Die("no time zone data for Amsterdam");
    return amsterdam;
  }();
  return zone;
}

absl::Time WorkingDaysAfter(absl::Time start, int working_days) {
  return EndOfTerm(start, {.amount = working_days, .unit = rules::Term::Unit::kWorkingDays});
}

absl::Time WeeksAfter(absl::Time start, int weeks) {
  return EndOfTerm(start, {.amount = weeks, .unit = rules::Term::Unit::kWeeks});
}

absl::Time MonthsAfter(absl::Time start, int months) {
  return EndOfTerm(start, {.amount = months, .unit = rules::Term::Unit::kMonths});
}

absl::Time DaysAfter(absl::Time start, int days) {
  const absl::TimeZone zone = LocalZone();
  const absl::TimeZone::CivilInfo civil = zone.At(start);
  const absl::CivilSecond clock = civil.cs;
  const absl::CivilDay day = absl::CivilDay(clock) + days;
  return absl::FromCivil(absl::CivilSecond(day.year(), day.month(), day.day(), clock.hour(), clock.minute(),
                                           clock.second()),
                         zone) +
         civil.subsecond;
}

}  // namespace waarborg::registry
