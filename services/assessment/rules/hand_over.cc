#include "services/assessment/rules/hand_over.h"

#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"

namespace waarborg::assessment {
namespace {

using framework::v1::FollowUp;

bool HasFollowUpIn(const v1::Assessment& assessment, absl::string_view collection) {
  const auto& all = assessment.follow_up_resources();
  return std::any_of(all.begin(), all.end(), [collection](const std::string& name) {
    return absl::StrContains(name, absl::StrCat("/", collection, "/"));
  });
}

bool PlanCarriesOn(const v1::Assessment& assessment) {
  return HasFollowUpIn(assessment, "improvementPlans") || assessment.outcome() == v1::OUTCOME_PARTLY;
}

bool IsCarried(const v1::Assessment& assessment, FollowUp follow_up) {
  switch (follow_up) {
    case framework::v1::FOLLOW_UP_IMPROVEMENT_PLAN:
    case framework::v1::FOLLOW_UP_RE_ASSESSMENT:
      return PlanCarriesOn(assessment);
    case framework::v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT:
      return HasFollowUpIn(assessment, "attentionPoints") || PlanCarriesOn(assessment);
    case framework::v1::FOLLOW_UP_URGENT_FAST_PATH:
      return !assessment.acute_cases().empty();
    default:
      return false;
  }
}

bool Names(const HandOvers& hand_overs, FollowUp follow_up) {
  return std::any_of(hand_overs.begin(), hand_overs.end(),
                     [follow_up](const v1::HandOver& each) { return each.follow_up() == follow_up; });
}

}  // namespace

Faults HandOverFaults(const v1::Assessment& assessment, const HandOvers& hand_overs) {
  const auto& chosen = assessment.judgement().conclusion().follow_up();
  Faults faults;
  std::set<int> seen;
  for (int i = 0; i < hand_overs.size(); ++i) {
    const FollowUp follow_up = hand_overs[i].follow_up();
    const std::string field = absl::StrCat("hand_overs[", i, "].follow_up");
    if (std::find(chosen.begin(), chosen.end(), follow_up) == chosen.end()) {
      faults.push_back({field, "FOLLOW_UP_NOT_CHOSEN", ""});
    } else if (!seen.insert(follow_up).second) {
      faults.push_back({field, "FOLLOW_UP_TWICE", ""});
    }
  }
  return faults;
}

std::vector<std::string> NotHandedOver(const v1::Assessment& assessment, const HandOvers& hand_overs) {
  std::vector<std::string> codes;
  for (const int number : assessment.judgement().conclusion().follow_up()) {
    const FollowUp follow_up = static_cast<FollowUp>(number);
    if (IsCarried(assessment, follow_up) || Names(hand_overs, follow_up)) continue;
    codes.emplace_back(absl::StripPrefix(framework::v1::FollowUp_Name(follow_up), "FOLLOW_UP_"));
  }
  return codes;
}

}  // namespace waarborg::assessment
