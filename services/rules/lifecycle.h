#ifndef WAARBORG_SERVICES_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_RULES_LIFECYCLE_H_

// A lifecycle is one constexpr table: from these states, this wish, by these roles, leads there and leaves
// this fact. IsSound, in a static_assert under the table, lets the compiler refuse a table that contradicts
// itself. Find and Ask read the table; they hold no state and may be called from any thread. A table lives as
// long as the program, for answers point into it.

#include <cstddef>
#include <type_traits>

#include "absl/strings/string_view.h"
#include "services/rules/enum_set.h"
#include "services/rules/lifecycle_checks.h"  // IWYU pragma: export
#include "services/rules/transition.h"        // IWYU pragma: export

namespace waarborg::rules {

// The row for (from, event), whoever asks; null when there is none.
template <class State, class Role, std::size_t N>
constexpr const Transition<State, Role>* Find(const Lifecycle<State, Role, N>& lifecycle,
                                              std::type_identity_t<State> from, absl::string_view event) {
  for (const Transition<State, Role>& row : lifecycle.rows) {
    if (row.event == event && StartsFrom(row, from)) return &row;
  }
  return nullptr;
}

enum class Refusal {
  kNone,
  kNoSuchEvent,  // The table has no such event at all.
  kWrongState,   // The roles may do this, in other states: Step::expected_from.
  kWrongRole,    // The roles may do this in no state, or not in this one: Step::expected_roles.
};

// The answer of a table. Sets that do not belong to the refusal are empty.
template <class State, class Role>
struct [[nodiscard]] Step final {
  const Transition<State, Role>* row = nullptr;  // Null exactly when refused.
  State to{};                                    // The state after the step; State{} when refused.
  Refusal refusal = Refusal::kNone;
  EnumSet<State> expected_from{};  // Empty for an event that only creates.
  EnumSet<Role> expected_roles{};

  [[nodiscard]] constexpr bool allowed() const { return row != nullptr; }
};

// Asks the table whether someone who holds `roles` may do `event` from `from` (State{}: creation). Guards are
// not looked at. Who may do the event in no state is told so before the state is looked at.
template <class State, class Role, std::size_t N>
constexpr Step<State, Role> Ask(const Lifecycle<State, Role, N>& lifecycle, std::type_identity_t<State> from,
                                absl::string_view event, std::type_identity_t<EnumSet<Role>> roles) {
  EnumSet<Role> anyone;
  EnumSet<State> expected_from;
  bool roles_ever_may = false;
  for (const Transition<State, Role>& row : lifecycle.rows) {
    if (row.event != event) continue;
    anyone |= row.roles;
    if (!row.roles.Intersects(roles)) continue;
    roles_ever_may = true;
    expected_from |= row.from;
    if (StartsFrom(row, from)) return {.row = &row, .to = TargetState(row, from)};
  }
  if (anyone.empty()) return {.refusal = Refusal::kNoSuchEvent};
  if (!roles_ever_may) return {.refusal = Refusal::kWrongRole, .expected_roles = anyone};
  if (const Transition<State, Role>* row = Find(lifecycle, from, event); row != nullptr) {
    return {.refusal = Refusal::kWrongRole, .expected_roles = row->roles};
  }
  return {.refusal = Refusal::kWrongState, .expected_from = expected_from};
}

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_LIFECYCLE_H_
