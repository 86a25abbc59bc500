#ifndef WAARBORG_SERVICES_EDGE_LOOPBACK_H_
#define WAARBORG_SERVICES_EDGE_LOOPBACK_H_

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::edge {

// The address to bind for `listen`, when nobody outside this machine can reach it: an IPv4 address in
// 127.0.0.0/8 or `[::1]`, each with a port, or `unix:` with a path. `localhost` stands for 127.0.0.1. No
// other name is looked up: what it leads to is decided elsewhere. FAILED_PRECONDITION for all the rest.
absl::StatusOr<std::string> LoopbackAddress(absl::string_view listen);

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_LOOPBACK_H_
