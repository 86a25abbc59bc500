#ifndef WAARBORG_SERVICES_REGISTRY_RULES_JUDGEMENT_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_JUDGEMENT_H_

// What an assessment has to weigh of the judgements of others (R-003-15). Pure.

#include <map>
#include <string>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/catalogue.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"

namespace waarborg::registry {

// Whether the judgement counts on `today`: given by then, not superseded, and not older than policy says.
bool Counts(const v1::ExternalJudgement& judgement, const v1::ExternalJudgementPolicy& policy,
            absl::CivilDay today);

// Whether a score finds clearly otherwise than an opinion: met where the other says not in order, not met
// where the other says in order. The two scores between leave room for both.
bool FindsOtherwise(v1::TouchedCriterion::Opinion opinion, framework::v1::Score score);

// Whether a reason was recorded for this criterion in this assessment.
bool HasReason(const v1::ExternalJudgement& judgement, absl::string_view assessment,
               absl::string_view criterion);

// The scores of an assessment by criterion; unspecified for what is in scope and not scored.
using ScopeScores = std::map<std::string, framework::v1::Score>;

// What of the judgement is to be weighed in an assessment with these scores; without criteria when nothing
// is. A reason is wanted only where policy asks one.
v1::JudgementToWeigh ToWeigh(const v1::ExternalJudgement& judgement, absl::string_view assessment,
                             const ScopeScores& scores, const v1::ExternalJudgementPolicy& policy);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_JUDGEMENT_H_
