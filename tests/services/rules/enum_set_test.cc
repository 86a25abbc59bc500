#include "services/rules/enum_set.h"

#include <climits>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::rules {
namespace {

enum Plain : int { NONE = 0, ONE = 1, TWO = 2, LAST = 63, BEYOND = 64, SENTINEL = INT_MIN };
enum class Scoped { kA, kB };

constexpr EnumSet<Plain> kOneTwo{ONE, TWO};
static_assert(kOneTwo.Contains(ONE) && !kOneTwo.Contains(NONE));
static_assert(EnumSet<Scoped>{Scoped::kA} != EnumSet<Scoped>{Scoped::kB});
static_assert(EnumSet<Plain>{}.empty() && !EnumSet<Plain>{NONE}.empty());

TEST(EnumSet, HoldsTheWholeRange) {
  const EnumSet<Plain> set{NONE, LAST};
  EXPECT_TRUE(set.Contains(NONE));
  EXPECT_TRUE(set.Contains(LAST));
  EXPECT_EQ(set.size(), 2);
}

TEST(EnumSet, ContainsNoNumberItCannotHold) {
  EnumSet<Plain> full;
  for (int i = 0; i < 64; ++i) full |= {static_cast<Plain>(i)};
  EXPECT_EQ(full.size(), 64);
  EXPECT_FALSE(full.Contains(BEYOND));
  EXPECT_FALSE(full.Contains(SENTINEL));
}

TEST(EnumSetDeathTest, RefusesNumbersOutOfRange) {
  EXPECT_DEATH((EnumSet<Plain>{BEYOND}), "0 to 63");
  EXPECT_DEATH((EnumSet<Plain>{SENTINEL}), "0 to 63");
}

TEST(EnumSet, CombinesAsSetsDo) {
  const EnumSet<Plain> two_last{TWO, LAST};
  EXPECT_EQ((kOneTwo | two_last), (EnumSet<Plain>{ONE, TWO, LAST}));
  EXPECT_EQ((kOneTwo & two_last), (EnumSet<Plain>{TWO}));
  EXPECT_EQ((kOneTwo - two_last), (EnumSet<Plain>{ONE}));
  EXPECT_TRUE(kOneTwo.Intersects(two_last));
  EXPECT_FALSE(kOneTwo.Intersects({LAST}));
  EXPECT_TRUE(kOneTwo.ContainsAll({ONE}));
  EXPECT_FALSE(kOneTwo.ContainsAll(two_last));
  EXPECT_TRUE(kOneTwo.ContainsAll({}));
}

TEST(EnumSet, IsWalkedFromLowToHigh) {
  std::vector<Plain> seen;
  for (const Plain value : EnumSet<Plain>{LAST, NONE, TWO}) seen.push_back(value);
  EXPECT_THAT(seen, testing::ElementsAre(NONE, TWO, LAST));
}

}  // namespace
}  // namespace waarborg::rules
