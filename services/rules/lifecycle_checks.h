#ifndef WAARBORG_SERVICES_RULES_LIFECYCLE_CHECKS_H_
#define WAARBORG_SERVICES_RULES_LIFECYCLE_CHECKS_H_

// What makes a transition table sound, as predicates for static_assert. `all` is the set of every state of
// the noun, without the unspecified one.

#include <algorithm>
#include <cstddef>
#include <type_traits>

#include "absl/strings/string_view.h"
#include "services/rules/enum_set.h"
#include "services/rules/transition.h"

namespace waarborg::rules {

// From one state, one event leads to one place; an event creates in one way.
template <class State, class Role, std::size_t N>
constexpr bool OneRowPerStateAndEvent(const Lifecycle<State, Role, N>& lifecycle) {
  for (std::size_t i = 0; i < N; ++i) {
    for (std::size_t j = i + 1; j < N; ++j) {
      const Transition<State, Role>& a = lifecycle.rows[i];
      const Transition<State, Role>& b = lifecycle.rows[j];
      const bool both_create = a.from.empty() && b.from.empty();
      if (a.event == b.event && (both_create || a.from.Intersects(b.from))) return false;
    }
  }
  return true;
}

// Rows and final states name states of `all` only, and a creation leads to a state.
template <class State, class Role, std::size_t N>
constexpr bool StatesAreKnown(const Lifecycle<State, Role, N>& lifecycle,
                              std::type_identity_t<EnumSet<State>> all) {
  if (all.Contains(State{}) || !all.ContainsAll(lifecycle.final_states)) return false;
  return std::all_of(lifecycle.rows.begin(), lifecycle.rows.end(), [all](const Transition<State, Role>& row) {
    const bool stays = row.to == State{};
    return all.ContainsAll(row.from) && (stays ? !row.from.empty() : all.Contains(row.to));
  });
}

// Starting at the creation rows, the table leads to every state.
template <class State, class Role, std::size_t N>
constexpr bool EveryStateReachable(const Lifecycle<State, Role, N>& lifecycle,
                                   std::type_identity_t<EnumSet<State>> all) {
  EnumSet<State> reached;
  EnumSet<State> before;
  do {
    before = reached;
    for (const Transition<State, Role>& row : lifecycle.rows) {
      const bool leads_on = row.to != State{} && (row.from.empty() || row.from.Intersects(reached));
      if (leads_on) reached |= {row.to};
    }
  } while (reached != before);
  return reached.ContainsAll(all);
}

// What happens in a final state leaves it as it is (a correction, a remark).
template <class State, class Role, std::size_t N>
constexpr bool FinalStatesAreFinal(const Lifecycle<State, Role, N>& lifecycle) {
  for (const Transition<State, Role>& row : lifecycle.rows) {
    for (const State from : row.from& lifecycle.final_states) {
      if (TargetState(row, from) != from) return false;
    }
  }
  return true;
}

template <class State, class Role, std::size_t N>
constexpr bool NonFinalStatesHaveAWayOut(const Lifecycle<State, Role, N>& lifecycle,
                                         std::type_identity_t<EnumSet<State>> all) {
  EnumSet<State> left;
  for (const Transition<State, Role>& row : lifecycle.rows) {
    for (const State from : row.from) {
      if (TargetState(row, from) != from) left |= {from};
    }
  }
  return left.ContainsAll(all - lifecycle.final_states);
}

// Every row is for someone, and nobody is the unspecified role.
template <class State, class Role, std::size_t N>
constexpr bool EveryRowHasARole(const Lifecycle<State, Role, N>& lifecycle) {
  return std::all_of(lifecycle.rows.begin(), lifecycle.rows.end(), [](const Transition<State, Role>& row) {
    return !row.roles.empty() && !row.roles.Contains(Role{});
  });
}

constexpr bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// "submit_scores": lower-case letters, parted by single underscores.
constexpr bool IsSnakeCase(absl::string_view text) {
  char previous = '_';
  for (const char c : text) {
    if (!IsLower(c) && (c != '_' || previous == '_')) return false;
    previous = c;
  }
  return previous != '_';
}

// "ScoresSubmitted": letters, the first one a capital.
constexpr bool IsCamelCase(absl::string_view text) {
  if (text.empty() || !IsUpper(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return IsLower(c) || IsUpper(c); });
}

template <class State, class Role, std::size_t N>
constexpr bool EventsAreNamed(const Lifecycle<State, Role, N>& lifecycle) {
  return std::all_of(lifecycle.rows.begin(), lifecycle.rows.end(),
                     [](const Transition<State, Role>& row) { return IsSnakeCase(row.event); });
}

template <class State, class Role, std::size_t N>
constexpr bool FactsAreNamed(const Lifecycle<State, Role, N>& lifecycle) {
  return std::all_of(lifecycle.rows.begin(), lifecycle.rows.end(),
                     [](const Transition<State, Role>& row) { return IsCamelCase(row.fact); });
}

template <class State, class Role, std::size_t N>
constexpr bool SourcesAreNamed(const Lifecycle<State, Role, N>& lifecycle) {
  return std::all_of(lifecycle.rows.begin(), lifecycle.rows.end(),
                     [](const Transition<State, Role>& row) { return !row.source.empty(); });
}

// All of the above. When it fails, assert the predicates one by one to see which does.
template <class State, class Role, std::size_t N>
constexpr bool IsSound(const Lifecycle<State, Role, N>& lifecycle, std::type_identity_t<EnumSet<State>> all) {
  return OneRowPerStateAndEvent(lifecycle) && StatesAreKnown(lifecycle, all) &&
         EveryStateReachable(lifecycle, all) && FinalStatesAreFinal(lifecycle) &&
         NonFinalStatesHaveAWayOut(lifecycle, all) && EveryRowHasARole(lifecycle) &&
         EventsAreNamed(lifecycle) && FactsAreNamed(lifecycle) && SourcesAreNamed(lifecycle);
}

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_LIFECYCLE_CHECKS_H_
