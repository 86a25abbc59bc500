#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_OUTCOME_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_OUTCOME_H_

// Comparing results: the outcome a re-assessment suggests (reference 4.3), and whether an amended draft is
// worse than the one the provider answered (reference 4, list 3). Pure; a person decides.

#include <string>
#include <vector>

#include "google/protobuf/map.h"
#include "services/framework/rules/scale.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::assessment {

struct Retest {
  const framework::v1::FrameworkVersion& framework;
  const framework::Scores& before;  // what stood of the parent
  const framework::Scores& own;     // what the re-assessment scored
  const framework::v1::Evaluation& merged;
  bool last_round = false;  // the plan has no round left in which to mend the rest
};

// IMPROVED: the merged band is GOOD, or every shortcoming reached LARGELY_MEETS and no theme is flagged.
// Otherwise PARTLY when some shortcoming scores higher than before and a round is left, else NOT_IMPROVED. A
// shortcoming that was not tested again has reached nothing.
v1::Outcome SuggestedOutcome(const Retest& retest);

using ShownScores = google::protobuf::Map<std::string, framework::v1::Score>;

// The criteria that stand worse than the draft showed, in framework order. A criterion that was met and is no
// longer tested counts as worse; one that was below and is no longer tested does not.
std::vector<std::string> Worsened(const framework::v1::FrameworkVersion& framework, const ShownScores& shown,
                                  const framework::Scores& now);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_OUTCOME_H_
