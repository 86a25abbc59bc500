#include "services/framework/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::framework {

absl::StatusOr<FrameworkVersionName> FrameworkVersionName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "frameworks/*/versions/*"));
  return FrameworkVersionName{.framework = std::move(ids[0]), .version = std::move(ids[1])};
}

absl::StatusOr<FrameworkVersionName> FrameworkVersionName::ParseLongOrShort(absl::string_view name) {
  const std::size_t hyphen = name.rfind('-');
  if (hyphen == absl::string_view::npos || name.find('/') != absl::string_view::npos) return Parse(name);
  return Parse(absl::StrCat("frameworks/", name.substr(0, hyphen), "/versions/", name.substr(hyphen + 1)));
}

std::string FrameworkVersionName::ToString() const {
  return absl::StrCat("frameworks/", framework, "/versions/", version);
}

std::string FrameworkVersionName::Key() const {
  return storage::KeyBuilder().Text(framework).Text(version).Take();
}

}  // namespace waarborg::framework
