#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_REASONS_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_REASONS_H_

#include "services/framework/rules/decision.h"
#include "services/framework/rules/level.h"
#include "waarborg/framework/v1/framework.pb.h"

// Why the result is what it is, in plain Dutch and English that can be read to a provider.

namespace waarborg::framework {

struct Grounds {
  const DecisionInput& input;
  const v1::ReadingRule& rule;  // the deciding one
  const LevelProposal& level;
};

// The rule that decided: the border of the band under the deciding reading, and where it stands.
[[nodiscard]] v1::DecisiveRule BandRule(const v1::FrameworkVersion& version, const v1::ReadingRule& rule,
                                        v1::Band band);

// The rule that decides when nothing was tested.
[[nodiscard]] v1::DecisiveRule NothingTestedRule(const v1::FrameworkVersion& version);

// Adds the reasons, most important first: acute unsafety, the result, theme flags, trust, level, other
// readings, a narrow scope. REQUIRES: everything else of `evaluation` is filled in, and its band is a band.
void AddReasons(const v1::FrameworkVersion& version, const Grounds& grounds, v1::Evaluation& evaluation);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_REASONS_H_
