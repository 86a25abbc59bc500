#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_DECISION_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_DECISION_H_

#include <optional>

#include "services/framework/rules/applicability.h"
#include "services/framework/rules/scale.h"
#include "waarborg/framework/v1/framework.pb.h"

// The decision rule (reference 3.1 to 3.4, R-002-29 to R-002-35): scores in, advice out. Everything that
// could differ between frameworks (scale, borders, theme flag, follow-up, level policy) is read from the
// version. All arithmetic is integer and cross-multiplied. The engine advises; a person decides.

namespace waarborg::framework {

struct DecisionInput {
  v1::Profile profile = v1::PROFILE_UNSPECIFIED;
  // Those that hold for the provider; all of them where none are given.
  std::optional<Conditions> conditions;
  Scores scores;
  v1::Severity severity = v1::SEVERITY_NONE;
  bool recidivism = false;
  v1::TrustJudgement trust = v1::TRUST_JUDGEMENT_NOT_JUDGED;
  // A region's own policy and reading in place of those of the version.
  std::optional<v1::LevelPolicy> level_policy;
  std::optional<v1::Reading> reading;
};

// How many criteria hold for the profile under these conditions.
[[nodiscard]] int CountApplicable(const v1::FrameworkVersion& version, const DecisionInput& input);

// The input that a request asks about, with its defaults filled in.
// REQUIRES: InputFaults(version, request) is empty.
[[nodiscard]] DecisionInput InputOf(const v1::EvaluateScoresRequest& request);

// What the rule says. With nothing tested there is no band, no level and no reading, whatever the severity.
// A reading that cannot decide under this version (absent, or ABSOLUTE) gives way to the version's own
// default; the answer names the one that decided. REQUIRES: every scored criterion exists in `version`, and
// every score is NOT_TESTED or on its scale.
[[nodiscard]] v1::Evaluation Decide(const v1::FrameworkVersion& version, const DecisionInput& input);

// The rule of a reading; nullptr when the version has none.
[[nodiscard]] const v1::ReadingRule* ReadingRuleOf(const v1::FrameworkVersion& version, v1::Reading reading);

// Whether a reading of this version gives exactly one band for any result, so that it can decide.
[[nodiscard]] bool CanDecide(const v1::FrameworkVersion& version, v1::Reading reading);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_DECISION_H_
