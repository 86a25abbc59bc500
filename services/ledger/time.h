#ifndef WAARBORG_SERVICES_LEDGER_TIME_H_
#define WAARBORG_SERVICES_LEDGER_TIME_H_

// Between the moments of the proto messages and those of the rules. Days are days in Europe/Amsterdam.

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/type/date.pb.h"

namespace waarborg::ledger {

// Microseconds; finer digits are dropped.
google::protobuf::Timestamp Stamp(absl::Time time);
absl::Time TimeOf(const google::protobuf::Timestamp& stamp);

// Amsterdam, where every region of the product lives.
absl::TimeZone LocalZone();

google::type::Date DateOf(absl::CivilDay day);
// REQUIRES: a full date, as the edge has checked.
absl::CivilDay DayOf(const google::type::Date& date);

// Whether the optional date was given.
bool HasDate(const google::type::Date& date);

absl::CivilDay Today(absl::Time now);

// The first moment after `day`.
absl::Time EndOfDay(absl::CivilDay day);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_TIME_H_
