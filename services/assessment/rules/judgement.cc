#include "services/assessment/rules/judgement.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/language/blank.h"

namespace waarborg::assessment {
namespace {

bool KnowsIndicator(const framework::v1::FrameworkVersion& framework, const std::string& id) {
  const auto& behaviours = framework.trust_behaviours();
  return std::any_of(
      behaviours.begin(), behaviours.end(), [&id](const framework::v1::TrustBehaviour& behaviour) {
        return std::any_of(behaviour.indicators().begin(), behaviour.indicators().end(),
                           [&id](const framework::v1::Term& indicator) { return indicator.id() == id; });
      });
}

}  // namespace

std::string MissingBefore(const v1::Judgement& judgement, JudgementStep step) {
  if (step > JudgementStep::kQualityAndLaw && !judgement.has_quality_and_law()) return "QUALITY_AND_LAW";
  if (step > JudgementStep::kContext && !judgement.has_context()) return "CONTEXT";
  if (step > JudgementStep::kTrust && !judgement.has_trust()) return "TRUST";
  return "";
}

void ClearAfter(JudgementStep step, v1::Judgement& judgement) {
  if (step < JudgementStep::kContext) judgement.clear_context();
  if (step < JudgementStep::kTrust) judgement.clear_trust();
  if (step < JudgementStep::kConclusion) judgement.clear_conclusion();
}

Faults OwnFaults(const v1::TrustRecord& trust) {
  Faults faults;
  const bool moved = trust.change() > v1::TrustRecord::CHANGE_UNCHANGED;
  if ((moved || trust.weighed()) && language::IsBlank(trust.text())) {
    faults.push_back({"trust.text", "TRUST_NEEDS_BEHAVIOUR", ""});
  }
  if (trust.weighed() && trust.judgement() == framework::v1::TRUST_JUDGEMENT_NOT_JUDGED) {
    faults.push_back({"trust.weighed", "TRUST_NOT_JUDGED", ""});
  }
  return faults;
}

Faults TrustFaults(const framework::v1::FrameworkVersion& framework, const v1::TrustRecord& trust) {
  Faults faults = OwnFaults(trust);
  for (int i = 0; i < trust.observations_size(); ++i) {
    const std::string& indicator = trust.observations(i).indicator();
    if (KnowsIndicator(framework, indicator)) continue;
    faults.push_back({absl::StrCat("trust.observations[", i, "].indicator"), "UNKNOWN_INDICATOR", indicator});
  }
  return faults;
}

}  // namespace waarborg::assessment
