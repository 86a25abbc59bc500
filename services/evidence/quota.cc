#include "services/evidence/quota.h"

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "services/evidence/errors.h"
#include "services/evidence/records.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::evidence {
namespace {

using internal::v1::ContentUse;
using internal::v1::EvidenceUse;

std::string RegionKey(absl::string_view region) { return storage::KeyBuilder().Text(region).Take(); }

std::string ContentKey(absl::string_view region, absl::string_view content_hash) {
  return storage::KeyBuilder().Text(region).Text(content_hash).Take();
}

absl::StatusOr<EvidenceUse> UseOf(const ledger::UnitOfWork& unit, absl::string_view region) {
  ASSIGN_OR_RETURN(std::optional<EvidenceUse> use, unit.Get(kEvidenceUses, RegionKey(region)));
  return use.value_or(EvidenceUse());
}

absl::StatusOr<bool> Holds(const ledger::UnitOfWork& unit, absl::string_view region,
                           absl::string_view content_hash) {
  ASSIGN_OR_RETURN(const std::optional<ContentUse> use,
                   unit.Get(kContentUses, ContentKey(region, content_hash)));
  return use.has_value();
}

}  // namespace

absl::Status Reserve(ledger::UnitOfWork& unit, absl::string_view region, std::int64_t size,
                     std::int64_t limit) {
  ASSIGN_OR_RETURN(EvidenceUse use, UseOf(unit, region));
  const std::int64_t taken = use.used_bytes() + use.reserved_bytes();
  if (size > limit - taken) return errors::Quota(region, taken, size, limit);
  use.set_reserved_bytes(use.reserved_bytes() + size);
  return unit.Put(kEvidenceUses, RegionKey(region), use);
}

absl::Status Release(ledger::UnitOfWork& unit, absl::string_view region, std::int64_t reserved) {
  if (reserved == 0) return absl::OkStatus();
  ASSIGN_OR_RETURN(EvidenceUse use, UseOf(unit, region));
  use.set_reserved_bytes(use.reserved_bytes() - reserved);
  return unit.Put(kEvidenceUses, RegionKey(region), use);
}

absl::Status Settle(ledger::UnitOfWork& unit, absl::string_view region, absl::string_view content_hash,
                    std::int64_t size, std::int64_t reserved) {
  RETURN_IF_ERROR(Release(unit, region, reserved));
  ASSIGN_OR_RETURN(const bool held, Holds(unit, region, content_hash));
  if (held) return absl::OkStatus();
  ContentUse content;
  content.set_size_bytes(size);
  RETURN_IF_ERROR(unit.Put(kContentUses, ContentKey(region, content_hash), content));
  ASSIGN_OR_RETURN(EvidenceUse use, UseOf(unit, region));
  use.set_used_bytes(use.used_bytes() + size);
  return unit.Put(kEvidenceUses, RegionKey(region), use);
}

}  // namespace waarborg::evidence
