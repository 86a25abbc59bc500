#include <optional>
#include <utility>

#include "services/call/error.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/notice/commands.h"
#include "services/notice/errors.h"
#include "services/notice/names.h"
#include "services/notice/records.h"
#include "services/notice/rules/address.h"

namespace waarborg::notice {
namespace {

absl::Status CheckAddress(const v1::NoticeSetting& setting) {
  call::Violations violations;
  const bool wanted = setting.frequency() != v1::NoticeSetting::FREQUENCY_NONE;
  if (setting.address().empty()) {
    if (wanted) violations.Add("notice_setting.address", "REQUIRED");
  } else if (!IsMailAddress(setting.address())) {
    violations.Add("notice_setting.address", "INVALID_ADDRESS");
  }
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<v1::NoticeSetting> UpdateNoticeSetting(ledger::UnitOfWork& unit,
                                                      const v1::UpdateNoticeSettingRequest& request) {
  v1::NoticeSetting setting = request.notice_setting();
  ASSIGN_OR_RETURN(const NoticeSettingName name, NoticeSettingName::Parse(setting.name()));
  const call::Caller& caller = unit.call().caller;
  if (name.Member() != caller.member) return errors::OtherMember(name.Member());
  ASSIGN_OR_RETURN(const std::optional<v1::NoticeSetting> stored, unit.Get(kSettings, name.Key()));
  const std::string current = stored.has_value() ? stored->etag() : "";
  RETURN_IF_ERROR(call::CheckEtag(setting.name(), setting.etag(), current));
  RETURN_IF_ERROR(CheckAddress(setting));
  if (setting.language() == v1::NoticeSetting::LANGUAGE_UNSPECIFIED) {
    setting.set_language(v1::NoticeSetting::LANGUAGE_NL);
  }
  setting.set_etag(call::NextEtag(current));
  *setting.mutable_update_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kSettings, name.Key(), setting));
  unit.Record({.kind = "NoticeSettingChanged",
               .resource = setting.name(),
               .role = caller.roles.empty() ? team::v1::ROLE_UNSPECIFIED : caller.roles.front()});
  return setting;
}

}  // namespace waarborg::notice
