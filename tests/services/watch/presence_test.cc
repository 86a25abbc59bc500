// Who is at work where: told as it changes, gone when nothing is heard, and never across the line between the team
// and a provider.

#include "tests/services/watch/tower.h"

namespace waarborg::watch {
namespace {

class PresenceTest : public Tower {
 protected:
  PresenceTest() : team_(WatchAssessment(manager)) { team_.Drain(); }

  std::vector<std::string> Seen(Stream& stream) {
    EXPECT_THAT(feed.Look(), IsOk());
    return Places(stream.Drain());
  }

  Stream team_;
};

TEST_F(PresenceTest, ComingMovingAndGoingAreTold) {
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  EXPECT_THAT(Seen(team_), ElementsAre("member VE01"));
  ASSERT_THAT(Be(member, "VE02"), IsOk());
  EXPECT_THAT(Seen(team_), ElementsAre("member VE02"));
  ASSERT_THAT(Be(member, "", /*left=*/true), IsOk());
  EXPECT_THAT(Seen(team_), ElementsAre("-member VE02"));
}

TEST_F(PresenceTest, APresenceWakesWhoWatchesTheCaseAndNobodyElse) {
  Stream mill = WatchCase(manager, "", kMill);
  mill.Drain();
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  Look();
  EXPECT_TRUE(team_.woken());
  EXPECT_FALSE(mill.woken());
}

TEST_F(PresenceTest, AStreamBeginsWithThoseWhoAreThere) {
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  Look();
  Stream late = WatchAssessment(manager);
  const std::vector<v1::WatchUpdate> updates = late.Drain();
  ASSERT_EQ(updates.size(), 2U);
  EXPECT_TRUE(IsHeartbeat(updates[0]));
  EXPECT_THAT(Places(updates), ElementsAre("member VE01"));
  EXPECT_THAT(Places(WatchAssessment(manager, updates[1].cursor()).Drain()), ElementsAre("member VE01"));
}

TEST_F(PresenceTest, WhoeverIsNotHeardOfForFortyFiveSecondsHasLeft) {
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  EXPECT_THAT(Seen(team_), ElementsAre("member VE01"));
  desk.clock.Advance(kPresenceLasts - absl::Seconds(1));
  EXPECT_THAT(Seen(team_), IsEmpty());
  desk.clock.Advance(absl::Seconds(1));
  EXPECT_THAT(Seen(team_), ElementsAre("-member VE01"));
}

TEST_F(PresenceTest, AWordEveryFifteenSecondsKeepsOnePresentAndTellsNothingNew) {
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  EXPECT_THAT(Seen(team_), ElementsAre("member VE01"));
  for (int i = 0; i < 20; ++i) {
    desk.clock.Advance(absl::Seconds(15));
    ASSERT_THAT(Be(member, "VE01"), IsOk());
    EXPECT_THAT(Seen(team_), IsEmpty());
  }
}

TEST_F(PresenceTest, WhatLapsedIsCleanedUp) {
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  const std::string key = PresenceKey("nmd", kFarm, kAssessment, member.member);
  EXPECT_TRUE((*kPresences.Get(*desk.store->Read(), key)).has_value());
  desk.clock.Advance(kPresenceLasts);
  Look();
  // What is written after it is written later.
  Happen({});
  EXPECT_FALSE((*kPresences.Get(*desk.store->Read(), key)).has_value());
}

TEST_F(PresenceTest, PresenceIsNoFactOfTheCase) {
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  EXPECT_THAT(desk.Events(), IsEmpty());
}

TEST_F(PresenceTest, AServerBesideThisOneShowsTheSamePeople) {
  ledger::Ledger other_ledger(*desk.store, [this] { return desk.clock.Now(); });
  Feed other(other_ledger, feed.neighbours());
  v1::WatchAssessmentRequest request;
  request.set_name(kAssessment);
  Stream beside(*watch::WatchAssessment(other)(CallOf(manager, "test/watch"), request));
  beside.Drain();
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  desk.clock.Advance(absl::Seconds(1));
  ASSERT_THAT(other.Look(), IsOk());
  EXPECT_TRUE(beside.woken());
  EXPECT_THAT(Places(beside.Drain()), ElementsAre("member VE01"));
}

TEST_F(PresenceTest, TheTeamAndAProviderDoNotSeeEachOther) {
  Stream provider = WatchAssessment(farmer);
  provider.Drain();
  ASSERT_THAT(Be(member, "VE01"), IsOk());
  ASSERT_THAT(Be(wife, "plan"), IsOk());
  EXPECT_THAT(Seen(team_), ElementsAre("member VE01"));
  EXPECT_THAT(Seen(provider), ElementsAre("wife plan"));
}

TEST_F(PresenceTest, OnlyThosePresentInTheAssessmentAreShownThere) {
  ASSERT_THAT(Be(member, "VE09", false, kOtherAssessment), IsOk());
  EXPECT_THAT(Seen(team_), IsEmpty());
  Stream whole_case = WatchCase(manager);
  EXPECT_THAT(Places(whole_case.Drain()), ElementsAre("member VE09"));
}

TEST_F(PresenceTest, OneIsNotPresentWhereOneMayNotRead) {
  EXPECT_THAT(Be(miller, "VE01"), ReasonIs("OTHER_PROVIDER"));
  hidden.insert(kAssessment);
  EXPECT_THAT(Be(farmer, "VE01"), ReasonIs("ASSESSMENT_NOT_FOUND"));
}

TEST_F(PresenceTest, APartIsNoPlaceForText) {
  EXPECT_THAT(Be(member, "what I think of them"), StatusIs(absl::StatusCode::kInvalidArgument));
}

}  // namespace
}  // namespace waarborg::watch
