#ifndef WAARBORG_CLIENTS_CLI_LENIENT_JSON_H_
#define WAARBORG_CLIENTS_CLI_LENIENT_JSON_H_

// JSON as people write it, turned into proto-JSON: enum codes without prefix, dates as "2026-01-31", short
// resource names. Proto-JSON itself passes unchanged.

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/fault.h"
#include "google/protobuf/message.h"

namespace waarborg::cli {

// Merges JSON text into a message. Faults: INVALID_JSON with the reason.
[[nodiscard]] std::optional<Fault> MergeJson(const std::string& text, absl::string_view region,
                                             google::protobuf::Message& message);

// Merges the JSON value of one field, as `--field=JSON` gives it.
[[nodiscard]] std::optional<Fault> MergeJsonField(const std::string& text,
                                                  const google::protobuf::FieldDescriptor& field,
                                                  absl::string_view region,
                                                  google::protobuf::Message& message);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_LENIENT_JSON_H_
