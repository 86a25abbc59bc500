#ifndef WAARBORG_SERVICES_NOTICE_COMMANDS_H_
#define WAARBORG_SERVICES_NOTICE_COMMANDS_H_

#include "absl/status/statusor.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/notice/v1/notice.pb.h"

namespace waarborg::notice {

// INVALID_ARGUMENT (INVALID_ADDRESS, REQUIRED), PERMISSION_DENIED (OTHER_MEMBER), ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::NoticeSetting> UpdateNoticeSetting(ledger::UnitOfWork& unit,
                                                      const v1::UpdateNoticeSettingRequest& request);

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_COMMANDS_H_
