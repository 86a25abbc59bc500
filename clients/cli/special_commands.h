#ifndef WAARBORG_CLIENTS_CLI_SPECIAL_COMMANDS_H_
#define WAARBORG_CLIENTS_CLI_SPECIAL_COMMANDS_H_

#include <vector>

#include "clients/cli/command.h"

namespace waarborg::cli {

// The commands that do more than one call, or read and print in a way of their own. Each has its file; a new
// one adds its row here and its help to proto/labels/help.json.
[[nodiscard]] const std::vector<Command>& SpecialCommands();

ExitStatus EvaluateFramework(const Session& session);
ExitStatus ShowLifecycle(const Session& session);
ExitStatus ShowCase(const Session& session);
ExitStatus UploadAttachment(const Session& session);
ExitStatus DownloadAttachment(const Session& session);
ExitStatus VerifyAudit(const Session& session);
ExitStatus PlayDemo(const Session& session);
ExitStatus WatchAssessment(const Session& session);
ExitStatus WatchCase(const Session& session);
ExitStatus WatchIncidents(const Session& session);
ExitStatus WatchTasks(const Session& session);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_SPECIAL_COMMANDS_H_
