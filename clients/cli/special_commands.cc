#include "clients/cli/special_commands.h"

namespace waarborg::cli {

const std::vector<Command>& SpecialCommands() {
  static const auto* const commands = new std::vector<Command>{
      {"framework", "evaluate", "EvaluateScores", &EvaluateFramework},
      {"lifecycle", "show", "GetLifecycle", &ShowLifecycle},
      {"case", "show", "", &ShowCase},
      {"attachment", "upload", "UploadAttachment", &UploadAttachment},
      {"attachment", "download", "DownloadAttachment", &DownloadAttachment},
      {"audit", "verify", "", &VerifyAudit},
      {"demo", "", "", &PlayDemo},
      {"watch", "assessment", "WatchAssessment", &WatchAssessment},
      {"watch", "case", "WatchCase", &WatchCase},
      {"watch", "incidents", "WatchIncidents", &WatchIncidents},
      {"watch", "tasks", "WatchTasks", &WatchTasks},
  };
  return *commands;
}

}  // namespace waarborg::cli
