#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_LEVEL_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_LEVEL_H_

#include <cstdint>

#include "waarborg/framework/v1/framework.pb.h"

// The least level of the escalation ladder that is put before a person (reference 3.4). A proposal: the
// ladder moves by a decided step or an acute case only. Trust is no argument here; it stands beside the
// level.

namespace waarborg::framework {

struct LevelGrounds {
  v1::Band band = v1::BAND_UNSPECIFIED;
  bool theme_flagged = false;
  v1::Severity severity = v1::SEVERITY_NONE;
  bool recidivism = false;
};

// How the level came about, step by step, so that it can be told.
struct LevelProposal {
  int32_t base = 0;           // by the band
  int32_t after_flag = 0;     // a theme flag lifts 0
  int32_t serious_added = 0;  // only where after_flag is at least 1
  int32_t recidivism_added = 0;
  bool lifted_by_acute = false;
  bool capped = false;
  int32_t level = 0;
};

// REQUIRES: `grounds.band` is a band. A result without one has no level.
[[nodiscard]] LevelProposal ProposeLevel(const v1::LevelPolicy& policy, const LevelGrounds& grounds);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_LEVEL_H_
