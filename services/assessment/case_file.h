#ifndef WAARBORG_SERVICES_ASSESSMENT_CASE_FILE_H_
#define WAARBORG_SERVICES_ASSESSMENT_CASE_FILE_H_

// What lies beside an assessment when someone works on it: the framework version and policy it pinned, its
// findings, and, for a re-assessment, what stands of the assessments before it.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "services/assessment/records.h"
#include "services/assessment/rules/scope.h"
#include "services/framework/records.h"
#include "services/framework/rules/scale.h"
#include "storage/store.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::assessment {

// By criterion id.
using Findings = std::map<std::string, v1::Finding, std::less<>>;

absl::StatusOr<framework::SharedVersion> FrameworkOf(const storage::Reader& reader,
                                                     const v1::Assessment& assessment);
absl::StatusOr<registry::v1::PolicyVersion> PolicyOf(const storage::Reader& reader,
                                                     const v1::Assessment& assessment);

// All findings of an assessment, those out of scope and those carried over included.
absl::StatusOr<Findings> LoadFindings(const storage::Reader& reader, const AssessmentName& name);

// The scores this assessment gave itself, within its scope.
framework::Scores OwnScores(const v1::Assessment& assessment, const Findings& findings);

// The findings that stand after this assessment, by criterion, tested ones only: its own, and for a
// re-assessment those of its parent where it did not test again. What it tested beside the parent is among
// them, so that it is not lost; the merged result leaves that out.
absl::StatusOr<Findings> StandingFindings(const storage::Reader& reader, const v1::Assessment& assessment);

// What stood before a re-assessment; empty for every other kind.
absl::StatusOr<Findings> ParentFindings(const storage::Reader& reader, const v1::Assessment& assessment);
absl::StatusOr<framework::Scores> ParentScores(const storage::Reader& reader,
                                               const v1::Assessment& assessment);

framework::Scores ScoresOf(const Findings& findings);

bool IsReAssessment(const v1::Assessment& assessment);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_CASE_FILE_H_
