#include "services/framework/rules/flip.h"

#include <cstdlib>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/tally.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

// A change as brute force knows it; smaller is cheaper.
struct Candidate {
  std::vector<int> criteria;
  std::vector<int> changes;  // in quarter points, as absolute numbers
  int total = 0;
  v1::Band to = v1::BAND_UNSPECIFIED;

  [[nodiscard]] auto Cost() const { return std::make_tuple(criteria.size(), total, criteria, changes); }
};

v1::FrameworkVersion SmallVersion(const v1::FrameworkVersion& like, int criteria) {
  v1::FrameworkVersion version = like;
  version.clear_criteria();
  for (int i = 0; i < criteria; ++i) version.add_criteria()->set_id(absl::StrCat("C", i));
  return version;
}

// Digits are positions on the scale; the position past the last means not tested.
Scores ScoresOf(const v1::FrameworkVersion& version, const std::vector<int>& digits) {
  Scores scores;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (digits[i] == version.scale_size()) continue;
    scores[version.criteria(static_cast<int>(i)).id()] = version.scale(digits[i]).score();
  }
  return scores;
}

v1::Band BandOfDigits(const v1::FrameworkVersion& version, const v1::ReadingRule& rule,
                      const std::vector<int>& digits) {
  Tally tally;
  for (const int digit : digits) {
    if (digit < version.scale_size()) Add(version.scale(digit), tally);
  }
  return BandOf(rule, tally, FullQuarterPoints(version));
}

// Counts up to the next setting of all digits; false after the last.
bool Next(std::vector<int>& digits, int base) {
  for (int& digit : digits) {
    if (++digit < base) return true;
    digit = 0;
  }
  return false;
}

// The change from one setting to another, where it is one: only tested criteria, and only in one direction.
std::optional<Candidate> ChangeBetween(const v1::FrameworkVersion& version, const std::vector<int>& from,
                                       const std::vector<int>& to) {
  Candidate candidate;
  for (size_t i = 0; i < from.size(); ++i) {
    if (from[i] == to[i]) continue;
    if (from[i] == version.scale_size() || to[i] == version.scale_size()) return std::nullopt;
    const int change =
        std::abs(version.scale(to[i]).quarter_points() - version.scale(from[i]).quarter_points());
    candidate.criteria.push_back(static_cast<int>(i));
    candidate.changes.push_back(change);
    candidate.total += change;
  }
  return candidate;
}

std::optional<Candidate> BruteForce(const v1::FrameworkVersion& version, const v1::ReadingRule& rule,
                                    const std::vector<int>& from, int sign) {
  const v1::Band now = BandOfDigits(version, rule, from);
  std::optional<Candidate> best;
  if (now == v1::BAND_UNSPECIFIED) return best;
  std::vector<int> to(from.size(), 0);
  do {
    const v1::Band band = BandOfDigits(version, rule, to);
    if (band == v1::BAND_UNSPECIFIED || sign * (band - now) <= 0) continue;
    std::optional<Candidate> candidate = ChangeBetween(version, from, to);
    if (!candidate.has_value()) continue;
    candidate->to = band;
    if (!best.has_value() || candidate->Cost() < best->Cost()) best = candidate;
  } while (Next(to, version.scale_size() + 1));
  return best;
}

void ExpectSame(const v1::FrameworkVersion& version, const v1::ReadingRule& rule,
                const std::vector<int>& from, FlipDirection direction) {
  const std::optional<Candidate> expected =
      BruteForce(version, rule, from, direction == FlipDirection::kUp ? 1 : -1);
  const std::optional<v1::Flip> flip = CheapestFlip(version, rule, ScoresOf(version, from), direction);
  SCOPED_TRACE(testing::PrintToString(from));
  ASSERT_EQ(flip.has_value(), expected.has_value());
  if (!flip.has_value()) return;
  Candidate actual{.total = flip->quarter_points(), .to = flip->to()};
  for (const v1::FlipChange& change : flip->changes()) {
    const int index = std::atoi(change.criterion().c_str() + 1);
    actual.criteria.push_back(index);
    actual.changes.push_back(std::abs(ScaleValueOf(version, change.to())->quarter_points() -
                                      ScaleValueOf(version, change.from())->quarter_points()));
    EXPECT_EQ(change.from(), version.scale(from[index]).score());
  }
  EXPECT_EQ(actual.Cost(), expected->Cost());
  EXPECT_EQ(actual.to, expected->to);
}

void ExpectSameForEveryReading(const v1::FrameworkVersion& version, const std::vector<int>& from) {
  for (const v1::ReadingRule& rule : version.decision_rule().readings()) {
    if (rule.measure() == v1::ReadingRule::MEASURE_ABSOLUTE) continue;
    for (const FlipDirection direction : {FlipDirection::kUp, FlipDirection::kDown}) {
      ExpectSame(version, rule, from, direction);
      if (testing::Test::HasFailure()) return;
    }
  }
}

void ExpectSameForAllScores(const v1::FrameworkVersion& version) {
  std::vector<int> from(version.criteria_size(), 0);
  do {
    ExpectSameForEveryReading(version, from);
  } while (!testing::Test::HasFailure() && Next(from, version.scale_size() + 1));
}

TEST(Flip, IsWhatBruteForceFindsForAllScoresOfAFewCriteria) {
  for (int criteria = 1; criteria <= 4; ++criteria) ExpectSameForAllScores(SmallVersion(Dkk2019(), criteria));
}

TEST(Flip, IsWhatBruteForceFindsOnAnotherScaleWithOtherBorders) {
  for (int criteria = 1; criteria <= 5; ++criteria) {
    ExpectSameForAllScores(SmallVersion(SecondFramework(), criteria));
  }
}

// A scale with every weight, borders that ask for many changes at once.
TEST(Flip, IsWhatBruteForceFindsWithDistantBorders) {
  v1::FrameworkVersion version = SmallVersion(Dkk2019(), 4);
  for (v1::ReadingRule& rule : *version.mutable_decision_rule()->mutable_readings()) {
    rule.mutable_bands(0)->set_low(93);
    rule.mutable_bands(1)->set_high(93);
    rule.mutable_bands(1)->set_low(31);
    rule.mutable_bands(2)->set_high(31);
  }
  ExpectSameForAllScores(version);
}

TEST(Flip, IsWhatBruteForceFindsOnRandomScoresOfMoreCriteria) {
  const v1::FrameworkVersion version = SmallVersion(Dkk2019(), 7);
  std::mt19937 random(20190101);  // NOLINT: a fixed seed makes a failure repeatable
  for (int i = 0; i < 12; ++i) {
    std::vector<int> from;
    for (int j = 0; j < 7; ++j) from.push_back(static_cast<int>(random() % 5));
    ExpectSameForEveryReading(version, from);
  }
}

Scores AllMeetBut(const std::vector<std::string>& failed, v1::Score score) {
  Scores scores;
  for (const v1::Criterion& criterion : Dkk2019().criteria()) scores[criterion.id()] = v1::SCORE_MEETS;
  for (const std::string& criterion : failed) scores[criterion] = score;
  return scores;
}

TEST(Flip, NeedsOneQuarterPointBesideTheUpperBorder) {
  const Scores scores =
      AllMeetBut({"VE02", "VE05", "VE07", "DM01", "DM02", "DT03", "CG02", "CG03", "CG06", "CG07", "LK01"},
                 v1::SCORE_MEETS_NOT);
  const v1::Evaluation evaluation = Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = scores});
  ASSERT_EQ(evaluation.band(), v1::BAND_SUFFICIENT);
  ASSERT_EQ(evaluation.flip_up().changes_size(), 1);
  EXPECT_EQ(evaluation.flip_up().to(), v1::BAND_GOOD);
  EXPECT_EQ(evaluation.flip_up().quarter_points(), 1);
  EXPECT_EQ(evaluation.flip_up().changes(0).criterion(), "VE02");
  EXPECT_EQ(evaluation.flip_up().changes(0).from(), v1::SCORE_MEETS_NOT);
  EXPECT_EQ(evaluation.flip_up().changes(0).to(), v1::SCORE_LARGELY_NOT);
  EXPECT_EQ(evaluation.flip_down().to(), v1::BAND_INSUFFICIENT);
  EXPECT_EQ(evaluation.flip_down().changes_size(), 5);
  EXPECT_EQ(evaluation.flip_down().quarter_points(), 18);  // 132 to 114, the most that is not enough
}

TEST(Flip, HasNoWayUpFromGoodAndNoWayDownFromInsufficient) {
  const v1::Evaluation good =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = AllMeetBut({}, v1::SCORE_MEETS)});
  EXPECT_FALSE(good.has_flip_up());
  EXPECT_TRUE(good.has_flip_down());
  const v1::Evaluation insufficient =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = {{"VE01", v1::SCORE_MEETS_NOT}}});
  EXPECT_TRUE(insufficient.has_flip_up());
  EXPECT_FALSE(insufficient.has_flip_down());
}

TEST(Flip, FollowsTheReadingOfTheRegion) {
  const Scores scores =
      AllMeetBut({"VE02", "VE05", "VE07", "DM01", "DM02", "DT03", "CG02", "CG03", "CG06", "CG07", "LK01"},
                 v1::SCORE_LARGELY_NOT);
  const v1::Evaluation evaluation =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = scores, .reading = v1::READING_COUNT_TEXT});
  ASSERT_EQ(evaluation.deciding_reading(), v1::READING_COUNT_TEXT);
  ASSERT_EQ(evaluation.band(), v1::BAND_SUFFICIENT);
  ASSERT_EQ(evaluation.flip_up().changes_size(), 1);
  EXPECT_EQ(evaluation.flip_up().changes(0).to(), v1::SCORE_LARGELY_MEETS);
  EXPECT_EQ(evaluation.flip_up().quarter_points(), 2);
}

}  // namespace
}  // namespace waarborg::framework
