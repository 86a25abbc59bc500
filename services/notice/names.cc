#include "services/notice/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::notice {

absl::StatusOr<NoticeSettingName> NoticeSettingName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/members/*/noticeSetting"));
  return NoticeSettingName{.region = std::move(ids[0]), .member = std::move(ids[1])};
}

std::string NoticeSettingName::ToString() const { return absl::StrCat(Member(), "/noticeSetting"); }

std::string NoticeSettingName::Member() const {
  return absl::StrCat("regions/", region, "/members/", member);
}

std::string NoticeSettingName::Key() const { return storage::KeyBuilder().Text(region).Text(member).Take(); }

absl::StatusOr<NoticeSettingName> SettingOf(absl::string_view member) {
  return NoticeSettingName::Parse(absl::StrCat(member, "/noticeSetting"));
}

}  // namespace waarborg::notice
