#ifndef WAARBORG_STORAGE_KEYS_H_
#define WAARBORG_STORAGE_KEYS_H_

// Order-preserving keys: comparing two encoded keys as bytes compares their parts one after another.
// The bytes are a format for ever; FORMAT.md describes them and golden tests hold them.

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::storage {

// Builds a key part by part:  KeyBuilder().Text("nmd").Number(7).Take().
class KeyBuilder final {
 public:
  // Any bytes. 0x00 is written as 0x00 0xFF, and 0x00 0x01 ends the part, so that "a" sorts before "ab".
  KeyBuilder& Text(absl::string_view part);
  // Big-endian, eight bytes.
  KeyBuilder& Number(std::uint64_t part);
  [[nodiscard]] std::string Take() { return std::move(key_); }

 private:
  std::string key_;
};

// Takes a key apart in the order in which it was built. An error (DATA_LOSS) means that the bytes are no such
// key.
class KeyParser final {
 public:
  explicit KeyParser(absl::string_view key) : rest_(key) {}
  absl::StatusOr<std::string> Text();
  absl::StatusOr<std::uint64_t> Number();
  [[nodiscard]] bool AtEnd() const { return rest_.empty(); }

 private:
  absl::string_view rest_;
};

// The first key after all keys that start with `prefix`; empty when there is none.
std::string PrefixEnd(absl::string_view prefix);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_KEYS_H_
