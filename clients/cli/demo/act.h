#ifndef WAARBORG_CLIENTS_CLI_DEMO_ACT_H_
#define WAARBORG_CLIENTS_CLI_DEMO_ACT_H_

// One step of a script, carried out.

#include <string>

#include "clients/cli/demo/script.h"
#include "clients/cli/demo/stage.h"
#include "clients/cli/session.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli::demo {

// A step with all filled in that is known.
struct Act {
  std::string rpc;
  std::string member;
  std::string request_id;
  nlohmann::json request;
  std::string file;
  std::string await;
};

[[nodiscard]] Act ActOf(const ScriptStep& step, const Known& known, const std::string& request_id);

// Makes the call. A file is sent and found clean where the server scans; what is awaited is asked for until
// it is there, for a minute at most (SAMPLE_AWAITED_IN_VAIN).
Answer Perform(const Session& session, const Act& act);

}  // namespace waarborg::cli::demo

#endif  // WAARBORG_CLIENTS_CLI_DEMO_ACT_H_
