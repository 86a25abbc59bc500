#include "services/rules/sha256.h"

#include <string>
#include <thread>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::rules {
namespace {

// FIPS 180-4 examples and the empty text.
constexpr char kOfNothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char kOfAbc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char kOfTwoBlocks[] = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1";
constexpr char kOfAMillionA[] = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0";

TEST(Sha256, GivesThePublishedDigests) {
  EXPECT_EQ(ToHex(Sha256("")), kOfNothing);
  EXPECT_EQ(ToHex(Sha256("abc")), kOfAbc);
  EXPECT_EQ(ToHex(Sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")), kOfTwoBlocks);
  EXPECT_EQ(ToHex(Sha256(std::string(1'000'000, 'a'))), kOfAMillionA);
}

TEST(Sha256, PartsCountAsOneText) {
  EXPECT_EQ(ToHex(Sha256({"a", "", "bc"})), kOfAbc);
  EXPECT_EQ(ToHex(Sha256({})), kOfNothing);
}

TEST(Sha256, ThreadsDoNotDisturbEachOther) {
  std::vector<int> wrong(8, 0);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&count] {
      for (int i = 0; i < 2000; ++i) count += ToHex(Sha256("abc")) == kOfAbc ? 0 : 1;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(wrong, testing::Each(0));
}

TEST(Hex, GoesThereAndBack) {
  const Hash hash = Sha256("abc");
  EXPECT_EQ(FromHex(ToHex(hash)), hash);
  EXPECT_EQ(FromBytes(Bytes(hash)), hash);
}

TEST(Hex, TakesCapitals) {
  std::string digits = kOfAbc;
  for (char& digit : digits) digit = static_cast<char>(std::toupper(digit));
  EXPECT_EQ(FromHex(digits), Sha256("abc"));
}

TEST(Hex, RefusesAnythingElse) {
  const std::string good = kOfAbc;
  EXPECT_EQ(FromHex(""), std::nullopt);
  EXPECT_EQ(FromHex(good.substr(1)), std::nullopt);
  EXPECT_EQ(FromHex(good + "0"), std::nullopt);
  for (const char bad : {'g', 'G', '/', ':', '@', '`', ' ', '\0', '\xff'}) {
    std::string text = good;
    text[17] = bad;
    EXPECT_EQ(FromHex(text), std::nullopt) << static_cast<int>(bad);
  }
}

TEST(Bytes, OnlyThirtyTwoBytesAreAHash) {
  EXPECT_EQ(FromBytes(std::string(31, 'x')), std::nullopt);
  EXPECT_EQ(FromBytes(std::string(33, 'x')), std::nullopt);
  EXPECT_NE(FromBytes(std::string(32, 'x')), std::nullopt);
}

}  // namespace
}  // namespace waarborg::rules
