#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_JUDGEMENT_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_JUDGEMENT_H_

// The order of judging: first quality and law, then context, then trust, last the conclusion (R-002-41); and
// what the record of trust must say (R-002-38). Trust is never a number and nothing counts its observations
// (R-002-40). Pure.

#include <cstdint>
#include <string>

#include "services/assessment/rules/fault.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::assessment {

enum class JudgementStep : std::uint8_t { kQualityAndLaw, kContext, kTrust, kConclusion };

// The part that must be there before `step`, as code (QUALITY_AND_LAW, CONTEXT, TRUST); "" when nothing is
// missing.
std::string MissingBefore(const v1::Judgement& judgement, JudgementStep step);

// Voids what comes after `step`.
void ClearAfter(JudgementStep step, v1::Judgement& judgement);

// Reasons: UNKNOWN_INDICATOR, TRUST_NEEDS_BEHAVIOUR (damaged, restored, strengthened or weighed without
// saying by which behaviour), TRUST_NOT_JUDGED (weighed without being judged). Fields start with "trust.".
Faults TrustFaults(const framework::v1::FrameworkVersion& framework, const v1::TrustRecord& trust);

// Of these, what the record shows by itself, whatever the framework: the last two.
Faults OwnFaults(const v1::TrustRecord& trust);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_JUDGEMENT_H_
