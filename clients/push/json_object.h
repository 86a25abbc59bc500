#ifndef WAARBORG_CLIENTS_PUSH_JSON_OBJECT_H_
#define WAARBORG_CLIENTS_PUSH_JSON_OBJECT_H_

#include "absl/strings/string_view.h"
#include "clients/cli/fault.h"
#include "nlohmann/json.hpp"

namespace waarborg::push {

// The object that a text is, its keys in their order. Faults: PUSH_NOT_UTF8 and PUSH_NOT_AN_OBJECT for a text
// that is none, PUSH_KEY_TWICE for one that would otherwise be half read.
[[nodiscard]] cli::Parsed<nlohmann::ordered_json> ParseObject(absl::string_view text);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_JSON_OBJECT_H_
