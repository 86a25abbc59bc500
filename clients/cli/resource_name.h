#ifndef WAARBORG_CLIENTS_CLI_RESOURCE_NAME_H_
#define WAARBORG_CLIENTS_CLI_RESOURCE_NAME_H_

// Short forms of resource names. A pattern is "regions/*/providers/*"
// (waarborg.annotations.v1.resource_name).

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"

namespace waarborg::cli {

// The pattern a field asks for, the first of several; "" when it holds no resource name.
[[nodiscard]] std::string PatternOf(const google::protobuf::FieldDescriptor& field);

// The full name that a text stands for: "p-1", "nmd/p-1" and "providers/p-1" are all
// "regions/nmd/providers/p-1" when the region is nmd. A full name, a text that does not fit the
// pattern, and no text stay as they are.
[[nodiscard]] std::string Expand(absl::string_view text, absl::string_view pattern, absl::string_view region);

// The full name that the text of a field stands for. Two filters of the journal take names of other regions
// too and so carry no mark: there a short actor is a member of the region, unless it is `system`, and a
// resource may leave out its region ("assessments/a-1").
[[nodiscard]] std::string ExpandFor(const google::protobuf::FieldDescriptor& field, absl::string_view text,
                                    absl::string_view region);

// Whether a name has the form of a pattern.
[[nodiscard]] bool Matches(absl::string_view name, absl::string_view pattern);

// How many identifiers a pattern asks for.
[[nodiscard]] int CountIds(absl::string_view pattern);

// The shortest form that Expand understands: the identifiers below the region. A name of another form stays,
// and so does one of a pattern outside the regions.
[[nodiscard]] std::string Shorten(absl::string_view name, absl::string_view pattern);

// What comes after `regions/{region}/`; another name, or one of the region `shared`, stays.
[[nodiscard]] std::string BelowRegion(absl::string_view name);

// The last identifier of a name.
[[nodiscard]] std::string LastId(absl::string_view name);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_RESOURCE_NAME_H_
