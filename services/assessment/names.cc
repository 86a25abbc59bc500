#include "services/assessment/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::assessment {

absl::StatusOr<AssessmentName> AssessmentName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/assessments/*"));
  return AssessmentName{.region = std::move(ids[0]), .assessment = std::move(ids[1])};
}

std::string AssessmentName::ToString() const {
  return absl::StrCat("regions/", region, "/assessments/", assessment);
}

std::string AssessmentName::Key() const { return storage::KeyBuilder().Text(region).Text(assessment).Take(); }

absl::StatusOr<FindingName> FindingName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/assessments/*/findings/*"));
  return FindingName{
      .region = std::move(ids[0]), .assessment = std::move(ids[1]), .criterion = std::move(ids[2])};
}

std::string FindingName::ToString() const {
  return absl::StrCat("regions/", region, "/assessments/", assessment, "/findings/", criterion);
}

std::string FindingName::Key() const {
  return storage::KeyBuilder().Text(region).Text(assessment).Text(criterion).Take();
}

absl::StatusOr<DecisionRecordName> DecisionRecordName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids,
                   call::ParseName(name, "regions/*/assessments/*/decisionRecords/*"));
  return DecisionRecordName{
      .region = std::move(ids[0]), .assessment = std::move(ids[1]), .number = std::move(ids[2])};
}

std::string DecisionRecordName::ToString() const {
  return absl::StrCat("regions/", region, "/assessments/", assessment, "/decisionRecords/", number);
}

std::string DecisionRecordName::Key() const {
  return storage::KeyBuilder().Text(region).Text(assessment).Text(number).Take();
}

}  // namespace waarborg::assessment
