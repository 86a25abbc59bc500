#ifndef WAARBORG_SERVICES_CALL_EACH_ONCE_H_
#define WAARBORG_SERVICES_CALL_EACH_ONCE_H_

#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/call/code.h"
#include "services/call/error.h"

namespace waarborg::call {

// Adds `reason` on `list[i]` and `part` (".criterion", or "") for each entry whose key stood before it. An
// entry without a key is skipped: that is a fault of shape.
template <class Items, class KeyOf>
void CheckEachOnce(const Items& items, absl::string_view list, absl::string_view part,
                   absl::string_view reason, const KeyOf& key_of, Violations& violations) {
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < items.size(); ++i) {
    const std::string key = key_of(items[i]);
    if (key.empty() || seen.insert(key).second) continue;
    violations.Add(absl::StrCat(list, "[", i, "]", part), reason, key);
  }
}

// Each value of a list of one enum at most once.
template <class Enum, class Values>
void CheckEachOnce(const Values& values, absl::string_view list, absl::string_view reason,
                   Violations& violations) {
  const auto code_of = [](int value) { return CodeOf(static_cast<Enum>(value)); };
  CheckEachOnce(values, list, "", reason, code_of, violations);
}

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_EACH_ONCE_H_
