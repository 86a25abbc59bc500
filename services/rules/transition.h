#ifndef WAARBORG_SERVICES_RULES_TRANSITION_H_
#define WAARBORG_SERVICES_RULES_TRANSITION_H_

// The rows of a transition table and the table itself. Tables are written with lifecycle.h.
//
// State and Role are the proto's own enums. Number 0 is the unspecified value and no state: as a `from` it
// stands for "not there yet" (a creation row), as a `to` it is kSame.

#include <array>
#include <cstddef>
#include <type_traits>

#include "absl/strings/string_view.h"
#include "services/rules/enum_set.h"

namespace waarborg::rules {

// The `to` of a row that leaves the state as it is.
struct SameState final {
  template <class State>
  requires std::is_enum_v<State>
  constexpr operator State() const {  // NOLINT(google-explicit-constructor): it stands where a state stands
    return State{};
  }
};
inline constexpr SameState kSame;

template <class State, class Role>
struct Transition final {
  EnumSet<State> from{};      // Empty: the creation of the resource.
  absl::string_view event{};  // The wish, imperative snake_case: "submit_scores".
  absl::string_view guard{};  // Names of the conditions, "" if none; for the reader, the command checks them.
  EnumSet<Role> roles{};      // Who may.
  State to = kSame;
  absl::string_view fact{};    // What the journal calls it, a participle: "ScoresSubmitted".
  absl::string_view source{};  // Where the rule comes from: "R-002-28", "4.1".
};

template <class State, class Role, std::size_t N>
struct Lifecycle final {
  absl::string_view noun;       // "assessment"
  EnumSet<State> final_states;  // Empty when the resource never ends.
  std::array<Transition<State, Role>, N> rows;
};

// Builds a table without counting its rows by hand.
template <class State, class Role, std::size_t N>
constexpr Lifecycle<State, Role, N> MakeLifecycle(absl::string_view noun,
                                                  std::type_identity_t<EnumSet<State>> final_states,
                                                  const Transition<State, Role> (&rows)[N]) {
  return {noun, final_states, std::to_array(rows)};
}

// Whether the row may be taken from `from`; State{} asks for a creation row.
template <class State, class Role>
constexpr bool StartsFrom(const Transition<State, Role>& row, std::type_identity_t<State> from) {
  return from == State{} ? row.from.empty() : row.from.Contains(from);
}

// The state in which the resource is after the row.
template <class State, class Role>
constexpr State TargetState(const Transition<State, Role>& row, std::type_identity_t<State> from) {
  return row.to == State{} ? from : row.to;
}

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_TRANSITION_H_
