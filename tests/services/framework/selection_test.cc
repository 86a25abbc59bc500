#include "services/framework/rules/selection.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::framework {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Selection, FindsTheGreatestSum) {
  EXPECT_EQ(GreatestSum({{1, 3, 4}, {}, {2, 3}, {1}}, 2), 7);
  EXPECT_EQ(GreatestSum({{1}}, 0), 0);
}

TEST(Selection, TakesTheFirstItemsThatMakeTheSum) {
  EXPECT_THAT(ChooseExactly({{1}, {1}, {1}}, 2, 2), ElementsAre(Chosen{0, 1}, Chosen{1, 1}));
}

TEST(Selection, LooksPastAGreedyFirstValueForTheFirstItems) {
  // 3 + 3 from items 0 and 3, or 4 + 2 from items 0 and 1: the latter come first, although 0 may give 3 too.
  EXPECT_THAT(ChooseExactly({{3, 4}, {2}, {}, {3}}, 2, 6), ElementsAre(Chosen{0, 4}, Chosen{1, 2}));
}

TEST(Selection, GivesTheFirstItemTheSmallestValueThatFits) {
  EXPECT_THAT(ChooseExactly({{3, 1}, {1, 3}}, 2, 4), ElementsAre(Chosen{0, 1}, Chosen{1, 3}));
}

TEST(Selection, IsEmptyWhenTheSumCannotBeMade) {
  EXPECT_THAT(ChooseExactly({{4}, {4}}, 2, 7), IsEmpty());
  EXPECT_THAT(ChooseExactly({{4}, {}}, 2, 8), IsEmpty());
}

TEST(Selection, WorksWithCostsAsNegativeValues) {
  EXPECT_THAT(ChooseExactly({{-3, -4}, {-2}, {-3}, {-2}}, 3, -7),
              ElementsAre(Chosen{0, -3}, Chosen{1, -2}, Chosen{3, -2}));
}

}  // namespace
}  // namespace waarborg::framework
