#ifndef WAARBORG_SERVICES_NOTICE_RECORDS_H_
#define WAARBORG_SERVICES_NOTICE_RECORDS_H_

// The records of this room. A setting that was never made is not there. Progress and boxes are this house's
// own work, and in no journal.

#include "services/ledger/record_table.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/internal/v1/notices.pb.h"
#include "waarborg/notice/v1/notice.pb.h"

namespace waarborg::notice {

inline constexpr ledger::RecordTable<v1::NoticeSetting> kSettings{storage::tables::kNoticeSetting};

inline constexpr storage::Table<internal::v1::NoticeProgress> kProgress{storage::tables::kNoticeProgress};
inline constexpr storage::Table<internal::v1::NoticeBox> kBoxes{storage::tables::kNoticeBox};

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_RECORDS_H_
