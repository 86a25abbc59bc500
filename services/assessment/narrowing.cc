#include "services/assessment/narrowing.h"

#include <utility>

#include "services/assessment/four_eyes.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/ledger/digest.h"
#include "services/team/rules/confirmation.h"

namespace waarborg::assessment {
namespace {

constexpr team::v1::Act kAct = team::v1::ACT_NARROWED_SCOPE;

const v1::ScopeItem* ItemOf(const v1::Scope& scope, const std::string& criterion) {
  for (const v1::ScopeItem& item : scope.items()) {
    if (item.criterion() == criterion) return &item;
  }
  return nullptr;
}

std::string DigestOf(const v1::Assessment& assessment, const std::vector<LeftOut>& left_out) {
  std::vector<absl::string_view> parts = {"NARROWED_SCOPE", assessment.name()};
  for (const LeftOut& each : left_out) {
    parts.emplace_back(each.criterion);
    parts.emplace_back(each.reason);
  }
  return ledger::DigestOf(parts);
}

}  // namespace

absl::StatusOr<std::vector<LeftOut>> LeftOutOf(const storage::Reader& reader,
                                               const framework::v1::FrameworkVersion& framework,
                                               const v1::Assessment& assessment, const Findings& findings) {
  ASSIGN_OR_RETURN(const framework::Scores before, ParentScores(reader, assessment));
  std::vector<LeftOut> left_out;
  for (const std::string& criterion : Shortcomings(framework, before)) {
    const v1::ScopeItem* item = ItemOf(assessment.scope(), criterion);
    const auto finding = findings.find(criterion);
    if (item != nullptr && !item->in_scope()) {
      left_out.push_back({criterion, item->text()});
    } else if (finding != findings.end() && finding->second.score() == framework::v1::SCORE_NOT_TESTED) {
      left_out.push_back({criterion, finding->second.motivation()});
    }
  }
  return left_out;
}

absl::Status AskForNarrowing(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                             const std::vector<LeftOut>& left_out, v1::Assessment& assessment) {
  if (left_out.empty()) return VoidConfirmation(unit, kAct, assessment);
  return AskSecondPerson(unit, policy, kAct, DigestOf(assessment, left_out), assessment);
}

absl::StatusOr<bool> AskedForNarrowingFirst(ledger::UnitOfWork& unit,
                                            const registry::v1::PolicyVersion& policy,
                                            const std::vector<LeftOut>& left_out, Edit& edit) {
  const std::string digest = DigestOf(edit.record, left_out);
  const bool first = !left_out.empty() && MustAskFirst(policy, edit.record, kAct, digest);
  const team::v1::Confirmation* asked = team::FindConfirmation(edit.record.confirmations(), kAct);
  if (first && asked != nullptr && asked->content_digest() == digest) {
    return call::error::SecondPersonRequired(edit.record.name(), call::CodeOf(kAct));
  }
  RETURN_IF_ERROR(AskForNarrowing(unit, policy, left_out, edit.record));
  if (first) RETURN_IF_ERROR(Retake(unit, "ask_narrowing", edit));
  return first;
}

}  // namespace waarborg::assessment
