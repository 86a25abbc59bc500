#ifndef WAARBORG_SERVICES_ASSESSMENT_REDACTION_H_
#define WAARBORG_SERVICES_ASSESSMENT_REDACTION_H_

// What a provider sees of its own assessment (reference 4.0): nothing before it is told of it, then state and
// dates until the draft is sent, then the findings of the draft and what the rule says of them. Never proposals, earlier values, judgements, observations or
// how the assessment came about; trust only as the text the draft shows. Everyone else who may read sees all.

#include "absl/status/status.h"
#include "services/call/call.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

// The provider was told: the assessment was announced or its preparation opened, or the team stood at the door.
// What is only planned may still come unannounced; what was cancelled before stays unknown.
bool KnownToProvider(const v1::Assessment& assessment);

// NOT_FOUND (ASSESSMENT_NOT_FOUND) for any provider's user while its own provider was not told.
absl::Status CheckKnown(const call::Caller& caller, const v1::Assessment& assessment);

// A provider may see findings: the draft is out, or the decision is taken.
bool FindingsAreShown(const v1::Assessment& assessment);

// The caller may see this one finding. A provider: once findings are shown, what the draft shows, and what was
// carried over.
bool IsShown(const call::Caller& caller, const v1::Assessment& assessment, const v1::Finding& finding);

v1::Assessment Shown(const call::Caller& caller, v1::Assessment assessment);
v1::Finding Shown(const call::Caller& caller, v1::Finding finding);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_REDACTION_H_
