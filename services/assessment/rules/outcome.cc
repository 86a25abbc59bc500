#include "services/assessment/rules/outcome.h"

#include <algorithm>
#include <cstdint>

#include "services/assessment/rules/scope.h"

namespace waarborg::assessment {
namespace {

using framework::v1::Score;

// Quarter points; -1 for what was not tested.
std::int32_t WeightOf(const framework::v1::FrameworkVersion& framework, Score score) {
  const framework::v1::ScaleValue* value = framework::ScaleValueOf(framework, score);
  return value == nullptr ? -1 : value->quarter_points();
}

bool ReachedLargelyMeets(Score score) {
  return score == framework::v1::SCORE_MEETS || score == framework::v1::SCORE_LARGELY_MEETS;
}

bool IsWorse(const framework::v1::FrameworkVersion& framework, Score shown, Score now) {
  if (now == framework::v1::SCORE_NOT_TESTED) return shown == framework::v1::SCORE_MEETS;
  if (shown == framework::v1::SCORE_NOT_TESTED) return now != framework::v1::SCORE_MEETS;
  return WeightOf(framework, now) < WeightOf(framework, shown);
}

}  // namespace

v1::Outcome SuggestedOutcome(const Retest& retest) {
  const std::vector<std::string> items = Shortcomings(retest.framework, retest.before);
  const bool all_reached = std::all_of(items.begin(), items.end(), [&retest](const std::string& item) {
    return ReachedLargelyMeets(framework::ScoreOf(retest.own, item));
  });
  if (retest.merged.band() == framework::v1::BAND_GOOD) return v1::OUTCOME_IMPROVED;
  if (all_reached && retest.merged.theme_flags().empty()) return v1::OUTCOME_IMPROVED;
  if (retest.last_round) return v1::OUTCOME_NOT_IMPROVED;
  const bool some_better = std::any_of(items.begin(), items.end(), [&retest](const std::string& item) {
    return WeightOf(retest.framework, framework::ScoreOf(retest.own, item)) >
           WeightOf(retest.framework, framework::ScoreOf(retest.before, item));
  });
  return some_better ? v1::OUTCOME_PARTLY : v1::OUTCOME_NOT_IMPROVED;
}

std::vector<std::string> Worsened(const framework::v1::FrameworkVersion& framework, const ShownScores& shown,
                                  const framework::Scores& now) {
  std::vector<std::string> criteria;
  for (const framework::v1::Criterion& criterion : framework.criteria()) {
    const auto found = shown.find(criterion.id());
    const Score before = found == shown.end() ? framework::v1::SCORE_NOT_TESTED : found->second;
    if (IsWorse(framework, before, framework::ScoreOf(now, criterion.id())))
      criteria.push_back(criterion.id());
  }
  return criteria;
}

}  // namespace waarborg::assessment
