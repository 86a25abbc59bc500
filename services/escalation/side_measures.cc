#include "services/escalation/side_measures.h"

#include "services/escalation/errors.h"
#include "services/escalation/guards.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

absl::StatusOr<v1::SideMeasure> NewSideMeasure(const ledger::UnitOfWork& unit,
                                               const registry::v1::PolicyVersion& policy,
                                               const v1::Standing& standing, const Accompanied& accompanied,
                                               const v1::SideMeasure& given) {
  const Level level = accompanied.level;
  if (!accompanied.imposed || level < registry::v1::LEVEL_FORMAL_WARNING) {
    return errors::SideMeasureNotForLevel(level);
  }
  RETURN_IF_ERROR(CheckInForce(accompanied.resource, standing));
  const bool public_law = accompanied.basis == registry::v1::LEGAL_BASIS_WMO_SUPERVISION;
  if (given.kind() == v1::SideMeasure::KIND_PENALTY_ORDER && !public_law) {
    return errors::NotPublicLaw(accompanied.resource, accompanied.basis);
  }
  if (IsBurden(given.kind())) RETURN_IF_ERROR(CheckMandate(unit.call().caller, policy, level));
  v1::SideMeasure measure = given;
  measure.set_author(unit.call().caller.member);
  *measure.mutable_time() = ledger::Stamp(unit.now());
  return measure;
}

}  // namespace waarborg::escalation
