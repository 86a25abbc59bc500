#include "services/term/moving.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "absl/algorithm/container.h"
#include "absl/strings/ascii.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/ledger/digest.h"
#include "services/term/errors.h"

namespace waarborg::term {
namespace {

using internal::v1::Deadline;

constexpr std::size_t kEtagLength = 16;

std::string EtagOf(const Deadline& deadline) { return ledger::DigestOf(deadline).substr(0, kEtagLength); }

bool IsPlain(const std::string& text) { return absl::c_all_of(text, absl::ascii_isgraph); }

// What the answer repeats must fit into it: names and kinds are short in bytes too.
absl::Status CheckSpelling(const Wish& wish) {
  call::Violations violations;
  if (!IsPlain(wish.resource)) violations.Add("resource", "INVALID_NAME");
  if (!IsPlain(wish.kind)) violations.Add("kind", "INVALID_ID");
  return violations.ToStatus();
}

}  // namespace

v1::Term TermOf(const Deadline& deadline) {
  v1::Term term;
  term.set_resource(deadline.resource());
  term.set_kind(deadline.kind());
  term.set_provider(deadline.provider());
  term.set_rule(deadline.rule());
  *term.mutable_start_time() = deadline.start_time();
  if (deadline.has_suspend_time()) {
    *term.mutable_suspend_time() = deadline.suspend_time();
  } else {
    *term.mutable_due_time() = deadline.due_time();
  }
  *term.mutable_changes() = deadline.changes();
  term.set_etag(EtagOf(deadline));
  return term;
}

absl::StatusOr<ledger::Moving> MovingOf(const ledger::UnitOfWork& unit,
                                        const std::vector<ledger::DeadlineRule>& rules, const Wish& wish) {
  RETURN_IF_ERROR(CheckSpelling(wish));
  ASSIGN_OR_RETURN(const std::optional<Deadline> deadline, unit.FindDeadline(wish.resource, wish.kind));
  const auto rule = std::find_if(rules.begin(), rules.end(), [&wish](const ledger::DeadlineRule& each) {
    return each.kind == wish.kind;
  });
  if (!deadline.has_value() || rule == rules.end()) return errors::TermNotFound(wish.resource, wish.kind);
  if (rule->moving.follow == nullptr) return errors::TermFixed(wish.resource, wish.kind);
  if (!unit.call().caller.Holds(rule->moving.role)) {
    return call::error::RoleNotAllowed("move_term", call::CodeOf(rule->moving.role));
  }
  RETURN_IF_ERROR(call::CheckEtag(wish.resource, wish.etag, EtagOf(*deadline)));
  return rule->moving;
}

absl::StatusOr<v1::Term> TellOfMove(ledger::UnitOfWork& unit, const ledger::Moving& moving,
                                    const Deadline& deadline, const Wish& wish, absl::string_view fact) {
  RETURN_IF_ERROR(moving.follow(unit, deadline));
  ledger::Fact told;
  told.kind = std::string(fact);
  told.resource = wish.resource;
  told.provider = deadline.provider();
  told.reason = wish.reason;
  told.role = moving.role;
  unit.Record(std::move(told));
  return TermOf(deadline);
}

}  // namespace waarborg::term
