#ifndef WAARBORG_CLIENTS_CLI_TRANSFER_CONTENT_DIGEST_H_
#define WAARBORG_CLIENTS_CLI_TRANSFER_CONTENT_DIGEST_H_

#include <cstdint>
#include <optional>
#include <string>

namespace waarborg::cli {

// The pieces in which content goes over the wire; the last holds the rest.
inline constexpr std::int64_t kPieceBytes = std::int64_t{256} << 10;

struct ContentDigest {
  std::int64_t size = 0;
  std::string hash;  // SHA-256, hex
};

// Reads the whole file; nothing when it cannot be read.
[[nodiscard]] std::optional<ContentDigest> DigestOfFile(const std::string& path);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_TRANSFER_CONTENT_DIGEST_H_
