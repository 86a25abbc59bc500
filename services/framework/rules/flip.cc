#include "services/framework/rules/flip.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "services/framework/rules/selection.h"
#include "services/framework/rules/tally.h"

namespace waarborg::framework {
namespace {

struct Tested {
  const v1::Criterion* criterion;
  const v1::ScaleValue* value;
};

struct Question {
  const v1::FrameworkVersion& version;
  const v1::ReadingRule& rule;
  FlipDirection direction;
  std::vector<Tested> tested;  // in framework order
  Tally tally;
  int32_t full;
  v1::Band band;

  [[nodiscard]] int32_t Sign() const { return direction == FlipDirection::kUp ? 1 : -1; }
  [[nodiscard]] bool ByPoints() const { return rule.measure() == v1::ReadingRule::MEASURE_POINTS; }
};

Question Ask(const v1::FrameworkVersion& version, const v1::ReadingRule& rule, const Scores& scores,
             FlipDirection direction) {
  Question question{
      .version = version, .rule = rule, .direction = direction, .full = FullQuarterPoints(version)};
  for (const v1::Criterion& criterion : version.criteria()) {
    const v1::ScaleValue* value = ScaleValueOf(version, ScoreOf(scores, criterion.id()));
    if (value == nullptr) continue;
    question.tested.push_back({&criterion, value});
    Add(*value, question.tally);
  }
  question.band = BandOf(rule, question.tally, question.full);
  return question;
}

// The tally after the measured sum moved `steps` in the direction asked for.
Tally Moved(const Question& question, int32_t steps) {
  Tally tally = question.tally;
  (question.ByPoints() ? tally.quarter_points : tally.sufficient) += question.Sign() * steps;
  return tally;
}

// How far the measured sum must move before the band does; nothing when it never does.
std::optional<int32_t> StepsNeeded(const Question& question) {
  const int32_t most = question.ByPoints() ? question.full * question.tally.n : question.tally.n;
  const int32_t now = question.ByPoints() ? question.tally.quarter_points : question.tally.sufficient;
  const int32_t room = question.direction == FlipDirection::kUp ? most - now : now;
  for (int32_t steps = 1; steps <= room; ++steps) {
    const v1::Band band = BandOf(question.rule, Moved(question, steps), question.full);
    if (question.Sign() * (band - question.band) > 0) return steps;
  }
  return std::nullopt;
}

// What a change of this criterion may do for the sum, as values for the selection. By points: the quarter
// points themselves, for their sum has to reach the steps needed. By count: every change is one step, so only
// its cost in quarter points matters, negated because the selection works down from the greatest sum.
Options OptionsOf(const Question& question, const v1::ScaleValue& from) {
  Options options;
  for (const v1::ScaleValue& to : question.version.scale()) {
    const int32_t change = question.Sign() * (to.quarter_points() - from.quarter_points());
    if (question.ByPoints() && change > 0) options.push_back(change);
    const int32_t step = question.Sign() * (static_cast<int32_t>(to.sufficient()) - from.sufficient());
    if (!question.ByPoints() && step > 0) options.push_back(-std::abs(change));
  }
  return options;
}

std::vector<Chosen> CheapestByPoints(const std::vector<Options>& items, int32_t usable, int32_t steps) {
  for (int32_t count = 1; count <= usable; ++count) {
    const int32_t greatest = GreatestSum(items, count);
    for (int32_t sum = steps; sum <= greatest; ++sum) {
      std::vector<Chosen> chosen = ChooseExactly(items, count, sum);
      if (!chosen.empty()) return chosen;
    }
  }
  return {};
}

std::vector<Chosen> Cheapest(const Question& question, const std::vector<Options>& items, int32_t steps) {
  const int32_t usable = static_cast<int32_t>(
      std::count_if(items.begin(), items.end(), [](const Options& options) { return !options.empty(); }));
  if (question.ByPoints()) return CheapestByPoints(items, usable, steps);
  if (steps > usable) return {};
  return ChooseExactly(items, steps, GreatestSum(items, steps));
}

v1::Score ScoreAfter(const Question& question, const v1::ScaleValue& from, int32_t change) {
  const int32_t quarter_points = from.quarter_points() + question.Sign() * std::abs(change);
  for (const v1::ScaleValue& to : question.version.scale()) {
    if (to.quarter_points() == quarter_points) return to.score();
  }
  return v1::SCORE_UNSPECIFIED;
}

v1::Flip FlipOf(const Question& question, const std::vector<Chosen>& chosen) {
  v1::Flip flip;
  for (const Chosen& choice : chosen) {
    const Tested& tested = question.tested[choice.item];
    v1::FlipChange& change = *flip.add_changes();
    change.set_criterion(tested.criterion->id());
    change.set_from(tested.value->score());
    change.set_to(ScoreAfter(question, *tested.value, choice.value));
    flip.set_quarter_points(flip.quarter_points() + std::abs(choice.value));
  }
  const int32_t moved = question.ByPoints() ? flip.quarter_points() : flip.changes_size();
  flip.set_to(BandOf(question.rule, Moved(question, moved), question.full));
  return flip;
}

}  // namespace

std::optional<v1::Flip> CheapestFlip(const v1::FrameworkVersion& version, const v1::ReadingRule& rule,
                                     const Scores& scores, FlipDirection direction) {
  const Question question = Ask(version, rule, scores, direction);
  if (question.band == v1::BAND_UNSPECIFIED) return std::nullopt;
  const std::optional<int32_t> steps = StepsNeeded(question);
  if (!steps.has_value()) return std::nullopt;
  std::vector<Options> items;
  items.reserve(question.tested.size());
  for (const Tested& tested : question.tested) items.push_back(OptionsOf(question, *tested.value));
  const std::vector<Chosen> chosen = Cheapest(question, items, *steps);
  if (chosen.empty()) return std::nullopt;
  return FlipOf(question, chosen);
}

}  // namespace waarborg::framework
