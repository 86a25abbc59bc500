#ifndef WAARBORG_SERVICES_EDGE_GRPC_STATUS_H_
#define WAARBORG_SERVICES_EDGE_GRPC_STATUS_H_

// The one place where an inner status becomes a gRPC status.

#include <functional>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "google/rpc/status.pb.h"
#include "grpcpp/support/status.h"
#include "services/call/call.h"

namespace waarborg::edge {

// Writes one line for the operator. Thread-safe.
using Log = std::function<void(absl::string_view line)>;

// Our errors leave with their details, as far as these fit into the metadata that every client accepts. Any
// other error leaves as INTERNAL with a number; its text stays in the log under that number.
google::rpc::Status ToRpcStatus(const absl::Status& status, const call::Entropy& entropy, const Log& log);

// The same as the end of a call.
grpc::Status ToGrpcStatus(const absl::Status& status, const call::Entropy& entropy, const Log& log);

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_GRPC_STATUS_H_
