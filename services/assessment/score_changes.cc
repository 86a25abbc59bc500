#include "services/assessment/score_changes.h"

#include <optional>
#include <utility>

#include "services/assessment/errors.h"
#include "services/call/etag.h"
#include "services/ledger/time.h"

namespace waarborg::assessment {
namespace {

absl::StatusOr<v1::Finding> WriteScore(ledger::UnitOfWork& unit, const AssessmentName& assessment,
                                       const framework::v1::FrameworkVersion& framework,
                                       const v1::FindingScore& score, ScoreWeight weight) {
  const FindingName name{
      .region = assessment.region, .assessment = assessment.assessment, .criterion = score.criterion()};
  ASSIGN_OR_RETURN(const std::optional<v1::Finding> known, unit.Get(kFindings, name.Key()));
  v1::Finding finding = known.value_or(v1::Finding());
  RETURN_IF_ERROR(call::CheckEtag(name.ToString(), score.etag(), finding.etag()));
  const std::string& author = unit.call().caller.member;
  if (weight == ScoreWeight::kCounts) {
    TakeScore(framework, score, author, ledger::Stamp(unit.now()), finding);
  } else {
    AddProposal(score, author, ledger::Stamp(unit.now()), finding);
  }
  RETURN_IF_ERROR(PutFinding(unit, name, finding));
  return finding;
}

// What stands of the parent at a criterion that is not tested again. A score of its own, given while the
// criterion was in scope, is kept as an earlier value.
v1::Finding CarriedOver(const v1::Finding& parent, v1::Finding own) {
  KeepPrevious(own);
  own.clear_sample();
  own.clear_sample_suggests();
  own.set_score(parent.score());
  own.set_motivation(parent.motivation());
  own.set_author(parent.author());
  *own.mutable_time() = parent.time();
  *own.mutable_methods() = parent.methods();
  own.set_carried_over(true);
  return own;
}

bool SameAsCarried(const v1::Finding& parent, const v1::Finding& own) {
  return own.carried_over() && own.score() == parent.score() && own.motivation() == parent.motivation();
}

// The assessment's own scores; of a re-assessment those of the first assessment, with what was scored again
// since.
absl::StatusOr<framework::Scores> ScoresToJudge(const storage::Reader& reader,
                                                const v1::Assessment& assessment, const Findings& findings) {
  framework::Scores own = OwnScores(assessment, findings);
  if (!IsReAssessment(assessment)) return own;
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(assessment.parent_assessment()));
  ASSIGN_OR_RETURN(const v1::Assessment parent, Load(reader, name));
  ASSIGN_OR_RETURN(const Findings parents, LoadFindings(reader, name));
  ASSIGN_OR_RETURN(const framework::Scores before, ScoresToJudge(reader, parent, parents));
  return framework::Merge(before, own);
}

}  // namespace

absl::Status RequireScope(const v1::Assessment& assessment) {
  if (assessment.has_scope()) return absl::OkStatus();
  return errors::ScopeNotSet(assessment.name());
}

absl::StatusOr<std::vector<v1::Finding>> WriteScores(ledger::UnitOfWork& unit,
                                                     const v1::Assessment& assessment,
                                                     const framework::v1::FrameworkVersion& framework,
                                                     const FindingScores& scores, ScoreWeight weight) {
  RETURN_IF_ERROR(errors::OfFaults(ScoreFaults(framework, assessment.scope(), scores)));
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(assessment.name()));
  std::vector<v1::Finding> findings;
  for (const v1::FindingScore& score : scores) {
    ASSIGN_OR_RETURN(v1::Finding finding, WriteScore(unit, name, framework, score, weight));
    findings.push_back(std::move(finding));
  }
  return findings;
}

absl::Status CarryOver(ledger::UnitOfWork& unit, const v1::Assessment& assessment) {
  if (!IsReAssessment(assessment)) return absl::OkStatus();
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(assessment.name()));
  ASSIGN_OR_RETURN(const Findings parents, ParentFindings(unit.reader(), assessment));
  for (const v1::ScopeItem& item : assessment.scope().items()) {
    const auto parent = parents.find(item.criterion());
    if (item.in_scope() || parent == parents.end()) continue;
    const FindingName finding{
        .region = name.region, .assessment = name.assessment, .criterion = item.criterion()};
    ASSIGN_OR_RETURN(const std::optional<v1::Finding> known, unit.Get(kFindings, finding.Key()));
    if (known.has_value() && SameAsCarried(parent->second, *known)) continue;
    v1::Finding carried = CarriedOver(parent->second, known.value_or(v1::Finding()));
    RETURN_IF_ERROR(PutFinding(unit, finding, carried));
  }
  return absl::OkStatus();
}

absl::Status RunRule(const storage::Reader& reader, const framework::v1::FrameworkVersion& framework,
                     const registry::v1::PolicyVersion& policy, const Findings& findings,
                     v1::Assessment& assessment) {
  *assessment.mutable_evaluation() =
      Evaluate(framework, policy, assessment, OwnScores(assessment, findings), {});
  if (!IsReAssessment(assessment)) return absl::OkStatus();
  ASSIGN_OR_RETURN(*assessment.mutable_merged_evaluation(),
                   Advise(reader, framework, policy, findings, assessment, {}));
  return absl::OkStatus();
}

absl::StatusOr<framework::Scores> StandingScores(const storage::Reader& reader,
                                                 const v1::Assessment& assessment, const Findings& findings) {
  ASSIGN_OR_RETURN(framework::Scores standing, ParentScores(reader, assessment));
  for (const auto& [criterion, score] : OwnScores(assessment, findings)) {
    if (score != framework::v1::SCORE_NOT_TESTED) standing.insert_or_assign(criterion, score);
  }
  return standing;
}

absl::StatusOr<framework::v1::Evaluation> Advise(const storage::Reader& reader,
                                                 const framework::v1::FrameworkVersion& framework,
                                                 const registry::v1::PolicyVersion& policy,
                                                 const Findings& findings, const v1::Assessment& assessment,
                                                 const Weighing& weighing) {
  ASSIGN_OR_RETURN(const framework::Scores scores, ScoresToJudge(reader, assessment, findings));
  return Evaluate(framework, policy, assessment, scores, weighing);
}

}  // namespace waarborg::assessment
