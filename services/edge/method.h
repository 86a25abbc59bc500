#ifndef WAARBORG_SERVICES_EDGE_METHOD_H_
#define WAARBORG_SERVICES_EDGE_METHOD_H_

#include <string>

#include "google/protobuf/descriptor.h"

namespace waarborg::edge {

// The method whose request this is, `waarborg.audit.v1.AuditService/ListEvents`. Each rpc has a request type
// of its own, declared in the file of its service; a type without rpc ends the process.
std::string MethodOf(const google::protobuf::Descriptor& request);

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_METHOD_H_
