#ifndef WAARBORG_SERVICES_ESCALATION_RULES_LADDER_H_
#define WAARBORG_SERVICES_ESCALATION_RULES_LADDER_H_

// What the ladder of a region's policy allows and asks (reference 4 list 2, 3 and 11, 4.4). Pure: levels,
// mandates and terms are data; nothing here names a level except where the reference does (L0 and L1 against
// L2 and more).
//
// REQUIRES everywhere: the policy holds a row for every level, as publishing has checked.

#include "absl/strings/string_view.h"
#include "services/rules/enum_set.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::escalation {

using registry::v1::Level;

// For whom, on what ground and in what kind of region a level is asked.
struct Footing {
  framework::v1::Profile profile = framework::v1::PROFILE_UNSPECIFIED;
  registry::v1::LegalBasis legal_basis = registry::v1::LEGAL_BASIS_UNSPECIFIED;
  registry::v1::Region::Kind region = registry::v1::Region::KIND_UNSPECIFIED;
};

enum class LevelRefusal {
  kNone,
  kTerminal,
  kUnchanged,
  kNotForProfile,
  kNotForLegalBasis,
  kLegalBasisNotForProfile
};

// The row of a level. REQUIRES as above; ends the process without it.
[[nodiscard]] const registry::v1::LadderLevel& RowOf(const registry::v1::PolicyVersion& policy, Level level);

// Whether such a provider can stand on such a ground: a relative on a personal budget has no contract.
[[nodiscard]] bool MayRestOn(registry::v1::LegalBasis basis, framework::v1::Profile profile);

// Whether the level holds for such a provider on such a ground: kNone or one of the last three.
[[nodiscard]] LevelRefusal HoldsFor(const registry::v1::PolicyVersion& policy, Level level,
                                    const Footing& footing);

// Whether a step may lead from one level to the other. The same level again is a heavier burden there, so L0
// has none; from a terminal level nothing leads on.
[[nodiscard]] LevelRefusal StepRefusal(const registry::v1::PolicyVersion& policy, Level from, Level to,
                                       const Footing& footing);

[[nodiscard]] Level Higher(Level a, Level b);

// Both levels L0 or L1: author and decider may then be one person.
[[nodiscard]] bool IsLow(Level from, Level to);

// The act that four eyes look at, by the higher of the two levels.
[[nodiscard]] team::v1::Act ActFor(Level from, Level to);

// Upward: a level between the two holds for this provider and is passed over. Downward: `to` is not where a
// step down from there leads by default.
[[nodiscard]] bool SkipsALevel(const registry::v1::PolicyVersion& policy, Level from, Level to,
                               const Footing& footing);

// A heavier level, or a heavier burden at the same one, where policy wants the provider heard first.
[[nodiscard]] bool NeedsHearing(const registry::v1::PolicyVersion& policy, Level from, Level to);

// R-003-21: at the levels where policy says so, a care office aligns whatever the ground, and others for Wlz.
[[nodiscard]] bool NeedsAlignment(const registry::v1::PolicyVersion& policy, Level to,
                                  const Footing& footing);

// IGJ, NZA or VWS, whatever its case: without one of these there is no alignment.
[[nodiscard]] bool IsAlignmentPartner(absl::string_view partner);

// Lighter than proposed without becoming a step of another direction: a step up stays above where it began.
[[nodiscard]] bool IsLighter(Level from, Level proposed, Level lighter);

// Whether a step proposed downward would, at `level`, no longer be one.
[[nodiscard]] bool TurnsStepDown(Level from, Level proposed, Level level);

// Whether one with these roles and this resource name decides at the level. `mandated_members` are resource
// names or bare member ids.
[[nodiscard]] bool HasMandate(const registry::v1::PolicyVersion& policy, Level level,
                              rules::EnumSet<team::v1::Role> roles, absl::string_view member);

// Measures that burden the provider need the mandate of its level; reports to others do not.
[[nodiscard]] bool IsBurden(v1::SideMeasure::Kind kind);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_RULES_LADDER_H_
