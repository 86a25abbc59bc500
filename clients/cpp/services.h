#ifndef WAARBORG_CLIENTS_CPP_SERVICES_H_
#define WAARBORG_CLIENTS_CPP_SERVICES_H_

// Every service and rpc of the public API, as descriptors.

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"

namespace waarborg::client {

[[nodiscard]] const std::vector<const google::protobuf::ServiceDescriptor*>& Services();

// The rpc of this name ("SubmitScores"; names are unique over all services), or null.
[[nodiscard]] const google::protobuf::MethodDescriptor* FindMethod(absl::string_view name);

// How gRPC addresses it: "/waarborg.audit.v1.AuditService/ListEvents".
[[nodiscard]] std::string PathOf(const google::protobuf::MethodDescriptor& method);

// The field `request_id` of a request, or null when it has none.
[[nodiscard]] const google::protobuf::FieldDescriptor* RequestIdField(
    const google::protobuf::Descriptor& request);

// Whether a second sending cannot do a second thing: the rpc only reads, or its request carries a request id.
[[nodiscard]] bool IsRepeatable(const google::protobuf::MethodDescriptor& method);

}  // namespace waarborg::client

#endif  // WAARBORG_CLIENTS_CPP_SERVICES_H_
