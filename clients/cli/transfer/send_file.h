#ifndef WAARBORG_CLIENTS_CLI_TRANSFER_SEND_FILE_H_
#define WAARBORG_CLIENTS_CLI_TRANSFER_SEND_FILE_H_

#include <optional>
#include <string>

#include "clients/cli/session.h"
#include "clients/cpp/api_error.h"
#include "clients/cpp/client.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::cli {

// Uploads the file at `path` as `start` says, which holds its size and digest. Goes on where an attempt broke
// off as long as each brings it further, and a few times when it does not. Answers what went wrong, or
// nothing with what came of it in `attachment`.
std::optional<client::ApiError> SendFile(const Session& session, const client::CallOptions& as,
                                         const std::string& path, const evidence::v1::UploadStart& start,
                                         evidence::v1::Attachment& attachment);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_TRANSFER_SEND_FILE_H_
