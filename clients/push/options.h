#ifndef WAARBORG_CLIENTS_PUSH_OPTIONS_H_
#define WAARBORG_CLIENTS_PUSH_OPTIONS_H_

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "clients/cli/fault.h"
#include "clients/cli/words.h"
#include "clients/push/format.h"

namespace waarborg::push {

// The words of one invocation:
//   waarborg-push [--acks=FILE] [--errors=FILE] [--format=...] ... FILE|- ...
//   waarborg-push [...] --spool=DIR [--once]
struct Options {
  std::vector<std::string> files;
  std::string spool;
  bool once = false;
  std::optional<Format> format;
  std::string source;
  std::string acks;
  std::string errors;
  std::string member = "incident-client";
  std::string server = "127.0.0.1:7420";
  std::string region = "nmd";
  absl::Duration give_up_after = absl::Minutes(5);
  bool json = false;  // the summary
  cli::Language language = cli::Language::kEn;
  bool help = false;
  bool version = false;
};

// Faults: NOT_UTF8, UNKNOWN_FLAG, FLAG_NEEDS_VALUE, FLAG_VALUE_INVALID, PUSH_NO_INPUT, PUSH_FILES_AND_SPOOL,
// PUSH_FLAG_OF_SPOOL, PUSH_FLAG_OF_FILES. `options` holds the language also when there is one.
[[nodiscard]] std::optional<cli::Fault> ParseOptions(
    const std::vector<std::string>& arguments, const std::function<std::string(const char*)>& environment,
    Options& options);

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_OPTIONS_H_
