#ifndef WAARBORG_CLIENTS_CLI_TRANSFER_UPLOAD_ID_H_
#define WAARBORG_CLIENTS_CLI_TRANSFER_UPLOAD_ID_H_

#include <string>

#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::cli {

// The same file with the same particulars has the same id, so that the same command goes on with it, and
// another command begins something else.
[[nodiscard]] std::string UploadIdOf(const evidence::v1::UploadStart& start);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_TRANSFER_UPLOAD_ID_H_
