#include "services/notice/queries.h"

#include <optional>
#include <utility>

#include "services/language/status_macros.h"
#include "services/notice/errors.h"
#include "services/notice/records.h"

namespace waarborg::notice {

absl::StatusOr<v1::NoticeSetting> SettingNow(const storage::Reader& reader, const NoticeSettingName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::NoticeSetting> stored,
                   storage::Table<v1::NoticeSetting>(kSettings.id).Get(reader, name.Key()));
  if (stored.has_value()) return *std::move(stored);
  v1::NoticeSetting setting;
  setting.set_name(name.ToString());
  setting.set_language(v1::NoticeSetting::LANGUAGE_NL);
  setting.set_frequency(v1::NoticeSetting::FREQUENCY_NONE);
  return setting;
}

absl::StatusOr<v1::NoticeSetting> GetNoticeSetting(const ledger::View& view,
                                                   const v1::GetNoticeSettingRequest& request) {
  ASSIGN_OR_RETURN(const NoticeSettingName name, NoticeSettingName::Parse(request.name()));
  if (name.Member() != view.call.caller.member) return errors::OtherMember(name.Member());
  return SettingNow(view.reader, name);
}

}  // namespace waarborg::notice
