#include "services/team/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::team {

absl::StatusOr<MemberName> MemberName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/members/*"));
  return MemberName{.region = std::move(ids[0]), .member = std::move(ids[1])};
}

std::string MemberName::ToString() const { return absl::StrCat("regions/", region, "/members/", member); }

std::string MemberName::Key() const { return storage::KeyBuilder().Text(region).Text(member).Take(); }

}  // namespace waarborg::team
