#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_FLIP_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_FLIP_H_

#include <optional>

#include "services/framework/rules/scale.h"
#include "waarborg/framework/v1/framework.pb.h"

// What would flip the outcome: the cheapest change of scores that lifts, or that lowers, the band.

namespace waarborg::framework {

enum class FlipDirection { kUp, kDown };

// The cheapest change under `rule`: fewest criteria changed, then fewest quarter points in all, then the
// criteria that come first in framework order; where one set of criteria allows several spreads, the smallest
// change comes first. Only tested criteria change, and only to values of the scale. Nothing when no such
// change exists. REQUIRES: `rule` is a percentage reading of `version`; every score is on the scale.
[[nodiscard]] std::optional<v1::Flip> CheapestFlip(const v1::FrameworkVersion& version,
                                                   const v1::ReadingRule& rule, const Scores& scores,
                                                   FlipDirection direction);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_FLIP_H_
