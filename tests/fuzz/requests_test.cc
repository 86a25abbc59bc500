// Property: whatever is sent to whichever rpc, by whomever and at whatever moment, the server answers,
// refuses in words, and leaves nothing of what it refused; and its journals hold.
//
// What is sent is made by the seed alone. WAARBORG_FUZZ_SEED=n sends that seed's requests and no others.

#include <iostream>

#include "clients/cpp/services.h"
#include "gmock/gmock.h"
#include "google/protobuf/stubs/logging.h"
#include "gtest/gtest.h"
#include "services/edge/limits.h"
#include "tests/fuzz/siege.h"
#include "tests/fuzz/story.h"

namespace waarborg::fuzz {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Requests : public ::testing::Test {
 protected:
  // Streams read a whole journal each time.
  static bool IsTurnOf(Chance& chance, const Method& method) {
    return !method.server_streaming() || chance.Percent(20);
  }

  static void SendToAll(Chance& chance, Siege& siege, int rounds, void (Siege::*send)(const Method&)) {
    for (int round = 0; round < rounds; ++round) {
      for (const Method* const method : AllMethods()) {
        if (IsTurnOf(chance, *method)) (siege.*send)(*method);
      }
    }
  }

  // Said before it begins, for a seed at which the program ends.
  static void Begin(unsigned seed) { std::cout << "seed " << seed << ": " << std::flush; }

  static void End(unsigned seed, House& house) {
    house.Audit();
    std::cout << Summary(house.tallies()) << std::endl;
    ASSERT_THAT(house.breaches(), IsEmpty()) << Replay(seed);
  }

  // Protobuf tells of every text that is no UTF-8.
  google::protobuf::LogSilencer silence_;
};

TEST_F(Requests, OfAnyContentAreAnsweredAndLeaveNothingWhenRefused) {
  for (const unsigned seed : Seeds(2)) {
    Begin(seed);
    Chance chance(seed);
    House house;
    PlayStory(house, [](const Attempt&) {});
    Siege siege(chance, house);
    SendToAll(chance, siege, 40, &Siege::SendWritten);
    End(seed, house);
    if (HasFatalFailure()) return;
  }
}

TEST_F(Requests, OfAnyBytesAreAnsweredAndLeaveNothingWhenRefused) {
  for (const unsigned seed : Seeds(2)) {
    Begin(seed);
    Chance chance(seed);
    House house;
    Siege siege(chance, house);
    PlayStory(house, [&siege](const Attempt& real) { siege.Keep(real); });
    SendToAll(chance, siege, 12, &Siege::SendBytes);
    End(seed, house);
    if (HasFatalFailure()) return;
  }
}

TEST_F(Requests, ChangedAtAnyMomentOfTheSampleCaseAreAnsweredAndLeaveNothingWhenRefused) {
  for (const unsigned seed : Seeds(8)) {
    Begin(seed);
    Chance chance(seed);
    House house;
    Siege siege(chance, house);
    const Played played = PlayStory(house, [&](const Attempt& real) {
      siege.Keep(real);
      if (chance.Percent(10)) siege.Surround(real);
    });
    std::cout << played.refused << " of " << played.accepted + played.refused << " real requests refused; ";
    End(seed, house);
    if (HasFatalFailure()) return;
  }
}

// What stands above says little of an rpc that is never reached, or never accepts.
TEST_F(Requests, ReachEveryRpcAndMostOfThemAccept) {
  Chance chance(1);
  House house;
  PlayStory(house, [](const Attempt&) {});
  Siege siege(chance, house);
  SendToAll(chance, siege, 30, &Siege::SendWritten);
  int accepting = 0;
  for (const Method* const method : AllMethods()) {
    const auto found = house.tallies().find(method->full_name());
    ASSERT_NE(found, house.tallies().end()) << method->full_name();
    EXPECT_GT(found->second.accepted + found->second.refused, 0) << method->full_name();
    accepting += found->second.accepted > 0 ? 1 : 0;
  }
  EXPECT_GE(accepting, 80) << "of " << AllMethods().size();
}

TEST_F(Requests, OfTheSampleCaseAreAllAccepted) {
  House house;
  const Played played = PlayStory(house, [](const Attempt&) {});
  EXPECT_EQ(played.refused, 0);
  EXPECT_GT(played.accepted, 200);
  house.Audit();
  EXPECT_THAT(house.breaches(), IsEmpty());
}

TEST_F(Requests, OfTheLargestSizeAreHeardAndNoneLarger) {
  House house;
  constexpr std::size_t kMost = edge::limits::kRequestBytes;
  for (const Method* const method : AllMethods()) {
    // A message of a stream that is too large ends the stream, by gRPC's own hand.
    if (method->client_streaming()) continue;
    house.Try({.method = method, .member = kAdministrator, .bytes = PaddedTo("", kMost)});
    house.Try({.method = method, .member = kAdministrator, .bytes = PaddedTo("", kMost + 1)});
    const Tally& tally = house.tallies().at(method->full_name());
    ASSERT_EQ(tally.unread, 1) << method->full_name();
    ASSERT_EQ(tally.accepted + tally.refused, 1) << method->full_name();
  }
  EXPECT_THAT(house.breaches(), IsEmpty());
}

TEST_F(Requests, OfNoMessageAreRefusedAsMalformed) {
  House house;
  const std::string no_utf8 = std::string("\x0a\x01") + "\xff";
  const std::string cut_short = std::string("\x0a\x05") + "abc";
  for (const std::string& bytes : {no_utf8, cut_short, NestedGroups(200)}) {
    const Attempt attempt{
        .method = client::FindMethod("GetMember"), .member = kAdministrator, .bytes = bytes};
    ASSERT_EQ(ReachOf(attempt), Reach::kParser);
    const Answer answer = house.Try(attempt);
    EXPECT_EQ(answer.status.error_code(), grpc::StatusCode::INVALID_ARGUMENT);
    EXPECT_THAT(answer.status.error_message(), HasSubstr("MALFORMED_REQUEST"));
  }
  EXPECT_THAT(house.breaches(), IsEmpty());
}

}  // namespace
}  // namespace waarborg::fuzz
