#include "services/improvement/shortcomings.h"

#include <map>
#include <string>
#include <utility>

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"
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

// Adds the tested findings of one assessment, where there is none yet for the criterion.
absl::Status AddFindings(const storage::Reader& reader, const assessment::AssessmentName& name,
                         FindingsByCriterion& findings) {
  storage::ScanRange range;
  range.begin = storage::KeyBuilder().Text(name.region).Text(name.assessment).Take();
  range.end = storage::PrefixEnd(range.begin);
  range.limit = storage::kMaxScanEntries;
  absl::Status status;
  RETURN_IF_ERROR(reader.Scan(
      assessment::kFindings.id, range, [&findings, &status](absl::string_view, absl::string_view bytes) {
        absl::StatusOr<Finding> finding = storage::Table<Finding>(assessment::kFindings.id).Parse(bytes);
        status = finding.status();
        if (!status.ok()) return false;
        if (Tested(*finding)) findings.emplace(call::LastId(finding->name()), *std::move(finding));
        return true;
      }));
  return status;
}

// The findings that count: of the assessment, and under it of those it assesses again.
absl::StatusOr<FindingsByCriterion> MergedFindings(const storage::Reader& reader, Assessment assessment) {
  FindingsByCriterion findings;
  while (true) {
    ASSIGN_OR_RETURN(const assessment::AssessmentName name,
                     assessment::AssessmentName::Parse(assessment.name()));
    RETURN_IF_ERROR(AddFindings(reader, name, findings));
    if (assessment.parent_assessment().empty()) return findings;
    ASSIGN_OR_RETURN(const assessment::AssessmentName parent,
                     assessment::AssessmentName::Parse(assessment.parent_assessment()));
    ASSIGN_OR_RETURN(assessment, assessment::Load(reader, parent));
  }
}

void AddShortcoming(const std::string& criterion, FindingsByCriterion& findings,
                    std::vector<Shortcoming>& shortcomings) {
  const auto found = findings.find(criterion);
  if (found == findings.end()) return;
  const Finding& finding = found->second;
  if (finding.score() != framework::v1::SCORE_MEETS) {
    shortcomings.push_back(
        {.criterion = criterion, .score = finding.score(), .motivation = finding.motivation()});
  }
  findings.erase(found);
}

}  // namespace

absl::StatusOr<std::vector<Shortcoming>> ShortcomingsOf(const storage::Reader& reader,
                                                        const Assessment& assessment) {
  ASSIGN_OR_RETURN(FindingsByCriterion findings, MergedFindings(reader, assessment));
  std::vector<Shortcoming> shortcomings;
  for (const assessment::v1::ScopeItem& item : assessment.scope().items()) {
    AddShortcoming(item.criterion(), findings, shortcomings);
  }
  while (!findings.empty()) AddShortcoming(std::string(findings.begin()->first), findings, shortcomings);
  return shortcomings;
}

}  // namespace waarborg::improvement
