#ifndef WAARBORG_CLIENTS_CLI_COMMAND_LINE_H_
#define WAARBORG_CLIENTS_CLI_COMMAND_LINE_H_

// The words of one invocation, sorted:
//   waarborg <noun> <verb> [NAME] [--field=value ...] [--file=request.json] [--as=MEMBER]
//   [--output=table|json] ...
// What the noun, the verb and the fields mean is not known here.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "clients/cli/fault.h"
#include "clients/cli/words.h"

namespace waarborg::cli {

enum class Output { kTable, kJson };

// `--provider.title=X` is {"provider.title", "X"}; a flag without a value has none.
struct Flag {
  std::string name;
  std::optional<std::string> value;
};

struct CommandLine {
  std::vector<std::string> words;  // noun, verb and NAME, as far as given
  std::vector<Flag> fields;        // in the order given
  std::optional<std::string> file;
  std::string member = "auditor";
  std::string server = "127.0.0.1:7420";
  std::string region = "nmd";
  std::string traceparent;
  absl::Duration timeout = absl::Seconds(30);
  Output output = Output::kTable;
  Language language = Language::kEn;
  bool all_pages = false;
  bool help = false;
  bool version = false;
};

// The names of the flags that belong to every command.
[[nodiscard]] const std::vector<std::string>& GlobalFlags();

// Faults: NOT_UTF8, UNKNOWN_FLAG (a short one), FLAG_NEEDS_VALUE, FLAG_VALUE_INVALID.
[[nodiscard]] Parsed<CommandLine> ParseCommandLine(
    const std::vector<std::string>& arguments, const std::function<std::string(const char*)>& environment);

// Language and output as far as they can be known from a command line that does not parse.
[[nodiscard]] CommandLine ParseSurely(const std::vector<std::string>& arguments,
                                      const std::function<std::string(const char*)>& environment);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_COMMAND_LINE_H_
