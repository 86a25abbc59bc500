#ifndef WAARBORG_SERVICES_EVIDENCE_RECORDS_H_
#define WAARBORG_SERVICES_EVIDENCE_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <string>

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/evidence/names.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/internal/v1/evidence.pb.h"

namespace waarborg::evidence {

// Entry of the index by provider: region, provider name, id.
inline std::string AttachmentByProvider(absl::string_view key, const v1::Attachment& record) {
  storage::KeyParser parser(key);
  const absl::StatusOr<std::string> region = parser.Text();
  return storage::KeyBuilder().Text(region.value_or("")).Text(record.provider()).Text(key).Take();
}

inline constexpr ledger::RecordTable<v1::Attachment> kAttachments{
    storage::tables::kAttachment, storage::tables::kAttachmentByProvider, AttachmentByProvider};

inline absl::StatusOr<v1::Attachment> Load(const storage::Reader& reader, const AttachmentName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Attachment> record,
                   storage::Table<v1::Attachment>(kAttachments.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("ATTACHMENT", name.ToString());
  return *std::move(record);
}

// What supports a target: region, target name, attachment id.
inline constexpr ledger::RecordTable<v1::AttachmentLink> kAttachmentLinks{storage::tables::kAttachmentLink};

inline std::string LinkPrefix(absl::string_view region, absl::string_view target) {
  return storage::KeyBuilder().Text(region).Text(target).Take();
}

inline std::string LinkKey(const AttachmentName& name, absl::string_view target) {
  return storage::KeyBuilder().Text(name.region).Text(target).Text(name.attachment).Take();
}

inline constexpr ledger::RecordTable<internal::v1::UploadSession> kUploads{storage::tables::kUpload};

// The region's use of a content, and of all together.
inline constexpr ledger::RecordTable<internal::v1::ContentUse> kContentUses{storage::tables::kContentUse};
inline constexpr ledger::RecordTable<internal::v1::EvidenceUse> kEvidenceUses{storage::tables::kEvidenceUse};

// The attachments in quarantine, under the keys of their records.
inline constexpr ledger::RecordTable<internal::v1::ScanOrder> kScanOrders{storage::tables::kScanOrder};

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_RECORDS_H_
