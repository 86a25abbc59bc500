#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_SCOPE_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_SCOPE_H_

// What an assessment is about: the criteria that hold for the provider, less what is left out with a reason,
// and for a re-assessment what failed before plus chosen extras (R-002-10, reference 4.3). Pure.

#include <map>
#include <string>
#include <vector>

#include "services/assessment/rules/fault.h"
#include "services/framework/rules/applicability.h"
#include "services/framework/rules/scale.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::assessment {

// What was pinned when the assessment was created.
struct ScopeBasis {
  const framework::v1::FrameworkVersion& framework;
  registry::v1::AssessmentKind kind = registry::v1::ASSESSMENT_KIND_UNSPECIFIED;
  framework::v1::Profile profile = framework::v1::PROFILE_UNSPECIFIED;
  framework::Conditions conditions;
  std::vector<std::string> themes;            // with THEMATIC
  std::map<std::string, std::string> extras;  // with RE_ASSESSMENT, as asked at creation: criterion to reason
  // With RE_ASSESSMENT: what stands of the parent. A criterion it did not test is absent or NOT_TESTED.
  framework::Scores parent_scores;
};

struct ScopeAnswer {
  v1::Scope scope;  // every criterion of the framework, in its order; the version is not set
  Faults faults;    // when not empty, the scope means nothing
};

// Reasons: CRITERIA_OR_BUNDLE, UNKNOWN_CRITERION, UNKNOWN_BUNDLE, CRITERION_DOES_NOT_APPLY, EXCLUDED_TWICE,
// ONLY_FOR_RE_ASSESSMENT, SCOPE_EMPTY. What failed before may be left out; that it takes the second reader is
// narrowing.h.
ScopeAnswer ScopeOf(const ScopeBasis& basis, const v1::SetScopeRequest& wish);

// Whether the criterion is in scope.
bool InScope(const v1::Scope& scope, const std::string& criterion);

// The criteria that were tested and scored below MEETS, in framework order.
std::vector<std::string> Shortcomings(const framework::v1::FrameworkVersion& framework,
                                      const framework::Scores& scores);

// Tested, and less than MEETS.
bool BelowMeets(framework::v1::Score score);

// Whether it names criteria or a bundle, one of the two.
bool SaysWhat(const v1::ScopeExclusion& exclusion);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_SCOPE_H_
