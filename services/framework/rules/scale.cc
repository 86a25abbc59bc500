#include "services/framework/rules/scale.h"

#include <algorithm>

namespace waarborg::framework {

const v1::ScaleValue* ScaleValueOf(const v1::FrameworkVersion& version, v1::Score score) {
  for (const v1::ScaleValue& value : version.scale()) {
    if (value.score() == score) return &value;
  }
  return nullptr;
}

int32_t FullQuarterPoints(const v1::FrameworkVersion& version) {
  int32_t full = 0;
  for (const v1::ScaleValue& value : version.scale()) full = std::max(full, value.quarter_points());
  return full;
}

v1::Score ScoreOf(const Scores& scores, const std::string& criterion) {
  const Scores::const_iterator found = scores.find(criterion);
  return found == scores.end() ? v1::SCORE_NOT_TESTED : found->second;
}

Scores Merge(const Scores& parent, const Scores& renewed) {
  Scores merged = parent;
  for (auto& [criterion, score] : merged) {
    const v1::Score again = ScoreOf(renewed, criterion);
    if (score != v1::SCORE_NOT_TESTED && again != v1::SCORE_NOT_TESTED) score = again;
  }
  return merged;
}

}  // namespace waarborg::framework
