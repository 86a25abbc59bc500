#ifndef WAARBORG_SERVICES_EDGE_DOOR_H_
#define WAARBORG_SERVICES_EDGE_DOOR_H_

// A room's service as the server registers it. gRPC answers a request that it cannot read UNIMPLEMENTED and
// without a word; behind a Door it reaches the edge, which refuses it as it refuses any other bad request.

#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"
#include "grpcpp/impl/service_type.h"

namespace waarborg::edge {

class Door final : public grpc::Service {
 public:
  // `room` implements `service` by callbacks and must outlive this.
  Door(grpc::Service& room, const google::protobuf::ServiceDescriptor& service);

 private:
  std::vector<std::string> paths_;  // gRPC keeps pointers into these.
};

// Whether the request that is being handed to its room on this thread could not be read. Says so once; the
// message beside it holds what was read until then, or is not there at all.
bool RequestIsUnreadable();

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_DOOR_H_
