#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/escalation/commands.h"
#include "services/escalation/errors.h"
#include "services/escalation/records.h"
#include "services/escalation/rules/lifecycle.h"
#include "services/escalation/step_changes.h"

namespace waarborg::escalation {
namespace {

// A sitting may be shared with steps of other bodies about the same provider that are heard, or will be.
absl::StatusOr<bool> FitsInSitting(const storage::Reader& reader, const StepFile& file,
                                   const std::string& other) {
  ASSIGN_OR_RETURN(const StepName name, StepName::Parse(other));
  if (name.region != file.name.region || name.provider != file.name.provider) return false;
  ASSIGN_OR_RETURN(const v1::Step step, Load(reader, name));
  const bool to_be_heard = step.state() == v1::Step::STATE_CONFIRMED;
  const bool heard = step_table::kOpen.Contains(step.state()) && step.has_hearing();
  return (to_be_heard || heard) && step.commissioning_body() != file.step.commissioning_body();
}

}  // namespace

absl::StatusOr<v1::Step> OpenHearing(ledger::UnitOfWork& unit, const v1::OpenHearingRequest& request) {
  ASSIGN_OR_RETURN(StepFile file, OpenStepFile(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, AdvanceStep(unit, file, "open_hearing"));
  RETURN_IF_ERROR(CheckLevelStands(file));
  const Level level = file.step.proposed_level();
  if (!NeedsHearing(file.policy, file.step.from_level(), level)) return errors::HearingNotNeeded(level);
  for (int i = 0; i < request.joint_with_size(); ++i) {
    ASSIGN_OR_RETURN(const bool fits, FitsInSitting(unit.reader(), file, request.joint_with(i)));
    if (!fits) {
      return errors::Violation(absl::StrCat("joint_with[", i, "]"), "JOINT_STEP_NOT_FIT",
                               request.joint_with(i));
    }
    file.step.mutable_hearing()->add_joint_with(request.joint_with(i));
  }
  RETURN_IF_ERROR(StartHearing(unit, file, level));
  return KeepStep(unit, file, std::move(fact));
}

}  // namespace waarborg::escalation
