#include <algorithm>
#include <string>
#include <vector>

#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/assessment/commands.h"
#include "services/assessment/concluding.h"
#include "services/assessment/decision.h"
#include "services/assessment/errors.h"
#include "services/assessment/four_eyes.h"
#include "services/assessment/rules/finding.h"
#include "services/assessment/score_changes.h"
#include "services/call/each_once.h"
#include "services/ledger/time.h"
#include "services/registry/rules/policy.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::assessment {
namespace {

// The decision as the request would have it, worked out before anything of it is written: a second person may
// have to see it first.
struct Corrected {
  framework::SharedVersion framework;
  registry::v1::PolicyVersion policy;
  Findings findings;
  v1::Assessment record;
};

absl::Status CorrectScores(const ledger::UnitOfWork& unit, const FindingScores& scores,
                           Corrected& corrected) {
  RETURN_IF_ERROR(errors::OfFaults(ScoreFaults(*corrected.framework, corrected.record.scope(), scores)));
  for (const v1::FindingScore& score : scores) {
    TakeScore(*corrected.framework, score, unit.call().caller.member, ledger::Stamp(unit.now()),
              corrected.findings[score.criterion()]);
  }
  return CheckSomethingTested(corrected.record, corrected.findings);
}

// The conclusion that stands, without answers to what the corrected advice no longer asks.
v1::Conclusion StandingConclusion(const v1::Conclusion& standing, const framework::v1::Evaluation& advice) {
  v1::Conclusion conclusion = standing;
  conclusion.clear_answers();
  const auto& asked = advice.choices_required();
  for (const v1::ChoiceAnswer& answer : standing.answers()) {
    if (std::find(asked.begin(), asked.end(), answer.choice()) != asked.end()) {
      *conclusion.add_answers() = answer;
    }
  }
  return conclusion;
}

// The rule again, and the conclusion held against what it advises now.
absl::Status JudgeAgain(const ledger::UnitOfWork& unit, const v1::CorrectAssessmentRequest& request,
                        Corrected& corrected) {
  v1::Assessment& record = corrected.record;
  RETURN_IF_ERROR(RunRule(unit.reader(), *corrected.framework, corrected.policy, corrected.findings, record));
  const bool renewed = request.has_conclusion();
  const v1::Conclusion& standing = record.judgement().conclusion();
  v1::Conclusion wish = renewed ? request.conclusion() : standing;
  wish.set_last_round(standing.last_round());
  ASSIGN_OR_RETURN(const Grounds grounds, LoadGrounds(unit.reader(), record, corrected.findings, wish));
  ASSIGN_OR_RETURN(v1::Conclusion conclusion,
                   Concluded(grounds, record, renewed ? wish : StandingConclusion(wish, grounds.advice)));
  if (renewed) {
    conclusion.set_author(unit.call().caller.member);
    *conclusion.mutable_time() = ledger::Stamp(unit.now());
  }
  record.set_outcome(conclusion.outcome());
  *record.mutable_judgement()->mutable_conclusion() = std::move(conclusion);
  return absl::OkStatus();
}

absl::StatusOr<Corrected> WorkOut(const ledger::UnitOfWork& unit, const v1::CorrectAssessmentRequest& request,
                                  const Edit& edit) {
  Corrected corrected;
  corrected.record = edit.record;
  ASSIGN_OR_RETURN(corrected.framework, FrameworkOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(corrected.policy, PolicyOf(unit.reader(), edit.record));
  ASSIGN_OR_RETURN(corrected.findings, LoadFindings(unit.reader(), edit.name));
  RETURN_IF_ERROR(CorrectScores(unit, request.scores(), corrected));
  RETURN_IF_ERROR(JudgeAgain(unit, request, corrected));
  return corrected;
}

// One act of the correction, and what it is confirmed by.
struct Asked {
  team::v1::Act act;
  std::string digest;
};

// The acts for which policy wants a second person before the correction, and nobody has confirmed yet.
std::vector<Asked> AskedFirst(const v1::CorrectAssessmentRequest& request, const v1::Assessment& standing,
                              const Corrected& corrected) {
  const v1::Conclusion& conclusion = corrected.record.judgement().conclusion();
  const std::string digest = DigestOfConclusion(conclusion);
  std::vector<Asked> acts = {{team::v1::ACT_CORRECTION, DigestOfCorrection(request)}};
  if (conclusion.deviates()) acts.push_back({team::v1::ACT_DEVIATION, digest});
  if (IsReAssessment(standing)) acts.push_back({team::v1::ACT_RE_ASSESSMENT_OUTCOME, digest});
  acts.erase(std::remove_if(acts.begin(), acts.end(),
                            [&](const Asked& each) {
                              return !MustAskFirst(corrected.policy, standing, each.act, each.digest);
                            }),
             acts.end());
  return acts;
}

// Scores that changed are no longer those that were confirmed. The correction's own confirmation takes that
// place; where policy asks none for it, the scores are put before the second reader again.
absl::Status ReviewScores(ledger::UnitOfWork& unit, const Corrected& corrected, v1::Assessment& assessment) {
  const std::string digest = DigestOfScores(assessment, corrected.findings);
  const bool own_second_person =
      registry::FourEyesFor(corrected.policy, team::v1::ACT_CORRECTION) != team::v1::FOUR_EYES_NONE;
  if (!own_second_person) {
    return AskSecondPerson(unit, corrected.policy, team::v1::ACT_SCORES, digest, assessment);
  }
  const team::v1::Confirmation* asked =
      team::FindConfirmation(assessment.confirmations(), team::v1::ACT_SCORES);
  if (asked == nullptr || asked->content_digest() == digest) return absl::OkStatus();
  return VoidConfirmation(unit, team::v1::ACT_SCORES, assessment);
}

absl::Status Write(ledger::UnitOfWork& unit, const v1::CorrectAssessmentRequest& request,
                   const Corrected& corrected, v1::Assessment& record) {
  RETURN_IF_ERROR(
      WriteScores(unit, record, *corrected.framework, request.scores(), ScoreWeight::kCounts).status());
  record = corrected.record;
  RETURN_IF_ERROR(
      AskSecondPerson(unit, corrected.policy, team::v1::ACT_CORRECTION, DigestOfCorrection(request), record));
  RETURN_IF_ERROR(AskForConclusion(unit, corrected.policy, record));
  RETURN_IF_ERROR(ReviewScores(unit, corrected, record));
  ASSIGN_OR_RETURN(const AssessmentName name, AssessmentName::Parse(record.name()));
  ASSIGN_OR_RETURN(const Findings findings, LoadFindings(unit.reader(), name));
  return WriteDecisionRecord(unit, findings, request.reason(), record);
}

}  // namespace

void CheckMeaning(const v1::CorrectAssessmentRequest& request, call::Violations& violations) {
  errors::Add(OwnFaults(request.scores()), violations);
  const auto criterion = [](const v1::FindingScore& each) { return each.criterion(); };
  call::CheckEachOnce(request.scores(), "scores", ".criterion", "SCORED_TWICE", criterion, violations);
}

AssessmentAnswer CorrectAssessment(ledger::UnitOfWork& unit, const v1::CorrectAssessmentRequest& request) {
  ASSIGN_OR_RETURN(Edit edit, Begin(unit, request.name(), request.etag(), "correct"));
  ASSIGN_OR_RETURN(const Corrected corrected, WorkOut(unit, request, edit));
  const std::vector<Asked> asked = AskedFirst(request, edit.record, corrected);
  if (!asked.empty()) RETURN_IF_ERROR(Retake(unit, "ask_correction", edit));
  edit.fact.reason = request.reason();
  for (const Asked& each : asked) {
    RETURN_IF_ERROR(AskSecondPerson(unit, corrected.policy, each.act, each.digest, edit.record));
  }
  if (asked.empty()) RETURN_IF_ERROR(Write(unit, request, corrected, edit.record));
  return Finish(unit, std::move(edit));
}

}  // namespace waarborg::assessment
