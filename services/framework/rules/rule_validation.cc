#include "services/framework/rules/rule_validation.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/framework/rules/scale.h"
#include "services/framework/rules/tally.h"

namespace waarborg::framework {
namespace {

constexpr int32_t kFullPoint = 4;  // quarter points
constexpr v1::Band kBands[] = {v1::BAND_GOOD, v1::BAND_SUFFICIENT, v1::BAND_INSUFFICIENT};

std::string Entry(absl::string_view list, int index) { return absl::StrCat(list, "[", index, "]"); }

void CheckScaleValue(const v1::ScaleValue& value, const std::string& field, Faults& faults) {
  if (!v1::Score_IsValid(value.score()) || value.score() == v1::SCORE_UNSPECIFIED ||
      value.score() == v1::SCORE_NOT_TESTED) {
    faults.Add(field + ".score", FaultKind::kInvalidValue, absl::StrCat(value.score()));
  }
  if (value.label().nl().empty()) faults.Add(field + ".label.nl", FaultKind::kMissing);
  if (value.label().en().empty()) faults.Add(field + ".label.en", FaultKind::kMissing);
  if (value.quarter_points() < 0 || value.quarter_points() > kFullPoint) {
    faults.Add(field + ".quarter_points", FaultKind::kInvalidValue, absl::StrCat(value.quarter_points()));
  }
}

void CheckSufficientIsWorthMore(const v1::FrameworkVersion& version, Faults& faults) {
  int32_t best_insufficient = -1;
  for (const v1::ScaleValue& value : version.scale()) {
    if (!value.sufficient()) best_insufficient = std::max(best_insufficient, value.quarter_points());
  }
  for (int i = 0; i < version.scale_size(); ++i) {
    const v1::ScaleValue& value = version.scale(i);
    if (!value.sufficient() || value.quarter_points() > best_insufficient) continue;
    faults.Add(Entry("scale", i) + ".sufficient", FaultKind::kSufficientBelowInsufficient,
               v1::Score_Name(value.score()));
  }
}

// The shares from which a sample suggests a score: none at all, or rising with what the score is worth from 0
// on.
void CheckSampleShares(const v1::FrameworkVersion& version, Faults& faults) {
  std::map<int32_t, int> by_worth;  // index in the scale
  bool stated = false;
  for (int i = 0; i < version.scale_size(); ++i) {
    by_worth.emplace(version.scale(i).quarter_points(), i);
    stated = stated || version.scale(i).sample_from_percent() != 0;
  }
  int32_t above = -1;
  for (const auto& [worth, index] : by_worth) {
    const int32_t from = version.scale(index).sample_from_percent();
    const bool first = above < 0;
    if (stated && (from <= above || from > 100 || (first && from != 0))) {
      faults.Add(Entry("scale", index) + ".sample_from_percent", FaultKind::kInvalidValue,
                 absl::StrCat(from));
    }
    above = std::max(from, 0);
  }
}

// A border position, in order: the value itself (false), then just above it (true).
using Edge = std::pair<int32_t, bool>;

Edge BottomOf(const v1::BandBorder& border) { return {border.low(), !border.low_included()}; }

// The first position that no longer belongs to the band.
Edge EndOf(const v1::BandBorder& border) { return {border.high(), border.high_included()}; }

// Walks from 100 % down: each band must begin exactly where the one above it ended.
void CheckPercentBands(const v1::ReadingRule& rule, const std::string& field, Faults& faults) {
  Edge reached{100, true};
  for (int i = 0; i < rule.bands_size(); ++i) {
    const v1::BandBorder& border = rule.bands(i);
    const Edge end = EndOf(border);
    const std::string entry = Entry(field, i);
    if (end < reached) faults.Add(entry, FaultKind::kBandsGap, absl::StrCat(reached.first, " %"));
    if (end > reached) faults.Add(entry, FaultKind::kBandsOverlap, absl::StrCat(reached.first, " %"));
    if (BottomOf(border) >= end) faults.Add(entry, FaultKind::kInvalidValue, absl::StrCat(border.low()));
    reached = BottomOf(border);
  }
  if (reached > Edge{0, false}) faults.Add(field, FaultKind::kBandsGap, "0 %");
  if (reached < Edge{0, false}) faults.Add(field, FaultKind::kBandsOverlap, "0 %");
}

void CheckAbsoluteBands(const v1::ReadingRule& rule, const std::string& at, Faults& faults) {
  constexpr int32_t kMostCriteria = 500;
  if (rule.absolute_n() < 1 || rule.absolute_n() > kMostCriteria) {
    faults.Add(at + ".absolute_n", FaultKind::kInvalidValue, absl::StrCat(rule.absolute_n()));
    return;
  }
  for (int32_t number = 0; number <= rule.absolute_n(); ++number) {
    const Tally tally{.n = rule.absolute_n(), .quarter_points = 0, .sufficient = number};
    if (!BandsOf(rule, tally, kFullPoint).empty()) continue;
    faults.Add(at + ".bands", FaultKind::kBandsGap, absl::StrCat(number));
    return;
  }
}

void CheckBandOrder(const v1::ReadingRule& rule, const std::string& field, Faults& faults) {
  int above = v1::BAND_GOOD + 1;
  for (int i = 0; i < rule.bands_size(); ++i) {
    const v1::Band band = rule.bands(i).band();
    if (!v1::Band_IsValid(band) || band == v1::BAND_UNSPECIFIED) {
      faults.Add(Entry(field, i) + ".band", FaultKind::kInvalidValue, absl::StrCat(band));
    } else if (band >= above) {
      faults.Add(Entry(field, i) + ".band", FaultKind::kBandsOutOfOrder);
    }
    above = band;
  }
}

void CheckReading(const v1::ReadingRule& rule, const std::string& at, Faults& faults) {
  if (!v1::Reading_IsValid(rule.reading()) || rule.reading() == v1::READING_UNSPECIFIED) {
    faults.Add(at + ".reading", FaultKind::kInvalidValue, absl::StrCat(rule.reading()));
  }
  const std::string bands = at + ".bands";
  CheckBandOrder(rule, bands, faults);
  switch (rule.measure()) {
    case v1::ReadingRule::MEASURE_POINTS:
    case v1::ReadingRule::MEASURE_COUNT:
      CheckPercentBands(rule, bands, faults);
      break;
    case v1::ReadingRule::MEASURE_ABSOLUTE:
      CheckAbsoluteBands(rule, at, faults);
      break;
    default:
      faults.Add(at + ".measure", FaultKind::kInvalidValue, absl::StrCat(rule.measure()));
  }
}

void CheckDefaultReading(const v1::DecisionRule& rule, Faults& faults) {
  constexpr absl::string_view kField = "decision_rule.default_reading";
  for (const v1::ReadingRule& reading : rule.readings()) {
    if (reading.reading() != rule.default_reading()) continue;
    if (reading.measure() == v1::ReadingRule::MEASURE_ABSOLUTE) faults.Add(kField, FaultKind::kCannotDecide);
    return;
  }
  faults.Add(kField, FaultKind::kUnknownReference, v1::Reading_Name(rule.default_reading()));
}

// A band means that something was tested, so the follow-up of nothing tested follows none.
bool CanBeChosen(v1::FollowUp follow_up) {
  return v1::FollowUp_IsValid(follow_up) && follow_up != v1::FOLLOW_UP_UNSPECIFIED &&
         follow_up != v1::FOLLOW_UP_NO_DECISION_NOTHING_TESTED;
}

void CheckFollowUpRow(const v1::BandFollowUp& row, const std::string& at, Faults& faults) {
  if (!v1::Band_IsValid(row.band()) || row.band() == v1::BAND_UNSPECIFIED) {
    faults.Add(at + ".band", FaultKind::kInvalidValue, absl::StrCat(row.band()));
  }
  if (row.follow_ups().empty()) faults.Add(at + ".follow_ups", FaultKind::kMissing);
  std::set<int> seen;
  for (int i = 0; i < row.follow_ups_size(); ++i) {
    const v1::FollowUp follow_up = row.follow_ups(i);
    const std::string field = Entry(at + ".follow_ups", i);
    if (!CanBeChosen(follow_up)) {
      faults.Add(field, FaultKind::kInvalidValue, absl::StrCat(follow_up));
    } else if (!seen.insert(follow_up).second) {
      faults.Add(field, FaultKind::kDuplicate, v1::FollowUp_Name(follow_up));
    }
  }
}

void CheckFollowUps(const v1::DecisionRule& rule, Faults& faults) {
  constexpr absl::string_view kField = "decision_rule.follow_ups";
  std::set<int> seen;
  for (int i = 0; i < rule.follow_ups_size(); ++i) {
    const v1::BandFollowUp& row = rule.follow_ups(i);
    CheckFollowUpRow(row, Entry(kField, i), faults);
    if (!seen.insert(row.band()).second) {
      faults.Add(Entry(kField, i) + ".band", FaultKind::kDuplicate, v1::Band_Name(row.band()));
    }
  }
  for (const v1::Band band : kBands) {
    if (!seen.contains(band)) faults.Add(kField, FaultKind::kNoFollowUp, v1::Band_Name(band));
  }
}

}  // namespace

void CheckScale(const v1::FrameworkVersion& version, Faults& faults) {
  if (version.scale().empty()) faults.Add("scale", FaultKind::kMissing);
  std::set<int> scores;
  std::set<int32_t> weights;
  for (int i = 0; i < version.scale_size(); ++i) {
    const v1::ScaleValue& value = version.scale(i);
    const std::string field = Entry("scale", i);
    CheckScaleValue(value, field, faults);
    if (!scores.insert(value.score()).second) {
      faults.Add(field + ".score", FaultKind::kDuplicate, v1::Score_Name(value.score()));
    }
    if (!weights.insert(value.quarter_points()).second) {
      faults.Add(field + ".quarter_points", FaultKind::kDuplicate, absl::StrCat(value.quarter_points()));
    }
  }
  if (FullQuarterPoints(version) != kFullPoint) faults.Add("scale", FaultKind::kScaleWithoutFullPoint);
  CheckSufficientIsWorthMore(version, faults);
  CheckSampleShares(version, faults);
}

void CheckDecisionRule(const v1::DecisionRule& rule, Faults& faults) {
  if (rule.readings().empty()) faults.Add("decision_rule.readings", FaultKind::kMissing);
  std::set<int> seen;
  for (int i = 0; i < rule.readings_size(); ++i) {
    const std::string at = Entry("decision_rule.readings", i);
    CheckReading(rule.readings(i), at, faults);
    if (!seen.insert(rule.readings(i).reading()).second) {
      faults.Add(at + ".reading", FaultKind::kDuplicate, v1::Reading_Name(rule.readings(i).reading()));
    }
  }
  CheckDefaultReading(rule, faults);
  if (rule.theme_flag_below_percent() < 0 || rule.theme_flag_below_percent() > 100) {
    faults.Add("decision_rule.theme_flag_below_percent", FaultKind::kInvalidValue,
               absl::StrCat(rule.theme_flag_below_percent()));
  }
  CheckFollowUps(rule, faults);
}

void CheckLevelPolicy(const v1::LevelPolicy& policy, absl::string_view field, Faults& faults) {
  struct Row {
    absl::string_view name;
    int32_t value;
    int32_t most;
  };
  constexpr int32_t kHighestLevel = 4;  // the last level is for people alone to propose (reference 3.4)
  const Row rows[] = {
      {"base_good", policy.base_good(), policy.highest()},
      {"base_sufficient", policy.base_sufficient(), policy.highest()},
      {"base_insufficient", policy.base_insufficient(), policy.highest()},
      {"theme_flag_at_least", policy.theme_flag_at_least(), policy.highest()},
      {"serious_adds", policy.serious_adds(), kHighestLevel},
      {"recidivism_adds", policy.recidivism_adds(), kHighestLevel},
      {"acute_at_least", policy.acute_at_least(), policy.highest()},
      {"highest", policy.highest(), kHighestLevel},
  };
  for (const Row& row : rows) {
    if (row.value >= 0 && row.value <= row.most) continue;
    faults.Add(absl::StrCat(field, ".", row.name), FaultKind::kInvalidValue, absl::StrCat(row.value));
  }
}

}  // namespace waarborg::framework
