#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_FOLLOW_UP_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_FOLLOW_UP_H_

#include "waarborg/framework/v1/framework.pb.h"

// What comes after a result, and what the person who decides must answer.

namespace waarborg::framework {

// Adds the follow-up of the band as the version prescribes it, then a theme measure to consider where a theme
// is flagged (R-002-32), then the urgent path where the severity is ACUTE (R-003-29).
void AddFollowUps(const v1::FrameworkVersion& version, v1::Severity severity, v1::Evaluation& evaluation);

// Adds `THEME_FLAG:` with the theme for each flag, then `TRUST_DAMAGED_WITH_GOOD`: a GOOD result presumes
// trust (R-002-29), so damaged trust beside it asks for an explicit choice.
void AddChoicesRequired(v1::TrustJudgement trust, v1::Evaluation& evaluation);

// What the version says of a band; nullptr when it says nothing.
[[nodiscard]] const v1::BandFollowUp* FollowUpOf(const v1::FrameworkVersion& version, v1::Band band);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_FOLLOW_UP_H_
