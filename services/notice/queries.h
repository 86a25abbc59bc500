#ifndef WAARBORG_SERVICES_NOTICE_QUERIES_H_
#define WAARBORG_SERVICES_NOTICE_QUERIES_H_

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "services/notice/names.h"
#include "storage/store.h"
#include "waarborg/notice/v1/notice.pb.h"

namespace waarborg::notice {

// As it was set, or as it is before it was ever set.
absl::StatusOr<v1::NoticeSetting> SettingNow(const storage::Reader& reader, const NoticeSettingName& name);

// PERMISSION_DENIED (OTHER_MEMBER).
absl::StatusOr<v1::NoticeSetting> GetNoticeSetting(const ledger::View& view,
                                                   const v1::GetNoticeSettingRequest& request);

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_QUERIES_H_
