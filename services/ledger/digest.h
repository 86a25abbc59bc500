#ifndef WAARBORG_SERVICES_LEDGER_DIGEST_H_
#define WAARBORG_SERVICES_LEDGER_DIGEST_H_

// Digests of content that a second person confirms.

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"

namespace waarborg::ledger {

// SHA-256, hex, of the parts with their lengths, so that no two lists share one.
std::string DigestOf(const std::vector<absl::string_view>& parts);

// SHA-256, hex, of the deterministic serialization.
std::string DigestOf(const google::protobuf::Message& message);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_DIGEST_H_
