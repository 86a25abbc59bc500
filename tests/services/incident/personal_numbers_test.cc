#include "services/incident/rules/personal_numbers.h"

#include <random>
#include <string>

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

TEST(PersonalNumbersTest, NoUuidIsEverAPersonalNumber) {
  std::mt19937_64 random(17);
  const auto uuid = [&random](const char* form) {
    std::string text;
    for (const char* c = form; *c != '\0'; ++c)
      text.push_back(*c == 'x' ? "0123456789abcdef"[random() % 16] : *c);
    return text;
  };
  for (int i = 0; i < 100'000; ++i) {
    const std::string id = uuid("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx");
    ASSERT_FALSE(HoldsPersonalNumber(id)) << id;
    const std::string in_urn = "urn:uuid:" + uuid("xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx");
    ASSERT_FALSE(HoldsPersonalNumber(in_urn)) << in_urn;
  }
  EXPECT_FALSE(HoldsPersonalNumber("f3a1c2de-7b1d-4c7a-9a55-b123456782ff"));
  EXPECT_FALSE(HoldsPersonalNumber("0123456789abcdef123456782fffffff"));
}

TEST(PersonalNumbersTest, ALetterBesideItMakesItPartOfSomethingElseInAnAttributeOnly) {
  EXPECT_FALSE(HoldsPersonalNumber("a123456782"));
  EXPECT_FALSE(HoldsPersonalNumber("123456782z"));
  EXPECT_TRUE(HoldsPersonalNumber("a123456782-123456782"));
  EXPECT_TRUE(MentionsPersonalNumber("BSN123456782"));
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
