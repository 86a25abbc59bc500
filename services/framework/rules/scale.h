#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_SCALE_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_SCALE_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "waarborg/framework/v1/framework.pb.h"

// Scores and what they weigh. All weights are integer quarter points: four make one point.

namespace waarborg::framework {

// Scores by criterion id. A criterion that is absent, or NOT_TESTED, was not tested.
using Scores = std::map<std::string, v1::Score, std::less<>>;

// The value of a score on the scale of this version; nullptr when the scale does not know it.
[[nodiscard]] const v1::ScaleValue* ScaleValueOf(const v1::FrameworkVersion& version, v1::Score score);

// What one criterion weighs at most, in quarter points.
[[nodiscard]] int32_t FullQuarterPoints(const v1::FrameworkVersion& version);

// The score given to a criterion; NOT_TESTED when none was.
[[nodiscard]] v1::Score ScoreOf(const Scores& scores, const std::string& criterion);

// Puts the scores of a re-assessment over those of the assessment it follows (reference 4.3): a criterion
// tested again takes its new score, every other keeps the old one, and one that was not tested before stays
// out. So the whole rule runs on the parent's n, and in a chain on the n of the first assessment.
[[nodiscard]] Scores Merge(const Scores& parent, const Scores& renewed);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_SCALE_H_
