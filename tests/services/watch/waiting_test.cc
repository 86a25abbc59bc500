// A stream that has nothing to tell waits: until something happens that concerns it, its heartbeat is due, its
// time is up or the server ends. A reader that does not keep up is cut off.

#include "tests/services/watch/tower.h"

namespace waarborg::watch {
namespace {

class WaitingTest : public Tower {
 protected:
  WaitingTest() {
    desk.ledger.OnCommit([this](const std::string& region) { feed.Grew(region); });
    feed.OnNews([this] { ++news_; });
  }

  std::atomic<int> news_ = 0;
};

TEST_F(WaitingTest, ACommitHereIsHeardAtOnceAndWakesWhomItConcerns) {
  Stream farm = WatchCase(manager);
  Stream mill = WatchCase(manager, "", kMill);
  farm.Drain();
  mill.Drain();
  const int before = news_;
  Happen({});
  EXPECT_EQ(news_, before + 1);
  Look();
  EXPECT_TRUE(farm.woken());
  EXPECT_FALSE(mill.woken());
  EXPECT_THAT(Kinds(farm.Drain()), ElementsAre("Happened"));
}

TEST_F(WaitingTest, ACommitWhereNobodyWatchesMakesNoNews) {
  { Stream gone = WatchCase(manager); }
  const int before = news_;
  Happen({});
  EXPECT_EQ(news_, before);
}

// Another process has its own ledger on the same store; it cannot be heard.
TEST_F(WaitingTest, ACommitElsewhereIsFoundAtTheNextLook) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  ledger::Ledger other(*desk.store, [this] { return desk.clock.Now(); });
  ASSERT_THAT(other.RunAndWait(CallOf(manager, "test/act"),
                               [](ledger::UnitOfWork& unit) {
                                 unit.Record({.kind = "Elsewhere", .resource = kFarm, .provider = kFarm});
                                 return absl::OkStatus();
                               }),
              IsOk());
  EXPECT_FALSE(stream.woken());
  Look();
  EXPECT_TRUE(stream.woken());
  EXPECT_THAT(Kinds(stream.Drain()), ElementsAre("Elsewhere"));
}

TEST_F(WaitingTest, WhatHappensBeforeAWatcherWaitsWakesItAtOnce) {
  Stream stream = WatchCase(manager);
  stream.Pull();
  v1::WatchCaseRequest request;
  request.set_name(kFarm);
  const auto source = *watch::WatchCase(feed)(CallOf(manager, "test/watch"), request);
  ASSERT_TRUE(source()->item.has_value());
  const call::Step<v1::WatchUpdate> step = *source();
  ASSERT_NE(step.waiting, nullptr);
  Happen({});
  Look();
  bool woken = false;
  step.waiting([&woken] { woken = true; });
  EXPECT_TRUE(woken);
}

TEST_F(WaitingTest, AnIdleStreamSaysEveryFifteenSecondsHowFarItIs) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  Happen({.kind = "Elsewhere", .resource = kMillsAssessment, .provider = kMill});
  Look();
  desk.clock.Advance(kBetweenHeartbeats - absl::Seconds(1));
  Look();
  EXPECT_FALSE(stream.woken());
  desk.clock.Advance(absl::Seconds(1));
  Look();
  EXPECT_TRUE(stream.woken());
  const std::vector<v1::WatchUpdate> updates = stream.Drain();
  ASSERT_EQ(updates.size(), 1U);
  EXPECT_TRUE(IsHeartbeat(updates[0]));
  EXPECT_EQ(updates[0].cursor(), CursorAt("nmd", 1));
}

TEST_F(WaitingTest, AStreamEndsByItselfBeforeItsDeadlineWithACursor) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  desk.clock.Advance(absl::Minutes(15) - kEndsBefore);
  Look();
  EXPECT_TRUE(stream.woken());
  const std::vector<v1::WatchUpdate> updates = stream.Drain();
  ASSERT_EQ(updates.size(), 1U);
  EXPECT_TRUE(IsHeartbeat(updates[0]));
  EXPECT_TRUE(stream.ended);
  EXPECT_THAT(stream.status, IsOk());
}

TEST_F(WaitingTest, AReaderThatTakesAMessageTooLateIsCutOffAndCanGoOn) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  HappenTo({{.kind = "First"}, {.kind = "Second"}});
  Look();
  ASSERT_THAT(Kinds({*stream.Pull()}), ElementsAre("First"));
  const std::string cursor = stream.cursor;
  desk.clock.Advance(kTakenInTime + absl::Seconds(1));
  EXPECT_FALSE(stream.Pull().has_value());
  EXPECT_THAT(stream.status, StatusIs(absl::StatusCode::kResourceExhausted));
  EXPECT_THAT(stream.status, ReasonIs("SLOW_READER"));
  EXPECT_THAT(Kinds(WatchCase(manager, cursor).Drain()), ElementsAre("Second"));
}

TEST_F(WaitingTest, AReaderThatTakesItJustInTimeIsNot) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  HappenTo({{.kind = "First"}, {.kind = "Second"}});
  Look();
  stream.Pull();
  desk.clock.Advance(kTakenInTime);
  EXPECT_THAT(Kinds({*stream.Pull()}), ElementsAre("Second"));
}

TEST_F(WaitingTest, AWatcherThatWaitedLongIsNotSlow) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  desk.clock.Advance(absl::Minutes(5));
  Happen({});
  Look();
  EXPECT_THAT(Kinds(stream.Drain()), ElementsAre("Happened"));
}

TEST_F(WaitingTest, WhenTheServerEndsAllAreWokenAndNobodyWaitsAnyMore) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  feed.Close();
  EXPECT_TRUE(stream.woken());
  stream.Drain();
  EXPECT_THAT(stream.status, StatusIs(absl::StatusCode::kUnavailable));
  EXPECT_THAT(stream.status, ReasonIs("SERVER_ENDS"));
  EXPECT_EQ(feed.counts().waiting, 0U);
}

}  // namespace
}  // namespace waarborg::watch
