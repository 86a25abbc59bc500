#ifndef WAARBORG_CLIENTS_CPP_REQUEST_ID_H_
#define WAARBORG_CLIENTS_CPP_REQUEST_ID_H_

#include <string>

#include "google/protobuf/message.h"

namespace waarborg::client {

// A new random identifier in the form of a UUID, version 4 (RFC 9562).
[[nodiscard]] std::string NewRequestId();

// Gives a request that has a field `request_id`, and nothing in it, a new one. A request that is sent again
// with the id it has is carried out once (AIP-155).
void FillRequestId(google::protobuf::Message& request);

}  // namespace waarborg::client

#endif  // WAARBORG_CLIENTS_CPP_REQUEST_ID_H_
