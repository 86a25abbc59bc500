#include "services/escalation/objections.h"

#include <algorithm>

#include "services/escalation/errors.h"
#include "services/escalation/provider_acts.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {
namespace {

// The objection of that date whose outcome was not known yet; null when there is none.
v1::Objection* Undecided(Objections& kept, const google::type::Date& date) {
  const auto found = std::find_if(kept.begin(), kept.end(), [&date](const v1::Objection& each) {
    return each.outcome().empty() && ledger::DayOf(each.date()) == ledger::DayOf(date);
  });
  return found == kept.end() ? nullptr : &*found;
}

absl::Status CheckOpenToObjection(const Contested& contested) {
  if (contested.basis != registry::v1::LEGAL_BASIS_WMO_SUPERVISION) {
    return errors::NotPublicLaw(contested.resource, contested.basis);
  }
  if (!contested.due.has_value()) return errors::NoMeasure(contested.resource, contested.level);
  return absl::OkStatus();
}

}  // namespace

absl::string_view EventOf(const v1::Objection& objection) {
  return objection.outcome().empty() ? "register_objection" : "register_objection_outcome";
}

absl::Status KeepObjection(const ledger::UnitOfWork& unit, const Contested& contested,
                           const Incoming& incoming, Objections& kept, ledger::Fact& fact) {
  RETURN_IF_ERROR(CheckOpenToObjection(contested));
  const v1::Objection& given = incoming.objection;
  v1::Objection* const earlier = given.outcome().empty() ? nullptr : Undecided(kept, given.date());
  if (earlier != nullptr) {
    earlier->set_outcome(given.outcome());
    return absl::OkStatus();
  }
  if (ledger::DayOf(given.date()) > ledger::Today(unit.now())) {
    return errors::Violation("objection.date", "OBJECTION_IN_FUTURE");
  }
  const bool on_behalf = incoming.document != nullptr;
  const team::v1::OnBehalfOfProvider none;
  RETURN_IF_ERROR(NoteOnBehalf(unit, on_behalf, on_behalf ? *incoming.document : none, fact));
  v1::Objection& objection = *kept.Add();
  objection = given;
  objection.set_late(ledger::EndOfDay(ledger::DayOf(given.date())) > *contested.due);
  objection.set_author(unit.call().caller.member);
  *objection.mutable_time() = ledger::Stamp(unit.now());
  objection.clear_on_behalf_of_provider();
  if (on_behalf) *objection.mutable_on_behalf_of_provider() = *incoming.document;
  return absl::OkStatus();
}

}  // namespace waarborg::escalation
