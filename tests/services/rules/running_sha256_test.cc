#include <string>

#include "gtest/gtest.h"
#include "services/rules/sha256.h"

namespace waarborg::rules {
namespace {

TEST(RunningSha256Test, PiecesGiveTheDigestOfTheWhole) {
  std::string whole(1000, ' ');
  for (std::size_t i = 0; i < whole.size(); ++i) whole[i] = static_cast<char>(i * 7);
  for (const std::size_t blocks : {0, 1, 2, 15}) {
    RunningSha256 running;
    for (std::size_t i = 0; i < blocks; ++i) running.Add(whole.substr(i * 64, 64));
    EXPECT_EQ(running.End(whole.substr(blocks * 64)), Sha256(whole)) << blocks;
  }
}

TEST(RunningSha256Test, ItGoesOnFromAStateThatWasPutAside) {
  const std::string whole(64 * 5 + 3, 'x');
  RunningSha256 first;
  first.Add(whole.substr(0, 128));
  const auto second = RunningSha256::Resume(first.State(), 128);
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->State(), first.State());
  RunningSha256 rest = *second;
  rest.Add(whole.substr(128, 64));
  EXPECT_EQ(rest.End(whole.substr(192)), Sha256(whole));
}

TEST(RunningSha256Test, TheFirstStateIsThatOfFips180) {
  EXPECT_EQ(RunningSha256().State(),
            std::string("\x6a\x09\xe6\x67\xbb\x67\xae\x85\x3c\x6e\xf3\x72\xa5\x4f\xf5\x3a"
                        "\x51\x0e\x52\x7f\x9b\x05\x68\x8c\x1f\x83\xd9\xab\x5b\xe0\xcd\x19",
                        32));
  EXPECT_EQ(RunningSha256().End(""), Sha256(""));
}

TEST(RunningSha256Test, WhatIsNoStateIsRefused) {
  EXPECT_EQ(RunningSha256::Resume("short", 64), std::nullopt);
  EXPECT_EQ(RunningSha256::Resume(RunningSha256().State(), 63), std::nullopt);
}

TEST(RunningSha256Test, MoreThanFourGibibytesOfBitsAreCounted) {
  // The length in bits stands in two words; the second one counts from 512 MiB on.
  const std::string mebibyte(std::size_t{1} << 20, 'z');
  RunningSha256 running;
  for (int i = 0; i < 513; ++i) running.Add(mebibyte);
  const auto resumed = RunningSha256::Resume(running.State(), std::uint64_t{513} << 20);
  EXPECT_EQ(resumed->End("end"), running.End("end"));
  EXPECT_NE(RunningSha256::Resume(running.State(), std::uint64_t{1} << 20)->End("end"), running.End("end"));
}

}  // namespace
}  // namespace waarborg::rules
