#ifndef WAARBORG_SERVICES_REGISTRY_RULES_DAY_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_DAY_H_

// Between dates of the proto messages and civil days.

#include "absl/time/civil_time.h"
#include "google/type/date.pb.h"

namespace waarborg::registry {

// REQUIRES: a full date, as the edge has checked.
inline absl::CivilDay ToDay(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

inline google::type::Date ToDate(absl::CivilDay day) {
  google::type::Date date;
  date.set_year(static_cast<int>(day.year()));
  date.set_month(day.month());
  date.set_day(day.day());
  return date;
}

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_DAY_H_
