#include "clients/cli/transfer/upload_id.h"

#include "absl/strings/str_cat.h"
#include "services/rules/sha256.h"

namespace waarborg::cli {

std::string UploadIdOf(const evidence::v1::UploadStart& start) {
  return absl::StrCat("b-", rules::ToHex(rules::Sha256(start.SerializeAsString())).substr(0, 20));
}

}  // namespace waarborg::cli
