#include "services/evidence/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::evidence {

absl::StatusOr<AttachmentName> AttachmentName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/attachments/*"));
  return AttachmentName{.region = std::move(ids[0]), .attachment = std::move(ids[1])};
}

std::string AttachmentName::ToString() const {
  return absl::StrCat("regions/", region, "/attachments/", attachment);
}

std::string AttachmentName::Key() const { return storage::KeyBuilder().Text(region).Text(attachment).Take(); }

absl::StatusOr<UploadName> UploadName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/uploads/*"));
  return UploadName{.region = std::move(ids[0]), .attachment = std::move(ids[1])};
}

std::string UploadName::ToString() const { return absl::StrCat("regions/", region, "/uploads/", attachment); }

std::string UploadName::Key() const { return storage::KeyBuilder().Text(region).Text(attachment).Take(); }

}  // namespace waarborg::evidence
