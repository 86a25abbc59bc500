#ifndef WAARBORG_CLIENTS_CLI_REQUEST_SHAPE_H_
#define WAARBORG_CLIENTS_CLI_REQUEST_SHAPE_H_

// What can be filled in because all requests of one kind look alike (AIP-131 to 135).

#include <set>
#include <string>

#include "google/protobuf/message.h"

namespace waarborg::cli {

// Whether a field carries a mark of google.api.field_behavior.
[[nodiscard]] bool IsRequired(const google::protobuf::FieldDescriptor& field);
[[nodiscard]] bool IsOutputOnly(const google::protobuf::FieldDescriptor& field);

// A `name` or `parent` that must be a region and is empty becomes the chosen region.
void FillRegion(const std::string& region, google::protobuf::Message& request);

// An empty `update_mask` becomes the fields of the resource that hold something or that the person named (who
// may have emptied them), but for its name and what only the server fills.
void FillUpdateMask(const std::set<const google::protobuf::FieldDescriptor*>& named,
                    google::protobuf::Message& request);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_REQUEST_SHAPE_H_
