#ifndef WAARBORG_CLIENTS_CLI_LENIENT_JSON_H_
#define WAARBORG_CLIENTS_CLI_LENIENT_JSON_H_

// JSON as people write it, turned into proto-JSON: enum codes without prefix, dates as "2026-01-31", short
// resource names. Proto-JSON itself passes unchanged.

#include <optional>
#include <set>
#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/fault.h"
#include "google/protobuf/message.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {

using Fields = std::set<const google::protobuf::FieldDescriptor*>;

// Merges JSON text into a request: the request itself, or the one resource that it embeds where the text
// names fields of that alone. Adds to `named` the fields of request and resource that the text names, also
// those it empties. Faults: INVALID_JSON with the reason.
[[nodiscard]] std::optional<Fault> MergeRequestJson(const std::string& text, absl::string_view region,
                                                    google::protobuf::Message& request, Fields& named);

// Merges an object that is parsed already into a message that embeds nothing. Faults: INVALID_JSON.
[[nodiscard]] std::optional<Fault> MergeJson(nlohmann::json object, absl::string_view region,
                                             google::protobuf::Message& message);

// Merges the JSON value of one field, as `--field=JSON` gives it.
[[nodiscard]] std::optional<Fault> MergeJsonField(const std::string& text,
                                                  const google::protobuf::FieldDescriptor& field,
                                                  absl::string_view region,
                                                  google::protobuf::Message& message);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_LENIENT_JSON_H_
