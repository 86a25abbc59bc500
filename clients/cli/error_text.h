#ifndef WAARBORG_CLIENTS_CLI_ERROR_TEXT_H_
#define WAARBORG_CLIENTS_CLI_ERROR_TEXT_H_

// What went wrong, for people on several lines or for scripts as one JSON object.

#include <string>

#include "clients/cli/exit_status.h"
#include "clients/cli/fault.h"
#include "clients/cli/session.h"
#include "clients/cpp/api_error.h"

namespace waarborg::cli {

[[nodiscard]] std::string PrintError(const client::ApiError& error, const Style& style);
// {"error":{"code","reason","domain","metadata","message":{"nl","en"},
// "violations":[{"field","reason","description","description_nl"}],
// "preconditions":[{"type","subject","description","description_nl"}]}}; metadata holds codes.
[[nodiscard]] std::string PrintErrorJson(const client::ApiError& error);

// With the help to look at: that of the command ("provider create"), or of everything where it is "".
[[nodiscard]] std::string PrintFault(const Fault& fault, const Style& style, absl::string_view command);
// As above, with the code USAGE.
[[nodiscard]] std::string PrintFaultJson(const Fault& fault);

// Write to the session's error stream in the output chosen, and say how the command ends.
ExitStatus Fail(const Session& session, const client::ApiError& error);
ExitStatus Fail(const Session& session, const Fault& fault);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_ERROR_TEXT_H_
