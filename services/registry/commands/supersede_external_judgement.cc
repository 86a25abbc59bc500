#include <string>
#include <utility>

#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/errors.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/records.h"
#include "services/registry/revision.h"

namespace waarborg::registry {
namespace {

// Another of the same provider, of the same source, given no earlier, and itself not superseded.
absl::Status CheckSuccessor(const ledger::UnitOfWork& unit, const v1::ExternalJudgement& judgement,
                            const std::string& successor) {
  ASSIGN_OR_RETURN(const ExternalJudgementName from, ExternalJudgementName::Parse(judgement.name()));
  ASSIGN_OR_RETURN(const ExternalJudgementName to, ExternalJudgementName::Parse(successor));
  if (to == from || to.Owner() != from.Owner()) {
    call::Violations violations;
    violations.Add("successor", "SUCCESSOR_NOT_ANOTHER", from.Owner().ToString());
    return violations.ToStatus();
  }
  ASSIGN_OR_RETURN(const v1::ExternalJudgement later, Load(unit.reader(), to));
  const bool in_force = later.state() == v1::ExternalJudgement::STATE_RECORDED;
  const bool no_earlier = ledger::DayOf(later.date()) >= ledger::DayOf(judgement.date());
  if (in_force && no_earlier && later.issuer() == judgement.issuer()) return absl::OkStatus();
  return errors::SuccessorNotLater(judgement.name(), successor);
}

}  // namespace

absl::StatusOr<v1::ExternalJudgement> SupersedeExternalJudgement(
    ledger::UnitOfWork& unit, const v1::SupersedeExternalJudgementRequest& request) {
  ASSIGN_OR_RETURN(v1::ExternalJudgement judgement, OpenJudgement(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowJudgement(unit, judgement, "supersede"));
  RETURN_IF_ERROR(CheckSuccessor(unit, judgement, request.successor()));
  judgement.set_superseded_by(request.successor());
  fact.reason = request.reason();
  return KeepJudgement(unit, std::move(judgement), std::move(fact));
}

}  // namespace waarborg::registry
