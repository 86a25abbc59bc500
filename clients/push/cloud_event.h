#ifndef WAARBORG_CLIENTS_PUSH_CLOUD_EVENT_H_
#define WAARBORG_CLIENTS_PUSH_CLOUD_EVENT_H_

#include "clients/cli/fault.h"
#include "nlohmann/json.hpp"
#include "waarborg/incident/v1/cloud_event.pb.h"

namespace waarborg::push {

// An event in the CloudEvents JSON format 1.0, in the protobuf format. What it says is the server's to judge;
// only what the protobuf format has no place for is a fault: PUSH_ATTRIBUTE_TYPE (an attribute that is no
// text, whole number or truth value), PUSH_DATA_BASE64.
//
// `data` that is JSON is sent as text, without spaces and with its keys in the order of the file, so that the
// same file is the same content. Text of another content type is sent as it is, `data_base64` as its bytes.
[[nodiscard]] cli::Parsed<incident::v1::CloudEvent> EventOfJson(const nlohmann::ordered_json& object);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_CLOUD_EVENT_H_
