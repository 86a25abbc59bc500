#ifndef WAARBORG_SERVICES_ASSESSMENT_RECORDS_H_
#define WAARBORG_SERVICES_ASSESSMENT_RECORDS_H_

// The records of this room, and how to load them. A missing record is NOT_FOUND.

#include <string>

#include "absl/status/statusor.h"
#include "services/assessment/names.h"
#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

// Entry of the index by provider: region, provider name, id.
inline std::string AssessmentByProvider(absl::string_view key, const v1::Assessment& record) {
  storage::KeyParser parser(key);
  const absl::StatusOr<std::string> region = parser.Text();
  return storage::KeyBuilder().Text(region.value_or("")).Text(record.provider()).Text(key).Take();
}

inline constexpr ledger::RecordTable<v1::Assessment> kAssessments{
    storage::tables::kAssessment, storage::tables::kAssessmentByProvider, AssessmentByProvider};

inline absl::StatusOr<v1::Assessment> Load(const storage::Reader& reader, const AssessmentName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Assessment> record,
                   storage::Table<v1::Assessment>(kAssessments.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("ASSESSMENT", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::Finding> kFindings{storage::tables::kFinding};

inline absl::StatusOr<v1::Finding> Load(const storage::Reader& reader, const FindingName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::Finding> record,
                   storage::Table<v1::Finding>(kFindings.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("FINDING", name.ToString());
  return *std::move(record);
}

inline constexpr ledger::RecordTable<v1::DecisionRecord> kDecisionRecords{storage::tables::kDecisionRecord};

inline absl::StatusOr<v1::DecisionRecord> Load(const storage::Reader& reader,
                                               const DecisionRecordName& name) {
  ASSIGN_OR_RETURN(std::optional<v1::DecisionRecord> record,
                   storage::Table<v1::DecisionRecord>(kDecisionRecords.id).Get(reader, name.Key()));
  if (!record.has_value()) return call::error::NotFound("DECISION_RECORD", name.ToString());
  return *std::move(record);
}

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RECORDS_H_
