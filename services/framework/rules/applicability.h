#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_APPLICABILITY_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_APPLICABILITY_H_

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "waarborg/framework/v1/framework.pb.h"

// Which criteria hold for a provider, and why another does not (R-002-11, reference 2.2.1).

namespace waarborg::framework {

// Ids of FrameworkVersion.conditions that hold for a provider.
using Conditions = std::set<std::string, std::less<>>;

struct Applicability {
  enum class Reason { kApplies, kNotForProfile, kConditionNotMet };

  std::string criterion;
  bool applies = false;
  Reason reason = Reason::kApplies;
  std::string condition;  // the first one that does not hold; only with kConditionNotMet

  friend bool operator==(const Applicability&, const Applicability&) = default;
};

[[nodiscard]] bool AppliesToProfile(const v1::Criterion& criterion, v1::Profile profile);

// How many criteria hold for a profile when every condition is met.
[[nodiscard]] int CountForProfile(const v1::FrameworkVersion& version, v1::Profile profile);

// One entry per criterion, in framework order. The profile is looked at before the conditions.
[[nodiscard]] std::vector<Applicability> Applicable(const v1::FrameworkVersion& version, v1::Profile profile,
                                                    const Conditions& conditions);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_APPLICABILITY_H_
