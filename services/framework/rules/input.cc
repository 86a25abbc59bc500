#include "services/framework/rules/input.h"

#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/framework/rules/applicability.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/faults.h"
#include "services/framework/rules/rule_validation.h"
#include "services/framework/rules/scale.h"

namespace waarborg::framework {
namespace {

constexpr absl::string_view kUnknownCriterion = "UNKNOWN_CRITERION";
constexpr absl::string_view kNotApplicable = "CRITERION_NOT_APPLICABLE";
constexpr absl::string_view kInvalidValue = "INVALID_VALUE";

void Blame(absl::string_view reason, absl::string_view field, std::vector<InputFault>& faults) {
  faults.push_back({.reason = std::string(reason), .field = std::string(field)});
}

bool ProfileIsValid(v1::Profile profile) {
  return profile != v1::PROFILE_UNSPECIFIED && v1::Profile_IsValid(profile);
}

void CheckScore(const v1::FrameworkVersion& version, const v1::Criterion& criterion,
                const v1::EvaluateScoresRequest& request, std::vector<InputFault>& faults) {
  const auto given = request.scores().find(criterion.id());
  if (given == request.scores().end() || given->second == v1::SCORE_NOT_TESTED) return;
  const std::string field = absl::StrCat("scores.", criterion.id());
  if (ScaleValueOf(version, given->second) == nullptr) {
    Blame(kInvalidValue, field, faults);
  } else if (ProfileIsValid(request.profile()) && !AppliesToProfile(criterion, request.profile())) {
    Blame(kNotApplicable, field, faults);
  }
}

void CheckUnknownCriteria(const v1::FrameworkVersion& version, const v1::EvaluateScoresRequest& request,
                          std::vector<InputFault>& faults) {
  std::set<std::string> unknown;
  for (const auto& [criterion, score] : request.scores()) unknown.insert(criterion);
  for (const v1::Criterion& criterion : version.criteria()) unknown.erase(criterion.id());
  for (const std::string& criterion : unknown) {
    Blame(kUnknownCriterion, absl::StrCat("scores.", criterion), faults);
  }
}

void CheckRegionChoices(const v1::FrameworkVersion& version, const v1::EvaluateScoresRequest& request,
                        std::vector<InputFault>& faults) {
  if (request.has_level_policy()) {
    Faults policy;
    CheckLevelPolicy(request.level_policy(), "level_policy", policy);
    for (const Fault& fault : policy.all()) Blame(kInvalidValue, fault.field, faults);
  }
  if (request.overall_reading() != v1::READING_UNSPECIFIED &&
      !CanDecide(version, request.overall_reading())) {
    Blame(kInvalidValue, "overall_reading", faults);
  }
}

}  // namespace

std::vector<InputFault> InputFaults(const v1::FrameworkVersion& version,
                                    const v1::EvaluateScoresRequest& request) {
  std::vector<InputFault> faults;
  if (!ProfileIsValid(request.profile())) Blame(kInvalidValue, "profile", faults);
  for (const v1::Criterion& criterion : version.criteria()) CheckScore(version, criterion, request, faults);
  CheckUnknownCriteria(version, request, faults);
  if (!v1::Severity_IsValid(request.severity())) Blame(kInvalidValue, "severity", faults);
  if (!v1::TrustJudgement_IsValid(request.trust())) Blame(kInvalidValue, "trust", faults);
  CheckRegionChoices(version, request, faults);
  return faults;
}

}  // namespace waarborg::framework
