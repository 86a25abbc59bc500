#ifndef WAARBORG_SERVICES_ASSESSMENT_REDACTION_H_
#define WAARBORG_SERVICES_ASSESSMENT_REDACTION_H_

// What a provider sees of its own assessment (reference 4.0): state and dates until the draft is sent, then
// the findings and what the rule says of them. Never proposals, earlier values, judgements, observations or
// how the assessment came about; trust only as the text the draft shows. Everyone else who may read sees all.

#include "services/call/call.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

// The caller acts as a provider and as nothing else.
bool OnlyProvider(const call::Caller& caller);

// A provider may see findings: the draft is out, or the decision is taken.
bool FindingsAreShown(const v1::Assessment& assessment);

v1::Assessment Shown(const call::Caller& caller, v1::Assessment assessment);
v1::Finding Shown(const call::Caller& caller, v1::Finding finding);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_REDACTION_H_
