#include "services/improvement/shortcomings.h"

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/assessment/rules/scope.h"
#include "services/language/status_macros.h"
#include "storage/table.h"

namespace waarborg::improvement {
namespace {

using assessment::v1::Assessment;
using assessment::v1::Finding;
using FindingsByCriterion = std::map<std::string, Finding>;

bool Tested(const Finding& finding) {
  return finding.score() != framework::v1::SCORE_UNSPECIFIED &&
         finding.score() != framework::v1::SCORE_NOT_TESTED;
}

// Adds what the assessment tested within its scope, where there is no finding yet for the criterion.
absl::Status AddFindings(const storage::Reader& reader, const Assessment& assessment,
                         FindingsByCriterion& findings) {
  ASSIGN_OR_RETURN(const assessment::AssessmentName name,
                   assessment::AssessmentName::Parse(assessment.name()));
  const storage::Table<Finding> table(assessment::kFindings.id);
  for (const assessment::v1::ScopeItem& item : assessment.scope().items()) {
    if (!item.in_scope() || findings.contains(item.criterion())) continue;
    const assessment::FindingName key{
        .region = name.region, .assessment = name.assessment, .criterion = item.criterion()};
    ASSIGN_OR_RETURN(std::optional<Finding> finding, table.Get(reader, key.Key()));
    if (finding.has_value() && Tested(*finding)) findings.emplace(item.criterion(), *std::move(finding));
  }
  return absl::OkStatus();
}

// The findings that count: of the assessment, and under it of those it assesses again.
absl::StatusOr<FindingsByCriterion> StandingFindings(const storage::Reader& reader, Assessment assessment) {
  FindingsByCriterion findings;
  while (true) {
    RETURN_IF_ERROR(AddFindings(reader, assessment, findings));
    if (assessment.kind() != registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT) return findings;
    ASSIGN_OR_RETURN(const assessment::AssessmentName parent,
                     assessment::AssessmentName::Parse(assessment.parent_assessment()));
    ASSIGN_OR_RETURN(assessment, assessment::Load(reader, parent));
  }
}

}  // namespace

absl::StatusOr<std::vector<Shortcoming>> ShortcomingsOf(const storage::Reader& reader,
                                                        const Assessment& assessment) {
  ASSIGN_OR_RETURN(const FindingsByCriterion findings, StandingFindings(reader, assessment));
  std::vector<Shortcoming> shortcomings;
  for (const assessment::v1::ScopeItem& item : assessment.scope().items()) {
    const auto found = findings.find(item.criterion());
    if (found == findings.end() || !assessment::BelowMeets(found->second.score())) continue;
    shortcomings.push_back({.criterion = item.criterion(),
                            .score = found->second.score(),
                            .motivation = found->second.motivation()});
  }
  return shortcomings;
}

}  // namespace waarborg::improvement
