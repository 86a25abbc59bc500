#ifndef WAARBORG_SERVICES_RULES_SHA256_H_
#define WAARBORG_SERVICES_RULES_SHA256_H_

// SHA-256 (FIPS 180-4) and its hexadecimal spelling. May be called from any thread.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>

#include "absl/strings/string_view.h"

namespace waarborg::rules {

using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] Hash Sha256(absl::string_view bytes);

// The digest of the parts one after another, without joining them first. Nothing separates the parts: {"a",
// "bc"} and {"ab", "c"} have the same digest.
[[nodiscard]] Hash Sha256(std::initializer_list<absl::string_view> parts);

// SHA-256 of what comes in pieces, whose state can be put aside between two of them and taken up elsewhere.
// Not thread-safe.
class RunningSha256 final {
 public:
  static constexpr std::size_t kBlockBytes = 64;

  RunningSha256();
  // Goes on where `state` was taken, after `length` bytes; nothing when it is no state.
  static std::optional<RunningSha256> Resume(absl::string_view state, std::uint64_t length);

  // REQUIRES: whole blocks.
  void Add(absl::string_view blocks);
  // The digest of all that was added and `rest`.
  [[nodiscard]] Hash End(absl::string_view rest) const;
  // H(0) to H(7), big-endian.
  [[nodiscard]] std::string State() const;

 private:
  std::array<std::uint32_t, 8> words_;
  std::uint64_t length_ = 0;
};

// The bytes of a hash, valid as long as the hash.
[[nodiscard]] absl::string_view Bytes(const Hash& hash);

// A hash of exactly 32 bytes, or nothing.
[[nodiscard]] std::optional<Hash> FromBytes(absl::string_view bytes);

// 64 lower-case digits.
[[nodiscard]] std::string ToHex(const Hash& hash);

// Takes exactly 64 digits, capitals allowed; nothing for any other text.
[[nodiscard]] std::optional<Hash> FromHex(absl::string_view digits);

}  // namespace waarborg::rules

#endif  // WAARBORG_SERVICES_RULES_SHA256_H_
