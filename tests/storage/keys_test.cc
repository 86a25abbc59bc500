#include "storage/keys.h"

#include <cstdint>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include "absl/strings/escaping.h"
#include "gtest/gtest.h"

namespace waarborg::storage {
namespace {

std::string Hex(absl::string_view bytes) { return absl::BytesToHexString(bytes); }

std::string Bytes(absl::string_view hex) { return absl::HexStringToBytes(hex); }

TEST(KeysGolden, TheBytesAreThoseOfTheFormatPage) {
  EXPECT_EQ(Hex(KeyBuilder().Text("").Take()), "0001");
  EXPECT_EQ(Hex(KeyBuilder().Text("nmd").Take()), "6e6d640001");
  EXPECT_EQ(Hex(KeyBuilder().Text(absl::string_view("a\0b", 3)).Take()), "6100ff620001");
  EXPECT_EQ(Hex(KeyBuilder().Text("\xff\x01").Take()), "ff010001");
  EXPECT_EQ(Hex(KeyBuilder().Number(0).Take()), "0000000000000000");
  EXPECT_EQ(Hex(KeyBuilder().Number(7).Take()), "0000000000000007");
  EXPECT_EQ(Hex(KeyBuilder().Number(0x0123456789abcdef).Take()), "0123456789abcdef");
  EXPECT_EQ(Hex(KeyBuilder().Text("nmd").Number(7).Take()), "6e6d6400010000000000000007");
}

TEST(Keys, PartsComeBackInTheirOrder) {
  const std::string key = KeyBuilder().Text("nmd").Number(7).Text(absl::string_view("a\0\xff", 3)).Take();
  KeyParser parser(key);
  EXPECT_EQ(*parser.Text(), "nmd");
  EXPECT_FALSE(parser.AtEnd());
  EXPECT_EQ(*parser.Number(), 7U);
  EXPECT_EQ(*parser.Text(), std::string("a\0\xff", 3));
  EXPECT_TRUE(parser.AtEnd());
}

TEST(Keys, BytesThatAreNoKeyAreDataLoss) {
  for (const char* hex : {"", "61", "6100", "610002", "61000061"}) {
    const std::string key = Bytes(hex);
    EXPECT_EQ(KeyParser(key).Text().status().code(), absl::StatusCode::kDataLoss) << hex;
  }
  for (const char* hex : {"", "00", "00000000000007"}) {
    const std::string key = Bytes(hex);
    EXPECT_EQ(KeyParser(key).Number().status().code(), absl::StatusCode::kDataLoss) << hex;
  }
}

TEST(Keys, PrefixEndIsTheFirstKeyAfterThePrefix) {
  EXPECT_EQ(PrefixEnd("ab"), "ac");
  EXPECT_EQ(PrefixEnd(Bytes("61ffff")), "b");
  EXPECT_EQ(PrefixEnd(Bytes("7f")), Bytes("80"));
  EXPECT_EQ(PrefixEnd(Bytes("ffff")), "");
  EXPECT_EQ(PrefixEnd(""), "");
}

// Parts from an alphabet in which every escape and terminator byte is frequent.
struct Parts {
  std::string first;
  std::uint64_t second = 0;
  std::string third;

  [[nodiscard]] std::string Encoded() const {
    return KeyBuilder().Text(first).Number(second).Text(third).Take();
  }
  bool operator==(const Parts& other) const = default;
  bool operator<(const Parts& other) const {
    return std::tie(first, second, third) < std::tie(other.first, other.second, other.third);
  }
};

std::string RandomText(std::mt19937_64& random) {
  constexpr char kBytes[] = {'\x00', '\x01', '\x02', 'a', 'b', '\x7f', '\x80', '\xfe', '\xff'};
  std::string text;
  for (std::uint64_t length = random() % 5; length > 0; --length)
    text.push_back(kBytes[random() % sizeof(kBytes)]);
  return text;
}

std::uint64_t RandomNumber(std::mt19937_64& random) { return random() >> (random() % 64); }

TEST(KeysProperty, EncodedOrderIsTheOrderOfTheParts) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 100000; ++i) {
    const Parts a{RandomText(random), RandomNumber(random) % 300, RandomText(random)};
    const Parts b{random() % 2 == 0 ? a.first : RandomText(random),
                  random() % 2 == 0 ? a.second : RandomNumber(random), RandomText(random)};
    ASSERT_EQ(a < b, a.Encoded() < b.Encoded()) << Hex(a.Encoded()) << " " << Hex(b.Encoded());
    ASSERT_EQ(a == b, a.Encoded() == b.Encoded()) << Hex(a.Encoded()) << " " << Hex(b.Encoded());
  }
}

TEST(KeysProperty, EveryKeyIsParsedBack) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 20000; ++i) {
    const Parts parts{RandomText(random), RandomNumber(random), RandomText(random)};
    const std::string key = parts.Encoded();
    KeyParser parser(key);
    const Parts parsed{*parser.Text(), *parser.Number(), *parser.Text()};
    ASSERT_EQ(parsed, parts) << Hex(key);
    ASSERT_TRUE(parser.AtEnd());
  }
}

TEST(KeysProperty, PrefixEndBoundsExactlyTheKeysWithThePrefix) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 50000; ++i) {
    const std::string prefix = RandomText(random);
    const std::string key = random() % 2 == 0 ? prefix + RandomText(random) : RandomText(random);
    const std::string end = PrefixEnd(prefix);
    const bool within = key >= prefix && (end.empty() || key < end);
    ASSERT_EQ(within, key.compare(0, prefix.size(), prefix) == 0) << Hex(prefix) << " " << Hex(key);
  }
}

}  // namespace
}  // namespace waarborg::storage
