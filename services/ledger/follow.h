#ifndef WAARBORG_SERVICES_LEDGER_FOLLOW_H_
#define WAARBORG_SERVICES_LEDGER_FOLLOW_H_

// Follows a transition table for the caller of a unit of work: either the next state with the fact for the
// journal, or the refusal that names expected and found.

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_join.h"
#include "absl/strings/string_view.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/ledger/unit_of_work.h"
#include "services/rules/lifecycle.h"

namespace waarborg::ledger {

template <class State>
struct Followed {
  State to;
  Fact fact;  // kind, resource, provider, states and role are filled in; add level, reason, on_behalf_of
};

template <class Enum>
std::string Codes(const rules::EnumSet<Enum>& set) {
  std::vector<std::string> codes;
  for (const Enum value : set) codes.push_back(call::CodeOf(value));
  return absl::StrJoin(codes, ", ");
}

// `from` is State{} for a creation. Errors: FAILED_PRECONDITION (ILLEGAL_TRANSITION), PERMISSION_DENIED
// (ROLE_NOT_ALLOWED). `event` must be one of the table's.
template <class State, std::size_t N>
absl::StatusOr<Followed<State>> Follow(const UnitOfWork& unit,
                                       const rules::Lifecycle<State, call::Role, N>& lifecycle,
                                       std::type_identity_t<State> from, absl::string_view event,
                                       absl::string_view resource, absl::string_view provider) {
  rules::EnumSet<call::Role> roles;
  for (const call::Role role : unit.call().caller.roles) roles |= rules::EnumSet<call::Role>{role};
  const rules::Step<State, call::Role> step = rules::Ask(lifecycle, from, event, roles);
  if (step.refusal == rules::Refusal::kWrongRole) {
    return call::error::RoleNotAllowed(event, Codes(step.expected_roles));
  }
  if (!step.allowed()) {
    return call::error::IllegalTransition(resource, event, Codes(step.expected_from), call::CodeOf(from));
  }
  Followed<State> followed{.to = step.to, .fact = {}};
  followed.fact.kind = std::string(step.row->fact);
  followed.fact.resource = std::string(resource);
  followed.fact.provider = std::string(provider);
  followed.fact.from_state = call::CodeOf(from);
  followed.fact.to_state = call::CodeOf(step.to);
  for (const call::Role role : unit.call().caller.roles) {
    if (step.row->roles.Contains(role)) {
      followed.fact.role = role;
      break;
    }
  }
  return followed;
}

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_FOLLOW_H_
