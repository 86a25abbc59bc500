#include "clients/cli/transfer/content_digest.h"

#include <fstream>

#include "services/rules/sha256.h"

namespace waarborg::cli {

std::optional<ContentDigest> DigestOfFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  rules::RunningSha256 running;
  ContentDigest digest;
  std::string piece(kPieceBytes, '\0');
  while (file.good()) {
    file.read(piece.data(), kPieceBytes);
    digest.size += file.gcount();
    if (file.gcount() < kPieceBytes) break;
    running.Add(piece);
  }
  if (file.bad() || !file.eof()) return std::nullopt;
  digest.hash = rules::ToHex(running.End(piece.substr(0, static_cast<std::size_t>(file.gcount()))));
  return digest;
}

}  // namespace waarborg::cli
