#ifndef WAARBORG_CLIENTS_CLI_DEMO_SET_UP_H_
#define WAARBORG_CLIENTS_CLI_DEMO_SET_UP_H_

// The scene: the framework and the sample regions with members, providers, locations and contracts. What is
// there already stays as it is.

#include <optional>
#include <string>

#include "clients/cli/session.h"
#include "clients/cpp/api_error.h"

namespace waarborg::cli::demo {

struct SampleFiles {
  std::string sample_directory;
  std::string framework_file;
};

// Answers what went wrong, or nothing.
std::optional<client::ApiError> SetUp(const Session& session, const SampleFiles& files);

}  // namespace waarborg::cli::demo

#endif  // WAARBORG_CLIENTS_CLI_DEMO_SET_UP_H_
