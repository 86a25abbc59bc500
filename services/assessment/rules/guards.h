#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_GUARDS_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_GUARDS_H_

// The guards of the lifecycle that ask which steps a kind of assessment skips (reference 4, list 3). Pure.

#include "services/assessment/rules/lifecycle.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::assessment {

// The announcement is behind, or policy skips it for this kind.
inline bool AnnouncementDone(State state, const registry::v1::KindRule& rule) {
  return state != kPlanned || rule.skip_announcement();
}

// Whether fieldwork may start from here.
inline bool PreparationDone(State state, const registry::v1::KindRule& rule) {
  return state == kPreparing || (rule.skip_preparation() && AnnouncementDone(state, rule));
}

// Whether the scope may be set here: once fieldwork runs, only where there was no preparation to set it in.
inline bool ScopeMayBeSet(const v1::Assessment& assessment, const registry::v1::KindRule& rule) {
  return assessment.state() == kPreparing || assessment.unannounced() || rule.skip_preparation();
}

// Only statutory supervision may enter without notice; urgency asks for it on any ground (reference 4.1,
// C-16).
inline bool MayComeUnannounced(const v1::Assessment& assessment) {
  return assessment.kind() == registry::v1::ASSESSMENT_KIND_URGENT ||
         assessment.legal_basis() == registry::v1::LEGAL_BASIS_WMO_SUPERVISION;
}

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_GUARDS_H_
