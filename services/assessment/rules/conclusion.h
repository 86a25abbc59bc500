#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_CONCLUSION_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_CONCLUSION_H_

// What a conclusion must hold beside the advice of the rule: an answer to every choice, and reasons wherever
// the person chooses otherwise (R-002-31, R-002-35, C-02, C-21). Pure.

#include <string>
#include <vector>

#include "services/assessment/rules/fault.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::assessment {

// What the conclusion is held against.
struct ConclusionBasis {
  const framework::v1::FrameworkVersion& framework;
  const framework::v1::Evaluation& advice;
  bool first_assessment = false;
  bool has_shortcomings = false;
  v1::Outcome suggested_outcome = v1::OUTCOME_UNSPECIFIED;  // given with RE_ASSESSMENT only
};

// Reasons: CHOICE_NOT_ASKED, CHOICE_ANSWERED_TWICE, READING_CANNOT_DECIDE, FOLLOW_UP_TWICE,
// FOLLOW_UP_NOT_POSSIBLE, NO_SHORTCOMINGS_FOR_PLAN, NOT_FIRST_ASSESSMENT, OUTCOME_NOT_CHOSEN,
// ONLY_FOR_RE_ASSESSMENT. Fields start with "conclusion.".
Faults ConclusionFaults(const ConclusionBasis& basis, const v1::Conclusion& conclusion);

// The choices that the advice asks and the conclusion leaves open, in the advice's order.
std::vector<std::string> UnansweredChoices(const framework::v1::Evaluation& advice,
                                           const v1::Conclusion& conclusion);

// In what the conclusion differs from the advice: READING, FOLLOW_UP, OUTCOME.
std::vector<std::string> Deviations(const ConclusionBasis& basis, const v1::Conclusion& conclusion);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_CONCLUSION_H_
