#ifndef WAARBORG_SERVICES_ASSESSMENT_NAMES_H_
#define WAARBORG_SERVICES_ASSESSMENT_NAMES_H_

// Resource names of this room: parsed here, made here, and turned into store keys here.

#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::assessment {

// `regions/{region}/assessments/{assessment}`.
struct AssessmentName {
  std::string region, assessment;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<AssessmentName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const AssessmentName&) const = default;
};

// `regions/{region}/assessments/{assessment}/findings/{criterion}`.
struct FindingName {
  std::string region, assessment, criterion;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<FindingName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const FindingName&) const = default;
};

// `regions/{region}/assessments/{assessment}/decisionRecords/{number}`.
struct DecisionRecordName {
  std::string region, assessment, number;

  // INVALID_ARGUMENT (INVALID_NAME).
  static absl::StatusOr<DecisionRecordName> Parse(absl::string_view name);
  [[nodiscard]] std::string ToString() const;
  // The key of its record.
  [[nodiscard]] std::string Key() const;
  bool operator==(const DecisionRecordName&) const = default;
};

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_NAMES_H_
