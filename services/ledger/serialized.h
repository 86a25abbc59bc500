#ifndef WAARBORG_SERVICES_LEDGER_SERIALIZED_H_
#define WAARBORG_SERVICES_LEDGER_SERIALIZED_H_

#include <string>

#include "google/protobuf/message.h"

namespace waarborg::ledger {

// The deterministic serialization: equal messages give equal bytes, maps included. What is stored, hashed and
// compared goes through here.
std::string Serialized(const google::protobuf::Message& message);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_SERIALIZED_H_
