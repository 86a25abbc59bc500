// Ten thousand watchers cost one read of the journal and a bounded tail.

#include "tests/services/watch/tower.h"

namespace waarborg::watch {
namespace {

constexpr std::size_t kWatchers = 10'000;
constexpr int kEvents = 50;

class FanOutTest : public Tower {};

TEST_F(FanOutTest, TenThousandWatchersShareOneReadAndABoundedTail) {
  std::vector<Stream> streams;
  streams.reserve(kWatchers);
  for (std::size_t i = 0; i < kWatchers; ++i) {
    streams.push_back(WatchCase(manager));
    ASSERT_EQ(streams.back().Drain().size(), 1U);
  }
  EXPECT_EQ(feed.counts().watchers, kWatchers);
  EXPECT_EQ(feed.counts().waiting, kWatchers);
  for (int i = 0; i < kEvents; ++i) Happen({});
  Look();
  const Counts counts = feed.counts();
  EXPECT_EQ(counts.events_read, static_cast<std::uint64_t>(kEvents));
  EXPECT_EQ(counts.waiting, 0U);
  EXPECT_LE(counts.tail_events, kMostTailEvents);
  EXPECT_LE(counts.tail_bytes, kMostTailBytes);
  for (Stream& stream : streams) {
    ASSERT_TRUE(stream.woken());
    ASSERT_EQ(stream.Drain().size(), static_cast<std::size_t>(kEvents));
  }
  EXPECT_EQ(feed.counts().events_read, static_cast<std::uint64_t>(kEvents));
  streams.clear();
  EXPECT_EQ(feed.counts().watchers, 0U);
  EXPECT_EQ(feed.counts().tail_events, 0U);
}

TEST_F(FanOutTest, ACommitWakesOnlyThoseWhoWatchItsCase) {
  std::vector<Stream> streams;
  streams.reserve(1000);
  for (int i = 0; i < 1000; ++i) {
    streams.push_back(WatchCase(manager, "", i < 10 ? kFarm : kMill));
    streams.back().Drain();
  }
  Happen({});
  Look();
  EXPECT_EQ(feed.counts().waiting, 990U);
}

// However long the texts, what is kept for all is bounded.
TEST_F(FanOutTest, TheTailIsBoundedInBytesToo) {
  Stream stream = WatchCase(manager);
  stream.Drain();
  const std::string long_name(4000, 'x');
  for (int i = 0; i < 40; ++i) {
    std::vector<Act> acts(20);
    for (Act& act : acts) act.resource = std::string(kAssessment) + "/findings/" + long_name;
    HappenTo(acts);
  }
  Look();
  EXPECT_LE(feed.counts().tail_bytes, kMostTailBytes);
  EXPECT_EQ(stream.Drain().size(), 800U);
}

}  // namespace
}  // namespace waarborg::watch
