#include "services/team/rules/confirmation.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::team {
namespace {

constexpr absl::string_view kAuthor = "regions/nmd/members/quality-manager";
constexpr absl::string_view kReader = "regions/nmd/members/second-reader";
const absl::Time kNow = absl::FromUnixSeconds(1'748'847'600);
const absl::Time kDue = kNow + absl::Hours(24 * 14);

class ConfirmationTest : public ::testing::Test {
 protected:
  void Ask(v1::FourEyes rule, absl::string_view digest = "content") {
    AskConfirmation(confirmations, v1::ACT_DEVIATION, rule, kAuthor, digest, kDue);
  }
  ConfirmRefusal ByReader(absl::string_view digest = "content") {
    return Confirm(confirmations, v1::ACT_DEVIATION, kReader, digest, kNow);
  }

  Confirmations confirmations;
};

TEST_F(ConfirmationTest, NothingIsAskedWithoutFourEyes) {
  Ask(v1::FOUR_EYES_NONE);
  EXPECT_TRUE(confirmations.empty());
  EXPECT_TRUE(MayGoOn(confirmations, v1::ACT_DEVIATION));
  EXPECT_EQ(ByReader(), ConfirmRefusal::kNothingAsked);
}

TEST_F(ConfirmationTest, BeforeMeansThatTheNextStepWaits) {
  Ask(v1::FOUR_EYES_BEFORE);
  EXPECT_FALSE(MayGoOn(confirmations, v1::ACT_DEVIATION));
  EXPECT_TRUE(MayGoOn(confirmations, v1::ACT_SCORES));
  EXPECT_EQ(ByReader(), ConfirmRefusal::kNone);
  EXPECT_TRUE(MayGoOn(confirmations, v1::ACT_DEVIATION));
}

TEST_F(ConfirmationTest, BeforeHasNoLastMoment) {
  Ask(v1::FOUR_EYES_BEFORE);
  EXPECT_FALSE(confirmations.Get(0).has_due_time());
}

TEST_F(ConfirmationTest, LaterHasALastMomentAndHoldsNothingUp) {
  Ask(v1::FOUR_EYES_LATER);
  EXPECT_TRUE(MayGoOn(confirmations, v1::ACT_DEVIATION));
  EXPECT_EQ(confirmations.Get(0).due_time().seconds(), absl::ToUnixSeconds(kDue));
}

TEST_F(ConfirmationTest, TheRecordSaysWhoConfirmedWhatAndWhen) {
  Ask(v1::FOUR_EYES_BEFORE);
  ASSERT_EQ(ByReader(), ConfirmRefusal::kNone);
  const v1::Confirmation* confirmation = FindConfirmation(confirmations, v1::ACT_DEVIATION);
  ASSERT_NE(confirmation, nullptr);
  EXPECT_EQ(confirmation->author(), kAuthor);
  EXPECT_EQ(confirmation->confirmer(), kReader);
  EXPECT_EQ(confirmation->content_digest(), "content");
  EXPECT_EQ(confirmation->confirm_time().seconds(), absl::ToUnixSeconds(kNow));
  EXPECT_EQ(FindConfirmation(confirmations, v1::ACT_SCORES), nullptr);
}

TEST_F(ConfirmationTest, TheAuthorDoesNotConfirm) {
  Ask(v1::FOUR_EYES_BEFORE);
  EXPECT_EQ(Confirm(confirmations, v1::ACT_DEVIATION, kAuthor, "content", kNow), ConfirmRefusal::kSamePerson);
  EXPECT_FALSE(MayGoOn(confirmations, v1::ACT_DEVIATION));
}

TEST_F(ConfirmationTest, OtherContentThanWasReadIsNotConfirmed) {
  Ask(v1::FOUR_EYES_BEFORE);
  EXPECT_EQ(ByReader("earlier content"), ConfirmRefusal::kContentChanged);
  EXPECT_EQ(confirmations.Get(0).confirmer(), "");
}

TEST_F(ConfirmationTest, IsGivenOnce) {
  Ask(v1::FOUR_EYES_BEFORE);
  ASSERT_EQ(ByReader(), ConfirmRefusal::kNone);
  EXPECT_EQ(ByReader(), ConfirmRefusal::kAlreadyConfirmed);
}

TEST_F(ConfirmationTest, AChangeVoidsIt) {
  Ask(v1::FOUR_EYES_BEFORE);
  ASSERT_EQ(ByReader(), ConfirmRefusal::kNone);
  Ask(v1::FOUR_EYES_BEFORE, "new content");
  ASSERT_EQ(confirmations.size(), 1);
  EXPECT_EQ(confirmations.Get(0).confirmer(), "");
  EXPECT_FALSE(confirmations.Get(0).has_confirm_time());
  EXPECT_FALSE(MayGoOn(confirmations, v1::ACT_DEVIATION));
}

TEST_F(ConfirmationTest, TheSameContentKeepsIt) {
  Ask(v1::FOUR_EYES_BEFORE);
  ASSERT_EQ(ByReader(), ConfirmRefusal::kNone);
  Ask(v1::FOUR_EYES_BEFORE);
  EXPECT_TRUE(MayGoOn(confirmations, v1::ACT_DEVIATION));
}

TEST_F(ConfirmationTest, TellsWhetherASecondPersonTookPartOrMayStill) {
  constexpr Acts kThese{v1::ACT_DEVIATION};
  constexpr Acts kOthers{v1::ACT_SCORES};
  EXPECT_FALSE(SecondPersonAwaited(confirmations, kThese, kNow));
  Ask(v1::FOUR_EYES_LATER);
  const absl::Time due = absl::FromUnixSeconds(confirmations.Get(0).due_time().seconds());
  EXPECT_TRUE(SecondPersonAwaited(confirmations, kThese, kNow));
  EXPECT_FALSE(SecondPersonAwaited(confirmations, kThese, due));
  EXPECT_FALSE(SecondPersonAwaited(confirmations, kOthers, kNow));
  EXPECT_FALSE(SecondPersonTookPart(confirmations, kThese));
  ASSERT_EQ(ByReader(), ConfirmRefusal::kNone);
  EXPECT_TRUE(SecondPersonTookPart(confirmations, kThese));
  EXPECT_FALSE(SecondPersonTookPart(confirmations, kOthers));
  EXPECT_FALSE(SecondPersonAwaited(confirmations, kThese, kNow));
}

}  // namespace
}  // namespace waarborg::team
