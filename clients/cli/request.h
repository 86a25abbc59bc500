#ifndef WAARBORG_CLIENTS_CLI_REQUEST_H_
#define WAARBORG_CLIENTS_CLI_REQUEST_H_

// A request made from a command line: the file first, then NAME, then the flags, each over what came before;
// at last what can be filled in without asking.

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "clients/cli/command_line.h"
#include "clients/cli/fault.h"
#include "google/protobuf/message.h"

namespace waarborg::cli {

// A flag's field: its own path from the request ("provider.title"), and its descriptor.
struct FieldPath {
  std::vector<const google::protobuf::FieldDescriptor*> steps;
};

// The field that `--a-b.c` names. A field of the one required message that a request embeds may leave that
// message out: `--title` is `--provider.title` where it can be nothing else. Faults: UNKNOWN_FIELD,
// AMBIGUOUS_FIELD.
[[nodiscard]] Parsed<FieldPath> ResolveField(const std::string& flag,
                                             const google::protobuf::Descriptor& request);

// The messages a request embeds whose fields may stand by themselves, in field order.
[[nodiscard]] std::vector<const google::protobuf::FieldDescriptor*> EmbeddedResources(
    const google::protobuf::Descriptor& request);

// Puts NAME where the request asks for one: `name`, the new resource's id, the name in the resource that is
// changed, or `parent`. Fault: NAME_NOT_EXPECTED.
[[nodiscard]] std::optional<Fault> PutName(const std::string& name, const std::string& region,
                                           google::protobuf::Message& request);

// Whether PutName has a place for a name in requests of this type.
[[nodiscard]] bool TakesName(const google::protobuf::Descriptor& request);

// `name` is NAME, or empty. `in` is where `--file=-` reads.
[[nodiscard]] std::optional<Fault> BuildRequest(const CommandLine& line, const std::string& name,
                                                std::istream& in, google::protobuf::Message& request);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_REQUEST_H_
