#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_INPUT_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_INPUT_H_

#include <string>
#include <vector>

#include "waarborg/framework/v1/framework.pb.h"

// What does not hold in a question to the decision rule.

namespace waarborg::framework {

// UNKNOWN_CRITERION, CRITERION_NOT_APPLICABLE or INVALID_VALUE, and the field: "scores.VE01", "profile".
struct InputFault {
  std::string reason;
  std::string field;

  friend bool operator==(const InputFault&, const InputFault&) = default;
};

// Every fault, in this order: profile, scores in framework order, unknown criteria alphabetically, severity,
// trust, level policy, reading. A score of a criterion that does not hold for the profile is a fault unless
// it says NOT_TESTED; whether it holds is not asked while the profile itself is invalid. A value is invalid
// when its number names nothing, and a score also when the scale of the version does not know it. Severity
// and trust may be left unspecified.
[[nodiscard]] std::vector<InputFault> InputFaults(const v1::FrameworkVersion& version,
                                                  const v1::EvaluateScoresRequest& request);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_INPUT_H_
