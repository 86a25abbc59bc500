#ifndef WAARBORG_CLIENTS_PUSH_EVENT_VALUES_H_
#define WAARBORG_CLIENTS_PUSH_EVENT_VALUES_H_

#include <cstdint>
#include <optional>
#include <string>

#include "clients/cli/fault.h"
#include "clients/push/lines.h"

namespace waarborg::push {

struct ValueText {
  std::int64_t line = 0;  // where it begins
  cli::Parsed<std::string> text;
};

// Cuts JSON into the objects it is made of: one, on one line or on many; one after another; or the elements
// of an array. Holds one object at a time. Not thread-safe.
//
// What is no object (PUSH_NOT_AN_OBJECT), never ends (PUSH_NOT_AN_OBJECT) or is too long (PUSH_LINE_TOO_LONG)
// is a fault of the line where it begins: reading goes on at the line after it. An array without its end is a
// fault too (PUSH_BATCH_CUT), for what came after may be lost.
class EventValues final {
 public:
  explicit EventValues(Lines& lines) : lines_(lines) {}

  // Nothing at the end.
  [[nodiscard]] std::optional<ValueText> Next();

 private:
  // Passes what stands between objects; false at the end.
  bool GoToValue();
  ValueText TakeValue();

  Lines& lines_;
  std::optional<Line> line_;
  std::size_t at_ = 0;       // in line_
  bool array_open_ = false;  // between its brackets
  std::int64_t last_line_ = 0;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_EVENT_VALUES_H_
