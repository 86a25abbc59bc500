#include "services/registry/rules/judgement.h"

#include <algorithm>

#include "services/registry/rules/day.h"
#include "services/rules/calendar.h"

namespace waarborg::registry {

bool Counts(const v1::ExternalJudgement& judgement, const v1::ExternalJudgementPolicy& policy,
            absl::CivilDay today) {
  const absl::CivilDay given = ToDay(judgement.date());
  const absl::CivilDay last =
      rules::LastDay(given, {.amount = policy.in_force_months(), .unit = rules::Term::Unit::kMonths});
  return judgement.state() == v1::ExternalJudgement::STATE_RECORDED && given <= today && today <= last;
}

bool FindsOtherwise(v1::TouchedCriterion::Opinion opinion, framework::v1::Score score) {
  switch (opinion) {
    case v1::TouchedCriterion::OPINION_IN_ORDER:
      return score == framework::v1::SCORE_MEETS_NOT;
    case v1::TouchedCriterion::OPINION_NOT_IN_ORDER:
      return score == framework::v1::SCORE_MEETS;
    default:
      return false;
  }
}

bool HasReason(const v1::ExternalJudgement& judgement, absl::string_view assessment,
               absl::string_view criterion) {
  return std::any_of(judgement.divergences().begin(), judgement.divergences().end(),
                     [&](const v1::Divergence& divergence) {
                       const auto& criteria = divergence.criteria();
                       return divergence.assessment() == assessment &&
                              std::find(criteria.begin(), criteria.end(), criterion) != criteria.end();
                     });
}

v1::JudgementToWeigh ToWeigh(const v1::ExternalJudgement& judgement, absl::string_view assessment,
                             const ScopeScores& scores, const v1::ExternalJudgementPolicy& policy) {
  const bool asks = policy.divergence() == v1::ExternalJudgementPolicy::DIVERGENCE_ASK_REASON;
  v1::JudgementToWeigh weighed;
  weighed.set_external_judgement(judgement.name());
  weighed.set_issuer(judgement.issuer());
  *weighed.mutable_date() = judgement.date();
  weighed.set_summary(judgement.summary());
  for (const v1::TouchedCriterion& touched : judgement.touches()) {
    const auto found = scores.find(touched.criterion());
    if (found == scores.end()) continue;
    weighed.add_criteria(touched.criterion());
    if (!FindsOtherwise(touched.opinion(), found->second)) continue;
    weighed.add_diverging(touched.criterion());
    if (asks && !HasReason(judgement, assessment, touched.criterion())) {
      weighed.add_reason_wanted(touched.criterion());
    }
  }
  return weighed;
}

}  // namespace waarborg::registry
