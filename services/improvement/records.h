#ifndef WAARBORG_SERVICES_IMPROVEMENT_RECORDS_H_
#define WAARBORG_SERVICES_IMPROVEMENT_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <string>

#include "absl/status/statusor.h"
#include "services/call/error.h"
#include "services/improvement/names.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/improvement/v1/improvement.pb.h"

namespace waarborg::improvement {

// Entry of the index by provider: region, provider name, id.
inline std::string ImprovementPlanByProvider(absl::string_view key, const v1::ImprovementPlan& record) {
  storage::KeyParser parser(key);
  const absl::StatusOr<std::string> region = parser.Text();
  return storage::KeyBuilder().Text(region.value_or("")).Text(record.provider()).Text(key).Take();
}

inline constexpr ledger::RecordTable<v1::ImprovementPlan> kImprovementPlans{
    storage::tables::kImprovementPlan, storage::tables::kImprovementPlanByProvider,
    ImprovementPlanByProvider};

inline absl::StatusOr<v1::ImprovementPlan> Load(const storage::Reader& reader,
                                                const ImprovementPlanName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::ImprovementPlan> record,
                   storage::Table<v1::ImprovementPlan>(kImprovementPlans.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("IMPROVEMENT_PLAN", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::AttentionPoint> kAttentionPoints{storage::tables::kAttentionPoint};

inline absl::StatusOr<v1::AttentionPoint> Load(const storage::Reader& reader,
                                               const AttentionPointName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::AttentionPoint> record,
                   storage::Table<v1::AttentionPoint>(kAttentionPoints.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("ATTENTION_POINT", name.ToString());
  return *std::move(record);
}

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_RECORDS_H_
