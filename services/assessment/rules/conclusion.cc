#include "services/assessment/rules/conclusion.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "services/framework/rules/decision.h"

namespace waarborg::assessment {
namespace {

template <class Items, class Item>
bool Contains(const Items& items, const Item& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

void CheckAnswers(const ConclusionBasis& basis, const v1::Conclusion& conclusion, Faults& faults) {
  std::set<std::string> answered;
  for (int i = 0; i < conclusion.answers_size(); ++i) {
    const std::string& choice = conclusion.answers(i).choice();
    const std::string field = absl::StrCat("conclusion.answers[", i, "].choice");
    if (!Contains(basis.advice.choices_required(), choice)) {
      faults.push_back({field, "CHOICE_NOT_ASKED", choice});
    } else if (!answered.insert(choice).second) {
      faults.push_back({field, "CHOICE_ANSWERED_TWICE", choice});
    }
  }
}

std::string FollowUpFault(const ConclusionBasis& basis, int follow_up) {
  if (follow_up == framework::v1::FOLLOW_UP_NO_DECISION_NOTHING_TESTED) return "FOLLOW_UP_NOT_POSSIBLE";
  const bool plan = follow_up == framework::v1::FOLLOW_UP_IMPROVEMENT_PLAN;
  return plan && !basis.has_shortcomings ? "NO_SHORTCOMINGS_FOR_PLAN" : "";
}

void CheckFollowUp(const ConclusionBasis& basis, const v1::Conclusion& conclusion, Faults& faults) {
  std::set<int> chosen;
  for (int i = 0; i < conclusion.follow_up_size(); ++i) {
    std::string reason = FollowUpFault(basis, conclusion.follow_up(i));
    if (!chosen.insert(conclusion.follow_up(i)).second) reason = "FOLLOW_UP_TWICE";
    if (reason.empty()) continue;
    faults.push_back({absl::StrCat("conclusion.follow_up[", i, "]"), reason, ""});
  }
}

void CheckGrounds(const ConclusionBasis& basis, const v1::Conclusion& conclusion, Faults& faults) {
  if (basis.first_assessment) return;
  for (int i = 0; i < conclusion.deviation_grounds_size(); ++i) {
    if (conclusion.deviation_grounds(i) != v1::Conclusion::GROUND_FIRST_ASSESSMENT) continue;
    faults.push_back({absl::StrCat("conclusion.deviation_grounds[", i, "]"), "NOT_FIRST_ASSESSMENT", ""});
  }
}

void CheckOutcome(const ConclusionBasis& basis, const v1::Conclusion& conclusion, Faults& faults) {
  const bool asked = basis.suggested_outcome != v1::OUTCOME_UNSPECIFIED;
  const bool given = conclusion.outcome() != v1::OUTCOME_UNSPECIFIED;
  if (asked == given) return;
  faults.push_back({"conclusion.outcome", asked ? "OUTCOME_NOT_CHOSEN" : "ONLY_FOR_RE_ASSESSMENT", ""});
}

bool SameFollowUp(const v1::Conclusion& conclusion, const framework::v1::Evaluation& advice) {
  const std::set<int> chosen(conclusion.follow_up().begin(), conclusion.follow_up().end());
  return chosen == std::set<int>(advice.follow_up().begin(), advice.follow_up().end());
}

bool OtherReading(const v1::Conclusion& conclusion, const framework::v1::Evaluation& advice) {
  return conclusion.chosen_reading() != framework::v1::READING_UNSPECIFIED &&
         conclusion.chosen_reading() != advice.deciding_reading();
}

}  // namespace

Faults ConclusionFaults(const ConclusionBasis& basis, const v1::Conclusion& conclusion) {
  Faults faults;
  CheckAnswers(basis, conclusion, faults);
  const bool reading_given = conclusion.chosen_reading() != framework::v1::READING_UNSPECIFIED;
  if (reading_given && !framework::CanDecide(basis.framework, conclusion.chosen_reading())) {
    faults.push_back({"conclusion.chosen_reading", "READING_CANNOT_DECIDE", ""});
  }
  CheckFollowUp(basis, conclusion, faults);
  CheckGrounds(basis, conclusion, faults);
  CheckOutcome(basis, conclusion, faults);
  return faults;
}

std::vector<std::string> UnansweredChoices(const framework::v1::Evaluation& advice,
                                           const v1::Conclusion& conclusion) {
  std::vector<std::string> open;
  for (const std::string& choice : advice.choices_required()) {
    const bool answered =
        std::any_of(conclusion.answers().begin(), conclusion.answers().end(),
                    [&choice](const v1::ChoiceAnswer& answer) { return answer.choice() == choice; });
    if (!answered) open.push_back(choice);
  }
  return open;
}

std::vector<std::string> Deviations(const ConclusionBasis& basis, const v1::Conclusion& conclusion) {
  std::vector<std::string> deviations;
  if (OtherReading(conclusion, basis.advice)) deviations.emplace_back("READING");
  if (!SameFollowUp(conclusion, basis.advice)) deviations.emplace_back("FOLLOW_UP");
  const bool outcome_asked = basis.suggested_outcome != v1::OUTCOME_UNSPECIFIED;
  if (outcome_asked && conclusion.outcome() != basis.suggested_outcome) deviations.emplace_back("OUTCOME");
  return deviations;
}

}  // namespace waarborg::assessment
