#ifndef WAARBORG_CLIENTS_CLI_DEMO_SET_UP_H_
#define WAARBORG_CLIENTS_CLI_DEMO_SET_UP_H_

// The scene: the framework and the sample regions with members, providers, locations and contracts. What is
// there already stays as it is.

#include <optional>

#include "clients/cli/demo/sample.h"
#include "clients/cli/session.h"
#include "clients/cpp/api_error.h"

namespace waarborg::cli::demo {

// Answers what went wrong, or nothing.
std::optional<client::ApiError> SetUp(const Session& session, const Sample& sample);

}  // namespace waarborg::cli::demo

#endif  // WAARBORG_CLIENTS_CLI_DEMO_SET_UP_H_
