#ifndef WAARBORG_SERVICES_REGISTRY_RULES_POLICY_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_POLICY_H_

// What a region's policy says, asked by those who follow it. Pure.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// Four eyes for an act; acts that the policy does not list are LATER (reference 4, list 2), but for narrowing
// a re-assessment, which is never done without the second reader (reference 4.3).
team::v1::FourEyes FourEyesFor(const v1::PolicyVersion& policy, team::v1::Act act);

// The row of a level; null for a level that the policy does not know.
const v1::LadderLevel* LadderRow(const v1::PolicyVersion& policy, v1::Level level);

// What the kind skips; the empty rule when the policy does not list it.
v1::KindRule KindRuleFor(const v1::PolicyVersion& policy, v1::AssessmentKind kind);

// What a level is called on a legal basis.
framework::v1::Text TitleOf(const v1::LadderLevel& row, v1::LegalBasis basis);

// Amsterdam, where every region of the product lives.
absl::TimeZone LocalZone();

// The end of the last day of a term that starts at `start`: working days by the Dutch calendar.
absl::Time WorkingDaysAfter(absl::Time start, int working_days);
absl::Time WeeksAfter(absl::Time start, int weeks);
absl::Time MonthsAfter(absl::Time start, int months);
// Calendar days to the same clock time: how a provisional measure lapses.
absl::Time DaysAfter(absl::Time start, int days);

struct PolicyFault {
  std::string field;   // path in PolicyVersion
  std::string reason;  // UPPER_SNAKE
};
// Everything that does not hold together: acts and levels once each, all levels there, positive terms, a
// mandate per level, only L3 and L4 provisional, only L5 terminal; and all of catalogue.h and
// risk_policy.h.
std::vector<PolicyFault> PolicyFaults(const v1::PolicyVersion& policy);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_POLICY_H_
