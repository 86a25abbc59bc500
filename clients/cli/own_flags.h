#ifndef WAARBORG_CLIENTS_CLI_OWN_FLAGS_H_
#define WAARBORG_CLIENTS_CLI_OWN_FLAGS_H_

#include <map>
#include <optional>
#include <string>

#include "clients/cli/fault.h"
#include "clients/cli/session.h"

namespace waarborg::cli {

// The flags of a special command, which are no fields of a request.
class OwnFlags final {
 public:
  // Every flag given must be one of `known`, with a value; --file and --all belong to commands that follow
  // from an rpc. The value is what stands there when the flag is not given.
  static Parsed<OwnFlags> Read(const CommandLine& line, const std::map<std::string, std::string>& known) {
    OwnFlags flags(known);
    if (line.file.has_value()) return Fault{"UNKNOWN_FLAG", {{"flag", "file"}}};
    if (line.all_pages) return Fault{"UNKNOWN_FLAG", {{"flag", "all"}}};
    for (const Flag& flag : line.fields) {
      if (!known.contains(flag.name)) return Fault{"UNKNOWN_FLAG", {{"flag", flag.name}}};
      if (!flag.value.has_value()) return Fault{"FLAG_NEEDS_VALUE", {{"flag", flag.name}}};
      flags.values_[flag.name] = *flag.value;
    }
    return flags;
  }

  // `name` is one of the known.
  [[nodiscard]] const std::string& operator[](const std::string& name) const { return values_.at(name); }

 private:
  explicit OwnFlags(std::map<std::string, std::string> values) : values_(std::move(values)) {}

  std::map<std::string, std::string> values_;
};

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_OWN_FLAGS_H_
