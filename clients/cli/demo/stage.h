#ifndef WAARBORG_CLIENTS_CLI_DEMO_STAGE_H_
#define WAARBORG_CLIENTS_CLI_DEMO_STAGE_H_

// Where the sample is played: calls by name, with requests and answers as JSON.

#include <string>

#include "absl/strings/string_view.h"
#include "clients/cli/session.h"
#include "clients/cpp/api_error.h"
#include "clients/cpp/result.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli::demo {

using Answer = client::Result<nlohmann::json, client::ApiError>;

// Calls `rpc` as `member` (an id of the session's region, or a full name). `request_id` goes into requests
// that have one, so that a repeated play repeats nothing.
Answer Call(const Session& session, absl::string_view rpc, const nlohmann::json& request,
            absl::string_view member, const std::string& request_id);

// What Call answers for a request that the sample cannot mean (SAMPLE_REQUEST_UNUSABLE).
[[nodiscard]] client::ApiError BadScript(absl::string_view rpc, absl::string_view why);

}  // namespace waarborg::cli::demo

#endif  // WAARBORG_CLIENTS_CLI_DEMO_STAGE_H_
