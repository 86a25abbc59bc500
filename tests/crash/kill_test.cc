// The server is killed while the sample case is played, at twenty moments that nobody chose. Nothing
// acknowledged is lost, no retry doubles, and the journal holds.
//
// The moments follow from a seed; WAARBORG_CRASH_SEED=n plays them again.

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>
#include <vector>

#include "clients/cpp/services.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/crash/phoenix_server.h"
#include "tests/crash/player.h"

namespace waarborg::testing {
namespace {

constexpr int kKills = 20;

unsigned Seed() {
  const char* const chosen = std::getenv("WAARBORG_CRASH_SEED");
  return chosen != nullptr ? static_cast<unsigned>(std::strtoul(chosen, nullptr, 10))
                           : std::random_device{}();
}

// How many answers were given, for someone who waits for the next kill.
class Tally final {
 public:
  void Add() {
    const std::lock_guard<std::mutex> lock(mutex_);
    ++count_;
    changed_.notify_all();
  }
  void WaitFor(int count) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [this, count] { return count_ >= count; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
};

// After how many answers to kill: ascending, each leaving something to play.
std::vector<int> Moments(int steps, std::minstd_rand& random) {
  std::vector<int> moments;
  for (int i = 0; i < kKills; ++i)
    moments.push_back(std::uniform_int_distribution<int>(0, steps - 2)(random));
  std::sort(moments.begin(), moments.end());
  return moments;
}

// Long enough to fall before, into and behind the request that follows.
std::chrono::microseconds ALittle(std::minstd_rand& random) {
  return std::chrono::microseconds(std::uniform_int_distribution<int>(0, 4000)(random));
}

void PlayUnderKills(PhoenixServer& server, Player& player, std::minstd_rand& random) {
  Tally tally;
  std::thread people([&player, &tally] { player.PlayTheCases([&tally] { tally.Add(); }); });
  for (const int moment : Moments(player.steps(), random)) {
    tally.WaitFor(moment);
    std::this_thread::sleep_for(ALittle(random));
    server.KillAndRise();
  }
  people.join();
}

bool IsRemembered(const cli::demo::Act& act) {
  return client::RequestIdField(*client::FindMethod(act.rpc)->input_type()) != nullptr;
}

// A server is started by forking while the player's connection is up. gRPC would shut that connection down in
// the child, and with it the player's end of it.
[[maybe_unused]] const int kForkSupportOff = setenv("GRPC_ENABLE_FORK_SUPPORT", "0", /*overwrite=*/1);

TEST(KillTest, NothingAcknowledgedIsLostAndNoRetryDoublesInTwentyKills) {
  const unsigned seed = Seed();
  std::cout << "WAARBORG_CRASH_SEED=" << seed << std::endl;
  std::minstd_rand random(seed);
  PhoenixServer calm_server("calm");
  Player calm(calm_server.address());
  calm.SetTheScene();
  calm.PlayTheCases([] {});

  PhoenixServer server("killed");
  Player player(server.address());
  player.SetTheScene();
  PlayUnderKills(server, player, random);

  EXPECT_EQ(player.Verify(), 0);
  EXPECT_EQ(player.Story(), calm.Story());
  for (const auto& [act, answer] : player.acts()) {
    // An upload that is there is answered as it is now; what only reads is not remembered either.
    if (!IsRemembered(act)) continue;
    EXPECT_EQ(player.AskAgain(act), answer) << act.rpc << " " << act.request_id;
  }
  EXPECT_EQ(player.Story(), calm.Story()) << "a retry was executed again";
}

}  // namespace
}  // namespace waarborg::testing
