#ifndef WAARBORG_CLIENTS_CLI_DATES_H_
#define WAARBORG_CLIENTS_CLI_DATES_H_

// Days and moments as people here count them: in Europe/Amsterdam, wherever the reader is. Thread-safe.

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/type/date.pb.h"

namespace waarborg::cli {

// An existing day in the form YYYY-MM-DD, or nothing.
[[nodiscard]] std::optional<google::type::Date> ParseDate(absl::string_view text);

[[nodiscard]] std::string FormatDate(const google::type::Date& date);

// Ends the program where the time zone is not installed (package tzdata): every day it showed would be
// doubtful.
[[nodiscard]] absl::TimeZone Amsterdam();

// "2026-01-02 04:04".
[[nodiscard]] std::string FormatMoment(const google::protobuf::Timestamp& time);

// "2026-01-02".
[[nodiscard]] std::string FormatDay(const google::protobuf::Timestamp& time);

// The last day of a term that runs until the end of a day; the moment where it ends within one.
[[nodiscard]] std::string FormatTerm(const google::protobuf::Timestamp& end);

[[nodiscard]] absl::Time ToTime(const google::protobuf::Timestamp& time);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_DATES_H_
