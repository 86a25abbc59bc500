#include "services/framework/rules/applicability.h"

#include <algorithm>

namespace waarborg::framework {
namespace {

Applicability Judge(const v1::Criterion& criterion, v1::Profile profile, const Conditions& conditions) {
  Applicability answer{.criterion = criterion.id()};
  if (!AppliesToProfile(criterion, profile)) {
    answer.reason = Applicability::Reason::kNotForProfile;
    return answer;
  }
  for (const std::string& condition : criterion.conditions()) {
    if (conditions.contains(condition)) continue;
    answer.reason = Applicability::Reason::kConditionNotMet;
    answer.condition = condition;
    return answer;
  }
  answer.applies = true;
  return answer;
}

}  // namespace

bool AppliesToProfile(const v1::Criterion& criterion, v1::Profile profile) {
  return std::find(criterion.profiles().begin(), criterion.profiles().end(), profile) !=
         criterion.profiles().end();
}

int CountForProfile(const v1::FrameworkVersion& version, v1::Profile profile) {
  return static_cast<int>(std::count_if(
      version.criteria().begin(), version.criteria().end(),
      [profile](const v1::Criterion& criterion) { return AppliesToProfile(criterion, profile); }));
}

std::vector<Applicability> Applicable(const v1::FrameworkVersion& version, v1::Profile profile,
                                      const Conditions& conditions) {
  std::vector<Applicability> answers;
  answers.reserve(version.criteria_size());
  for (const v1::Criterion& criterion : version.criteria()) {
    answers.push_back(Judge(criterion, profile, conditions));
  }
  return answers;
}

}  // namespace waarborg::framework
