#ifndef WAARBORG_SERVICES_RULES_SHA256_H_
#define WAARBORG_SERVICES_RULES_SHA256_H_

// SHA-256 (FIPS 180-4) and its hexadecimal spelling. May be called from any thread.

#include <array>
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
