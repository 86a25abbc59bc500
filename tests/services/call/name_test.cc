#include "services/call/name.h"

#include "gtest/gtest.h"
#include "tests/support/matchers.h"

namespace waarborg::call {
namespace {

using Ids = std::vector<std::string>;

TEST(NameTest, AFittingNameGivesItsIdentifiers) {
  EXPECT_EQ(MatchName("regions/nmd", "regions/*"), Ids({"nmd"}));
  EXPECT_EQ(MatchName("regions/nmd/providers/p1", "regions/*/providers/*"), Ids({"nmd", "p1"}));
  EXPECT_EQ(MatchName("regions/nmd/assessments/a/findings/VE01", "regions/*/assessments/*/findings/*"),
            Ids({"nmd", "a", "VE01"}));
  EXPECT_EQ(MatchName("frameworks/dkk/versions/2019", "frameworks/*/versions/*"), Ids({"dkk", "2019"}));
}

TEST(NameTest, EveryOtherSpellingIsRefused) {
  for (const char* name :
       {"", "/", "regions", "regions/", "/regions/nmd", "regions//providers/p1", "regions/nmd/providers",
        "regions/nmd/providers/", "regions/nmd/providers/p1/", "regions/nmd/providers/p1/x", "regions/nmd/Providers/p1",
        "region/nmd/providers/p1", "regions/nmd/providers/p 1", "regions/nmd/providers/p1\n", "regions/nmd/providers/-p",
        "regions/nmd/providers/.", "regions/nmd/providers/_x", "regions/nmd/providers/p\xC3\xA9", "regions/nmd/providers/..",
        "regions/nmd/providers/p%31", "regions/nmd/providers/*", " regions/nmd/providers/p1"}) {
    EXPECT_FALSE(MatchName(name, "regions/*/providers/*").has_value()) << name;
  }
  EXPECT_FALSE(MatchName(std::string("regions/nmd/providers/p\0", 24), "regions/*/providers/*").has_value());
}

TEST(NameTest, AnIdentifierHasAtMost63Characters) {
  EXPECT_TRUE(IsIdentifier(std::string(63, 'a')));
  EXPECT_FALSE(IsIdentifier(std::string(64, 'a')));
  EXPECT_FALSE(IsIdentifier(""));
  EXPECT_TRUE(IsIdentifier("VE01"));
  EXPECT_TRUE(IsIdentifier("a.b_c-d"));
}

TEST(NameTest, AChosenIdIsPlainAndLowerCase) {
  for (const char* id : {"a", "1", "zorgboerderij-2", "a--b"}) EXPECT_TRUE(IsChosenId(id)) << id;
  for (const char* id : {"", "-a", "a-", "A", "a_b", "a.b", "a b", "\xC3\xA9"}) EXPECT_FALSE(IsChosenId(id)) << id;
  EXPECT_TRUE(IsChosenId(std::string(63, 'a')));
  EXPECT_FALSE(IsChosenId(std::string(64, 'a')));
}

TEST(NameTest, AHyphenMayStandForAnyResourceButNeverForAnyRegion) {
  EXPECT_EQ(MatchName("regions/nmd/escalations/-", "regions/*/escalations/*"), Ids({"nmd", "-"}));
  EXPECT_FALSE(MatchName("regions/-/escalations/x", "regions/*/escalations/*").has_value());
  EXPECT_FALSE(MatchName("regions/-", "regions/*").has_value());
}

TEST(NameTest, ParsingSaysWhichFormWasExpected) {
  const auto parsed = ParseName("providers/p1", "regions/*/providers/*");
  EXPECT_THAT(parsed, testing::StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(testing::FieldFaults(parsed.status()), ::testing::ElementsAre("name: INVALID_NAME"));
}

TEST(NameTest, TheRegionIsThatOfAnyNameBelowOne) {
  EXPECT_EQ(RegionOf("regions/nmd"), "nmd");
  EXPECT_EQ(RegionOf("regions/nmd/providers/p1"), "nmd");
  EXPECT_EQ(RegionOf("frameworks/dkk/versions/2019"), std::nullopt);
  EXPECT_EQ(RegionOf("regions/"), std::nullopt);
  EXPECT_EQ(RegionOf("regions/-/providers/p1"), std::nullopt);
  EXPECT_EQ(RegionOf(""), std::nullopt);
}

TEST(NameTest, TheLastIdIsWhatFollowsTheLastSlash) {
  EXPECT_EQ(LastId("regions/nmd/providers/p1"), "p1");
  EXPECT_EQ(LastId("p1"), "p1");
  EXPECT_EQ(LastId("regions/"), "");
}

}  // namespace
}  // namespace waarborg::call
