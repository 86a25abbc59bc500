#ifndef WAARBORG_CLIENTS_PUSH_FORMAT_H_
#define WAARBORG_CLIENTS_PUSH_FORMAT_H_

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "clients/push/lines.h"

namespace waarborg::push {

enum class Format {
  kJsonLines,    // one object a line: a report, or a CloudEvent
  kCsv,          // a header and one report a row
  kCloudEvents,  // events in JSON: one, one after another, or an array
};

// "jsonl", "csv", "cloudevents".
[[nodiscard]] std::optional<Format> FormatNamed(absl::string_view name);

// What the name of a file says, if anything.
[[nodiscard]] std::optional<Format> FormatOfName(absl::string_view file);

// What the first line that is not blank looks like; it is put back.
[[nodiscard]] Format FormatOfContent(Lines& lines);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_FORMAT_H_
