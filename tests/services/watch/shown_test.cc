// Who sees what of an event.

#include "tests/services/watch/tower.h"

namespace waarborg::watch {
namespace {

class ShownTest : public Tower {
 protected:
  // What a watcher of the farm's case is told of the act; nothing when it is not.
  std::vector<v1::Change> Told(const call::Caller& caller, const Act& act) {
    Stream stream = WatchCase(caller);
    stream.Drain();
    Happen(act);
    EXPECT_THAT(feed.Look(), IsOk());
    std::vector<v1::Change> changes;
    for (const v1::WatchUpdate& update : stream.Drain()) {
      if (update.has_change()) changes.push_back(update.change());
    }
    return changes;
  }

  const Act step_on_{.kind = "DraftSent", .from_state = "REVIEW", .to_state = "DRAFT_SENT"};
};

TEST_F(ShownTest, TheTeamSeesWhoDidWhatInWhichRoleAndWhy) {
  const std::vector<v1::Change> told = Told(member, step_on_);
  ASSERT_EQ(told.size(), 1U);
  const v1::Change& change = told[0];
  EXPECT_EQ(change.event(), "regions/nmd/events/1");
  EXPECT_EQ(change.actor(), manager.member);
  EXPECT_EQ(change.role(), team::v1::ROLE_QUALITY_MANAGER);
  EXPECT_EQ(change.kind(), "DraftSent");
  EXPECT_EQ(change.resource(), kAssessment);
  EXPECT_EQ(change.from_state(), "REVIEW");
  EXPECT_EQ(change.to_state(), "DRAFT_SENT");
  EXPECT_EQ(change.reason(), "omdat het zo is");
  EXPECT_TRUE(change.has_time());
}

TEST_F(ShownTest, AProviderHearsOfANewStateButNotWhoAndWhy) {
  const std::vector<v1::Change> told = Told(farmer, step_on_);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].to_state(), "DRAFT_SENT");
  EXPECT_EQ(told[0].actor(), "");
  EXPECT_EQ(told[0].role(), team::v1::ROLE_UNSPECIFIED);
  EXPECT_EQ(told[0].reason(), "");
}

TEST_F(ShownTest, AProviderHearsNothingOfWorkInsideTheHouse) {
  EXPECT_THAT(Told(farmer, {.kind = "TrustJudged"}), IsEmpty());
  Act seconding = step_on_;
  seconding.role = team::v1::ROLE_SECOND_READER;
  EXPECT_THAT(Told(farmer, seconding), IsEmpty());
}

TEST_F(ShownTest, AProviderHearsNothingOfWhatItMayNotRead) {
  hidden.insert(kAssessment);
  EXPECT_THAT(Told(farmer, step_on_), IsEmpty());
}

TEST_F(ShownTest, AProviderSeesItsOwnActsWhole) {
  Act own{.kind = "ProgressReported", .role = team::v1::ROLE_PROVIDER_USER};
  EXPECT_EQ(Told(farmer, own).size(), 1U);
  Act entered{.kind = "ProgressReported", .on_behalf_of = kFarm};
  const std::vector<v1::Change> told = Told(farmer, entered);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].actor(), manager.member);
  EXPECT_EQ(told[0].reason(), "omdat het zo is");
}

TEST_F(ShownTest, AProviderCannotWatchAnother) {
  Stream stream = WatchCase(miller);
  stream.Drain();
  EXPECT_THAT(stream.status, ReasonIs("OTHER_PROVIDER"));
}

TEST_F(ShownTest, WhatAProviderMayNotReadItCannotWatch) {
  hidden.insert(kAssessment);
  Stream stream = WatchAssessment(farmer);
  stream.Drain();
  EXPECT_THAT(stream.status, ReasonIs("ASSESSMENT_NOT_FOUND"));
}

}  // namespace
}  // namespace waarborg::watch
