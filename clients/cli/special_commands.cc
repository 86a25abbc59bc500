#include "clients/cli/special_commands.h"

namespace waarborg::cli {

const std::vector<Command>& SpecialCommands() {
  static const auto* const commands = new std::vector<Command>{
      {"framework", "evaluate", "EvaluateScores", &EvaluateFramework},
      {"lifecycle", "show", "GetLifecycle", &ShowLifecycle},
      {"case", "show", "", &ShowCase},
      {"audit", "verify", "", &VerifyAudit},
      {"demo", "", "", &PlayDemo},
  };
  return *commands;
}

}  // namespace waarborg::cli
