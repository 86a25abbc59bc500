#include "services/incident/rules/personal_numbers.h"

#include "gtest/gtest.h"

namespace waarborg::incident {
namespace {

// 111222333 and 123456782 pass the test of eleven; 123456789 does not.
TEST(PersonalNumbersTest, NineDigitsThatPassTheTestOfElevenAreSuspect) {
  EXPECT_TRUE(HoldsPersonalNumber("111222333"));
  EXPECT_TRUE(HoldsPersonalNumber("client 123456782, kamer 4"));
  EXPECT_FALSE(HoldsPersonalNumber("123456789"));
  EXPECT_FALSE(HoldsPersonalNumber("000000000"));
}

TEST(PersonalNumbersTest, FewerOrMoreDigitsAreAnotherNumber) {
  EXPECT_FALSE(HoldsPersonalNumber("11122233"));
  EXPECT_FALSE(HoldsPersonalNumber("1112223334"));
  EXPECT_FALSE(HoldsPersonalNumber("urn:nld:oin:00000001823288444000"));
  EXPECT_FALSE(HoldsPersonalNumber(""));
}

TEST(PersonalNumbersTest, ATextMayWriteItInGroupsAndAnAttributeMayHoldADate) {
  EXPECT_TRUE(MentionsPersonalNumber("BSN 1112.22.333."));
  EXPECT_TRUE(MentionsPersonalNumber("111 222 333"));
  EXPECT_TRUE(MentionsPersonalNumber("het is 123456782"));
  EXPECT_FALSE(MentionsPersonalNumber("111  222  333"));
  EXPECT_FALSE(HoldsPersonalNumber("111-222-333"));
}

TEST(PersonalNumbersTest, ALongerNumberBesideItHidesNothing) {
  EXPECT_TRUE(MentionsPersonalNumber("06-12345678 en 123456782"));
  EXPECT_TRUE(MentionsPersonalNumber("4 123456782"));
}

TEST(PersonalNumbersTest, AnAddressHasSomethingBeforeTheAtAndADotAfterIt) {
  EXPECT_TRUE(HoldsEmailAddress("j.jansen@zorg.example"));
  EXPECT_TRUE(HoldsEmailAddress("van: j+x@a.b (melder)"));
  EXPECT_FALSE(HoldsEmailAddress("@zorg.example"));
  EXPECT_FALSE(HoldsEmailAddress("a @ b.c"));
  EXPECT_FALSE(HoldsEmailAddress("a@b"));
  EXPECT_FALSE(HoldsEmailAddress("a@b."));
  EXPECT_FALSE(HoldsEmailAddress("meldingen/2025/17"));
}

}  // namespace
}  // namespace waarborg::incident
