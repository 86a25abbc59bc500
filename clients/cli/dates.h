#ifndef WAARBORG_CLIENTS_CLI_DATES_H_
#define WAARBORG_CLIENTS_CLI_DATES_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "google/type/date.pb.h"

namespace waarborg::cli {

// An existing day in the form YYYY-MM-DD, or nothing.
[[nodiscard]] std::optional<google::type::Date> ParseDate(absl::string_view text);

[[nodiscard]] std::string FormatDate(const google::type::Date& date);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_DATES_H_
