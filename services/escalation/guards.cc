#include "services/escalation/guards.h"

#include <vector>

#include "absl/strings/str_join.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/escalation/errors.h"
#include "services/registry/rules/legal_ground.h"
#include "services/registry/rules/policy.h"

namespace waarborg::escalation {
namespace {

std::string WhoMayDecide(const registry::v1::PolicyVersion& policy, Level level) {
  const registry::v1::LadderLevel* row = registry::LadderRow(policy, level);
  std::vector<std::string> who;
  if (row == nullptr) return "";
  for (const int role : row->mandate()) who.push_back(call::CodeOf(static_cast<team::v1::Role>(role)));
  for (const std::string& member : row->mandated_members()) who.push_back(member);
  return absl::StrJoin(who, ", ");
}

absl::Status RefusalStatus(LevelRefusal refusal, Level from, Level to, const Footing& footing) {
  switch (refusal) {
    case LevelRefusal::kNone:
      return absl::OkStatus();
    case LevelRefusal::kTerminal:
      return errors::LevelTerminal(from);
    case LevelRefusal::kUnchanged:
      return errors::LevelUnchanged(from);
    case LevelRefusal::kNotForProfile:
      return errors::LevelNotForProfile(to, footing.profile);
    case LevelRefusal::kNotForLegalBasis:
      return errors::LevelNotForLegalBasis(to, footing.legal_basis);
    case LevelRefusal::kLegalBasisNotForProfile:
      return errors::LegalBasisNotForProfile(footing.legal_basis, footing.profile);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckMandate(const call::Caller& caller, const registry::v1::PolicyVersion& policy,
                          Level level) {
  rules::EnumSet<team::v1::Role> roles;
  for (const team::v1::Role role : caller.roles) roles |= rules::EnumSet<team::v1::Role>{role};
  if (HasMandate(policy, level, roles, caller.member)) return absl::OkStatus();
  return errors::NoMandate(level, WhoMayDecide(policy, level));
}

absl::Status CheckLegalGround(const registry::v1::Region& region, const registry::v1::Provider& provider,
                              registry::v1::LegalBasis basis) {
  call::Violations violations;
  for (const registry::LegalGroundFault& fault : registry::LegalGroundFaults(region, provider, basis)) {
    violations.Add("legal_basis", fault.reason, fault.detail);
  }
  return violations.ToStatus();
}

absl::Status CheckLegalBasis(registry::v1::LegalBasis basis, framework::v1::Profile profile) {
  return MayRestOn(basis, profile) ? absl::OkStatus() : errors::LegalBasisNotForProfile(basis, profile);
}

absl::Status CheckStep(const registry::v1::PolicyVersion& policy, Level from, Level to,
                       const Footing& footing) {
  return RefusalStatus(StepRefusal(policy, from, to, footing), from, to, footing);
}

absl::Status CheckHolds(const registry::v1::PolicyVersion& policy, Level level, const Footing& footing) {
  return RefusalStatus(HoldsFor(policy, level, footing), level, level, footing);
}

absl::Status CheckInForce(const std::string& resource, const v1::Standing& standing) {
  return standing.cause() == resource ? absl::OkStatus() : errors::NoMeasure(resource, standing.level());
}

absl::Status CheckNoAcuteCase(const v1::Standing& standing) {
  if (standing.open_acute_case().empty()) return absl::OkStatus();
  return errors::AcuteCaseOpen(standing.commissioning_body(), standing.open_acute_case());
}

absl::Status CheckAnswered(const std::string& resource, const Views& views) {
  const std::optional<int> unanswered = FirstUnanswered(views);
  if (!unanswered.has_value()) return absl::OkStatus();
  return errors::ViewUnanswered(resource, *unanswered);
}

absl::Status ToStatus(const std::vector<TermsFault>& faults) {
  call::Violations violations;
  for (const TermsFault& fault : faults) violations.Add(fault.field, fault.reason);
  return violations.ToStatus();
}

}  // namespace waarborg::escalation
