#include "services/framework/rules/decision.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "services/framework/rules/flip.h"
#include "services/framework/rules/follow_up.h"
#include "services/framework/rules/level.h"
#include "services/framework/rules/reasons.h"
#include "services/framework/rules/tally.h"
#include "services/language/die.h"

namespace waarborg::framework {
namespace {

struct Tallies {
  Tally all;
  absl::flat_hash_map<std::string, Tally> by_theme;
};

Tallies Count(const v1::FrameworkVersion& version, const Scores& scores) {
  Tallies tallies;
  size_t known = 0;
  for (const v1::Criterion& criterion : version.criteria()) {
    const Scores::const_iterator scored = scores.find(criterion.id());
    if (scored == scores.end()) continue;
    ++known;
    if (scored->second == v1::SCORE_NOT_TESTED) continue;
    const v1::ScaleValue* value = ScaleValueOf(version, scored->second);
    if (value == nullptr) language::Die("a score that is not on the scale reached the decision rule");
    Add(*value, tallies.all);
    Add(*value, tallies.by_theme[criterion.theme()]);
  }
  if (known != scores.size()) language::Die("a score of an unknown criterion reached the decision rule");
  return tallies;
}

// The two readings of the printed theme score say nothing about a theme that was not tested in full (C-06).
void AddPrintedReadings(const v1::Theme& theme, bool full_theme, v1::ThemeResult& result) {
  if (!full_theme || theme.printed_quarter_points() == 0) return;
  result.set_printed_less(result.quarter_points() < theme.printed_quarter_points());
  result.set_printed_less_or_equal(result.quarter_points() <= theme.printed_quarter_points());
}

void AddThemes(const v1::FrameworkVersion& version, const Tallies& tallies, v1::Evaluation& evaluation) {
  absl::flat_hash_map<std::string, int> sizes;
  for (const v1::Criterion& criterion : version.criteria()) ++sizes[criterion.theme()];
  const int32_t full = FullQuarterPoints(version);
  for (const v1::Theme& theme : version.themes()) {
    const auto found = tallies.by_theme.find(theme.id());
    const Tally tally = found == tallies.by_theme.end() ? Tally{} : found->second;
    v1::ThemeResult& result = *evaluation.add_themes();
    result.set_theme(theme.id());
    result.set_n(tally.n);
    result.set_quarter_points(tally.quarter_points);
    result.set_basis_points(BasisPoints(tally.quarter_points, full * tally.n));
    result.set_flagged(BelowPercent(tally, version.decision_rule().theme_flag_below_percent(), full));
    AddPrintedReadings(theme, tally.n == sizes[theme.id()], result);
    if (result.flagged()) evaluation.add_theme_flags(theme.id());
  }
}

// A conflict unless all readings name one and the same single band.
bool Conflicting(const v1::Evaluation& evaluation) {
  for (const v1::ReadingResult& result : evaluation.readings()) {
    if (result.bands_size() != 1 || result.bands(0) != evaluation.band()) return true;
  }
  return false;
}

void AddReadings(const v1::FrameworkVersion& version, const Tally& tally, v1::Evaluation& evaluation) {
  const int32_t full = FullQuarterPoints(version);
  for (const v1::ReadingRule& rule : version.decision_rule().readings()) {
    if (rule.measure() == v1::ReadingRule::MEASURE_ABSOLUTE && tally.n != rule.absolute_n()) continue;
    v1::ReadingResult& result = *evaluation.add_readings();
    result.set_reading(rule.reading());
    for (const v1::Band band : BandsOf(rule, tally, full)) result.add_bands(band);
  }
  evaluation.set_reading_conflict(Conflicting(evaluation));
}

const v1::ReadingRule& DecidingRule(const v1::FrameworkVersion& version, const DecisionInput& input) {
  const bool chosen = input.reading.has_value() && CanDecide(version, *input.reading);
  const v1::Reading reading = chosen ? *input.reading : version.decision_rule().default_reading();
  const v1::ReadingRule* rule = ReadingRuleOf(version, reading);
  if (rule == nullptr) language::Die("a framework version has no rule for its default reading");
  return *rule;
}

void AddSums(const v1::FrameworkVersion& version, const Tally& tally, const DecisionInput& input,
             v1::Evaluation& evaluation) {
  evaluation.set_n(tally.n);
  evaluation.set_quarter_points(tally.quarter_points);
  evaluation.set_sufficient_count(tally.sufficient);
  evaluation.set_points_basis_points(BasisPoints(tally.quarter_points, FullQuarterPoints(version) * tally.n));
  evaluation.set_count_basis_points(BasisPoints(tally.sufficient, tally.n));
  evaluation.set_narrow_scope(2 * tally.n < CountApplicable(version, input));
}

void AddFlips(const v1::FrameworkVersion& version, const v1::ReadingRule& rule, const Scores& scores,
              v1::Evaluation& evaluation) {
  if (std::optional<v1::Flip> up = CheapestFlip(version, rule, scores, FlipDirection::kUp)) {
    *evaluation.mutable_flip_up() = *std::move(up);
  }
  if (std::optional<v1::Flip> down = CheapestFlip(version, rule, scores, FlipDirection::kDown)) {
    *evaluation.mutable_flip_down() = *std::move(down);
  }
}

LevelProposal LevelOf(const v1::FrameworkVersion& version, const DecisionInput& input,
                      const v1::Evaluation& evaluation) {
  return ProposeLevel(input.level_policy.has_value() ? *input.level_policy : version.level_policy(),
                      {.band = evaluation.band(),
                       .theme_flagged = evaluation.theme_flags_size() > 0,
                       .severity = input.severity,
                       .recidivism = input.recidivism});
}

}  // namespace

int CountApplicable(const v1::FrameworkVersion& version, const DecisionInput& input) {
  if (!input.conditions.has_value()) return CountForProfile(version, input.profile);
  const std::vector<Applicability> all = Applicable(version, input.profile, *input.conditions);
  return static_cast<int>(
      std::count_if(all.begin(), all.end(), [](const Applicability& each) { return each.applies; }));
}

DecisionInput InputOf(const v1::EvaluateScoresRequest& request) {
  DecisionInput input{.profile = request.profile(), .recidivism = request.recidivism()};
  for (const auto& [criterion, score] : request.scores()) {
    input.scores.emplace(criterion, static_cast<v1::Score>(score));
  }
  if (request.severity() != v1::SEVERITY_UNSPECIFIED) input.severity = request.severity();
  if (request.trust() != v1::TRUST_JUDGEMENT_UNSPECIFIED) input.trust = request.trust();
  if (request.has_level_policy()) input.level_policy = request.level_policy();
  if (request.overall_reading() != v1::READING_UNSPECIFIED) input.reading = request.overall_reading();
  return input;
}

v1::Evaluation Decide(const v1::FrameworkVersion& version, const DecisionInput& input) {
  const Tallies tallies = Count(version, input.scores);
  const v1::ReadingRule& rule = DecidingRule(version, input);
  v1::Evaluation evaluation;
  AddSums(version, tallies.all, input, evaluation);
  if (tallies.all.n == 0) {
    evaluation.add_follow_up(v1::FOLLOW_UP_NO_DECISION_NOTHING_TESTED);
    *evaluation.mutable_decisive_rule() = NothingTestedRule(version);
    return evaluation;
  }
  evaluation.set_deciding_reading(rule.reading());
  evaluation.set_band(BandOf(rule, tallies.all, FullQuarterPoints(version)));
  AddReadings(version, tallies.all, evaluation);
  AddThemes(version, tallies, evaluation);
  const LevelProposal level = LevelOf(version, input, evaluation);
  evaluation.set_proposed_level(level.level);
  AddFollowUps(version, input.severity, evaluation);
  AddChoicesRequired(input.trust, evaluation);
  AddFlips(version, rule, input.scores, evaluation);
  *evaluation.mutable_decisive_rule() = BandRule(version, rule, evaluation.band());
  AddReasons(version, {.input = input, .rule = rule, .level = level}, evaluation);
  return evaluation;
}

const v1::ReadingRule* ReadingRuleOf(const v1::FrameworkVersion& version, v1::Reading reading) {
  for (const v1::ReadingRule& rule : version.decision_rule().readings()) {
    if (rule.reading() == reading) return &rule;
  }
  return nullptr;
}

bool CanDecide(const v1::FrameworkVersion& version, v1::Reading reading) {
  const v1::ReadingRule* rule = ReadingRuleOf(version, reading);
  return rule != nullptr && rule->measure() != v1::ReadingRule::MEASURE_ABSOLUTE;
}

}  // namespace waarborg::framework
