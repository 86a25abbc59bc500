// Where the borders of dkk-2019 lie, for the usual numbers of criteria and for each theme, and how often the
// readings of its decision rule differ.

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/tally.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

constexpr int kFull = 4;

v1::Band BandFor(v1::Reading reading, const Tally& tally) {
  return BandOf(*ReadingRuleOf(Dkk2019(), reading), tally, kFull);
}

int FirstQuarterPoints(int n, v1::Band band) {
  for (int quarter_points = 0; quarter_points <= kFull * n; ++quarter_points) {
    if (BandFor(v1::READING_POINTS_TEXT, {.n = n, .quarter_points = quarter_points}) == band) {
      return quarter_points;
    }
  }
  return -1;
}

int FirstCount(int n, v1::Band band) {
  for (int count = 0; count <= n; ++count) {
    if (BandFor(v1::READING_COUNT_TEXT, {.n = n, .sufficient = count}) == band) return count;
  }
  return -1;
}

TEST(Borders, LieWhereTheyShouldForTheUsualNumbersOfCriteria) {
  struct Row {
    int n;
    int good_points;  // in quarter points
    int sufficient_points;
    int good_count;
    int sufficient_count;
  };
  const Row rows[] = {
      {11, 34, 29, 9, 8},      // parent with custody: 8.50 and 7.25
      {19, 58, 50, 15, 13},    // relative: 14.50 and 12.50
      {42, 127, 110, 32, 28},  // care in kind without living climate: 31.75 and 27.50
      {43, 130, 112, 33, 28},  // professional on a personal budget: 32.50 and 28.00
      {44, 133, 115, 34, 29},  // care in kind: 33.25 and 28.75
      {45, 136, 117, 34, 30},  // the number the source's table speaks of: 34.00 and 29.25
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.n);
    EXPECT_EQ(FirstQuarterPoints(row.n, v1::BAND_GOOD), row.good_points);
    EXPECT_EQ(FirstQuarterPoints(row.n, v1::BAND_SUFFICIENT), row.sufficient_points);
    EXPECT_EQ(FirstCount(row.n, v1::BAND_GOOD), row.good_count);
    EXPECT_EQ(FirstCount(row.n, v1::BAND_SUFFICIENT), row.sufficient_count);
  }
}

// Every sum that n criteria can make on the scale.
std::set<int> Attainable(int n) {
  std::set<int> sums = {0};
  for (int i = 0; i < n; ++i) {
    std::set<int> next;
    for (const int sum : sums) {
      for (const v1::ScaleValue& value : Dkk2019().scale()) next.insert(sum + value.quarter_points());
    }
    sums = std::move(next);
  }
  return sums;
}

TEST(Borders, OfEachThemeDecideBySharesAndNotByPrintedScores) {
  struct Row {
    std::string theme;
    int n;
    int printed;  // all in quarter points
    int highest_below;
    int lowest_not_below;
    std::vector<int> less_errs_at;
    std::vector<int> less_or_equal_errs_at;
  };
  const Row rows[] = {
      {"VE", 18, 46, 46, 47, {46}, {}}, {"DM", 6, 16, 15, 16, {}, {16}}, {"DT", 5, 13, 12, 13, {}, {13}},
      {"CG", 13, 34, 33, 34, {}, {34}}, {"LK", 2, 5, 5, 6, {5}, {}},
  };
  ASSERT_EQ(Dkk2019().themes_size(), 5);
  for (int i = 0; i < 5; ++i) {
    const Row& row = rows[i];
    SCOPED_TRACE(row.theme);
    EXPECT_EQ(Dkk2019().themes(i).id(), row.theme);
    EXPECT_EQ(Dkk2019().themes(i).printed_quarter_points(), row.printed);
    EXPECT_EQ(std::count_if(Dkk2019().criteria().begin(), Dkk2019().criteria().end(),
                            [&](const v1::Criterion& criterion) { return criterion.theme() == row.theme; }),
              row.n);
    int highest_below = -1;
    int lowest_not_below = -1;
    std::vector<int> less_errs_at;
    std::vector<int> less_or_equal_errs_at;
    for (const int sum : Attainable(row.n)) {
      const bool below = BelowPercent({.n = row.n, .quarter_points = sum},
                                      Dkk2019().decision_rule().theme_flag_below_percent(), kFull);
      if (below) highest_below = sum;
      if (!below && lowest_not_below < 0) lowest_not_below = sum;
      if ((sum < row.printed) != below) less_errs_at.push_back(sum);
      if ((sum <= row.printed) != below) less_or_equal_errs_at.push_back(sum);
    }
    EXPECT_EQ(highest_below, row.highest_below);
    EXPECT_EQ(lowest_not_below, row.lowest_not_below);
    EXPECT_EQ(less_errs_at, row.less_errs_at);
    EXPECT_EQ(less_or_equal_errs_at, row.less_or_equal_errs_at);
  }
}

TEST(Borders, ReadingsDifferInAKnownNumberOfDistributions) {
  int distributions = 0;
  int points_against_count = 0;
  int text_against_table = 0;
  constexpr int kCriteria = 44;
  for (int meets = 0; meets <= kCriteria; ++meets) {
    for (int largely = 0; meets + largely <= kCriteria; ++largely) {
      for (int largely_not = 0; meets + largely + largely_not <= kCriteria; ++largely_not) {
        const Tally tally{.n = kCriteria,
                          .quarter_points = 4 * meets + 3 * largely + largely_not,
                          .sufficient = meets + largely};
        const v1::Band band = BandFor(v1::READING_POINTS_TEXT, tally);
        ++distributions;
        if (BandFor(v1::READING_COUNT_TEXT, tally) != band) ++points_against_count;
        if (BandFor(v1::READING_POINTS_TABLE, tally) != band) ++text_against_table;
      }
    }
  }
  EXPECT_EQ(distributions, 16215);
  EXPECT_EQ(points_against_count, 2621);
  EXPECT_EQ(text_against_table, 96);
}

TEST(Borders, FixedNumbersOfTheTableCountOnlyWithFortyFiveCriteria) {
  const v1::ReadingRule& rule = *ReadingRuleOf(Dkk2019(), v1::READING_ABS45);
  EXPECT_THAT(BandsOf(rule, {.n = 45, .sufficient = 34}, kFull),
              testing::ElementsAre(v1::BAND_GOOD, v1::BAND_SUFFICIENT));
  EXPECT_THAT(BandsOf(rule, {.n = 45, .sufficient = 35}, kFull), testing::ElementsAre(v1::BAND_GOOD));
  EXPECT_THAT(BandsOf(rule, {.n = 45, .sufficient = 28}, kFull), testing::ElementsAre(v1::BAND_INSUFFICIENT));
  EXPECT_THAT(BandsOf(rule, {.n = 44, .sufficient = 34}, kFull), testing::IsEmpty());
  EXPECT_THAT(BandsOf(rule, {.n = 46, .sufficient = 34}, kFull), testing::IsEmpty());
}

}  // namespace
}  // namespace waarborg::framework
