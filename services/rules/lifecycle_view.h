#ifndef WAARBORG_SERVICES_RULES_LIFECYCLE_VIEW_H_
#define WAARBORG_SERVICES_RULES_LIFECYCLE_VIEW_H_

// Any noun's transition table as plain numbers and texts, so that one piece of code can print or serve them
// all. The numbers are those of the noun's enums; who knows the enum gives them names. Texts point into the
// table.

#include <cstddef>
#include <vector>

#include "absl/strings/string_view.h"
#include "services/rules/enum_set.h"
#include "services/rules/transition.h"

namespace waarborg::rules {

struct RowView final {
  std::vector<int> from;  // Rising; empty: the creation of the resource.
  absl::string_view event;
  absl::string_view guard;  // "" if none.
  std::vector<int> roles;   // Rising.
  int to = 0;               // 0: the state stays.
  absl::string_view fact;
  absl::string_view source;
};

struct LifecycleView final {
  absl::string_view noun;
  std::vector<int> final_states;  // Rising.
  std::vector<RowView> rows;      // In the order of the table.
};

template <class Enum>
std::vector<int> Numbers(EnumSet<Enum> set) {
  std::vector<int> numbers;
  for (const Enum value : set) numbers.push_back(static_cast<int>(value));
  return numbers;
}

template <class State, class Role, std::size_t N>
LifecycleView View(const Lifecycle<State, Role, N>& lifecycle) {
  LifecycleView view{lifecycle.noun, Numbers(lifecycle.final_states), {}};
  view.rows.reserve(N);
  for (const Transition<State, Role>& row : lifecycle.rows) {
    view.rows.push_back({Numbers(row.from), row.event, row.guard, Numbers(row.roles),
                         static_cast<int>(row.to), row.fact, row.source});
  }
  return view;
}

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_LIFECYCLE_VIEW_H_
