#include "services/framework/rules/level.h"

#include "services/language/die.h"

namespace waarborg::framework {
namespace {

int32_t BaseOf(const v1::LevelPolicy& policy, v1::Band band) {
  switch (band) {
    case v1::BAND_GOOD:
      return policy.base_good();
    case v1::BAND_SUFFICIENT:
      return policy.base_sufficient();
    case v1::BAND_INSUFFICIENT:
      return policy.base_insufficient();
    default:
      language::Die("a level is proposed for a result without a band");
  }
}

}  // namespace

LevelProposal ProposeLevel(const v1::LevelPolicy& policy, const LevelGrounds& grounds) {
  LevelProposal proposal;
  proposal.base = BaseOf(policy, grounds.band);
  proposal.after_flag =
      proposal.base == 0 && grounds.theme_flagged ? policy.theme_flag_at_least() : proposal.base;
  if (proposal.after_flag >= 1) {
    if (grounds.severity == v1::SEVERITY_SERIOUS) proposal.serious_added = policy.serious_adds();
    if (grounds.recidivism) proposal.recidivism_added = policy.recidivism_adds();
  }
  proposal.level = proposal.after_flag + proposal.serious_added + proposal.recidivism_added;
  if (grounds.severity == v1::SEVERITY_ACUTE && proposal.level < policy.acute_at_least()) {
    proposal.level = policy.acute_at_least();
    proposal.lifted_by_acute = true;
  }
  if (proposal.level > policy.highest()) {
    proposal.level = policy.highest();
    proposal.capped = true;
  }
  return proposal;
}

}  // namespace waarborg::framework
