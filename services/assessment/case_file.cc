#include "services/assessment/case_file.h"

#include <utility>

#include "services/assessment/rules/finding.h"
#include "services/registry/records.h"

namespace waarborg::assessment {
namespace {

// More than a framework version may hold.
constexpr std::int64_t kMostFindings = 1000;

// A criterion tested in this assessment, NOT_TESTED left aside.
bool IsTested(const v1::Assessment& assessment, const v1::Finding& finding, const std::string& criterion) {
  return IsScored(finding) && finding.score() != framework::v1::SCORE_NOT_TESTED &&
         InScope(assessment.scope(), criterion);
}

}  // namespace

absl::StatusOr<framework::SharedVersion> FrameworkOf(const storage::Reader& reader,
                                                     const v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(const framework::FrameworkVersionName name,
                   framework::FrameworkVersionName::Parse(assessment.framework_version()));
  return framework::LoadPinned(reader, name, assessment.framework_hash());
}

absl::StatusOr<registry::v1::PolicyVersion> PolicyOf(const storage::Reader& reader,
                                                     const v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(const registry::PolicyVersionName name,
                   registry::PolicyVersionName::Parse(assessment.policy_version()));
  return registry::Load(reader, name);
}

absl::StatusOr<Findings> LoadFindings(const storage::Reader& reader, const AssessmentName& name) {
  const storage::Table<v1::Finding> table(kFindings.id);
  const std::string prefix = name.Key();
  Findings findings;
  absl::Status broken;
  const storage::ScanRange range{.begin = prefix, .end = storage::PrefixEnd(prefix), .limit = kMostFindings};
  RETURN_IF_ERROR(reader.Scan(kFindings.id, range, [&](absl::string_view, absl::string_view value) {
    absl::StatusOr<v1::Finding> finding = table.Parse(value);
    broken.Update(finding.status());
    if (!finding.ok()) return false;
    std::string criterion = call::LastId(finding->name());
    findings.emplace(std::move(criterion), *std::move(finding));
    return true;
  }));
  RETURN_IF_ERROR(broken);
  return findings;
}

framework::Scores OwnScores(const v1::Assessment& assessment, const Findings& findings) {
  framework::Scores scores;
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    if (!item.in_scope()) continue;
    const auto found = findings.find(item.criterion());
    if (found == findings.end() || !IsScored(found->second)) continue;
    scores.emplace(item.criterion(), found->second.score());
  }
  return scores;
}

absl::StatusOr<Findings> StandingFindings(const storage::Reader& reader, const v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(Findings standing, ParentFindings(reader, assessment));
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(assessment.name()));
  ASSIGN_OR_RETURN(Findings own, LoadFindings(reader, name));
  for (auto& [criterion, finding] : own) {
    if (IsTested(assessment, finding, criterion)) standing.insert_or_assign(criterion, std::move(finding));
  }
  return standing;
}

absl::StatusOr<Findings> ParentFindings(const storage::Reader& reader, const v1::Assessment& assessment) {
  if (!IsReAssessment(assessment)) return Findings();
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(assessment.parent_assessment()));
  ASSIGN_OR_RETURN(const v1::Assessment parent, Load(reader, name));
  return StandingFindings(reader, parent);
}

absl::StatusOr<framework::Scores> ParentScores(const storage::Reader& reader,
                                               const v1::Assessment& assessment) {
  ASSIGN_OR_RETURN(const Findings findings, ParentFindings(reader, assessment));
  return ScoresOf(findings);
}

framework::Scores ScoresOf(const Findings& findings) {
  framework::Scores scores;
  for (const auto& [criterion, finding] : findings) scores.emplace(criterion, finding.score());
  return scores;
}

bool IsReAssessment(const v1::Assessment& assessment) {
  return assessment.kind() == registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT;
}

}  // namespace waarborg::assessment
