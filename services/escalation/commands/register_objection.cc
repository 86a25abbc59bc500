#include <algorithm>
#include <utility>

#include "services/escalation/commands.h"
#include "services/escalation/errors.h"
#include "services/escalation/provider_acts.h"
#include "services/escalation/step_changes.h"
#include "services/escalation/visibility.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {
namespace {

// The objection of that date whose outcome was not known yet; null when there is none.
v1::Objection* Undecided(v1::Step& step, const google::type::Date& date) {
  const auto found =
      std::find_if(step.mutable_objections()->begin(), step.mutable_objections()->end(),
                   [&date](const v1::Objection& each) {
                     return each.outcome().empty() && ledger::DayOf(each.date()) == ledger::DayOf(date);
                   });
  return found == step.mutable_objections()->end() ? nullptr : &*found;
}

absl::Status CheckOpenToObjection(const v1::Step& step) {
  if (step.legal_basis() != registry::v1::LEGAL_BASIS_WMO_SUPERVISION) {
    return errors::NotPublicLaw(step.name(), step.legal_basis());
  }
  if (!step.decision().has_objection_due_time()) return errors::NoMeasure(step.name(), step.decided_level());
  return absl::OkStatus();
}

void AddObjection(const ledger::UnitOfWork& unit, const v1::RegisterObjectionRequest& request,
                  v1::Step& step) {
  const absl::Time due = ledger::TimeOf(step.decision().objection_due_time());
  v1::Objection& objection = *step.add_objections();
  objection = request.objection();
  objection.set_late(ledger::EndOfDay(ledger::DayOf(objection.date())) > due);
  objection.set_author(unit.call().caller.member);
  *objection.mutable_time() = ledger::Stamp(unit.now());
  objection.clear_on_behalf_of_provider();
  if (request.has_on_behalf_of_provider()) {
    *objection.mutable_on_behalf_of_provider() = request.on_behalf_of_provider();
  }
}

}  // namespace

absl::StatusOr<v1::Step> RegisterObjection(ledger::UnitOfWork& unit,
                                           const v1::RegisterObjectionRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  const bool outcome_known = !request.objection().outcome().empty();
  v1::Objection* const earlier = outcome_known ? Undecided(file.step, request.objection().date()) : nullptr;
  ASSIGN_OR_RETURN(
      ledger::Fact fact,
      FollowStep(unit, file, outcome_known ? "register_objection_outcome" : "register_objection"));
  RETURN_IF_ERROR(CheckOpenToObjection(file.step));
  if (earlier != nullptr) {
    earlier->set_outcome(request.objection().outcome());
  } else {
    if (ledger::DayOf(request.objection().date()) > ledger::Today(unit.now())) {
      return errors::Violation("objection.date", "OBJECTION_IN_FUTURE");
    }
    RETURN_IF_ERROR(
        NoteOnBehalf(unit, request.has_on_behalf_of_provider(), request.on_behalf_of_provider(), fact));
    AddObjection(unit, request, file.step);
  }
  ASSIGN_OR_RETURN(v1::Step step, KeepStep(unit, file, std::move(fact)));
  return SeenBy(unit.call().caller, std::move(step));
}

}  // namespace waarborg::escalation
