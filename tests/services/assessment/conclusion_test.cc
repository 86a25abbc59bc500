#include "services/assessment/rules/conclusion.h"

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "tests/golden/frameworks.h"

namespace waarborg::assessment {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <class Message>
Message Parse(const std::string& text) {
  Message message;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &message)) << text;
  return message;
}

// SUFFICIENT with a flag on safety.
const framework::v1::Evaluation& Advice() {
  static const auto* const advice = new framework::v1::Evaluation(Parse<framework::v1::Evaluation>(R"pb(
    band: BAND_SUFFICIENT
    deciding_reading: READING_POINTS_TEXT
    follow_up: [ FOLLOW_UP_IMPROVEMENT_PLAN, FOLLOW_UP_RE_ASSESSMENT, FOLLOW_UP_CONSIDER_THEME_MEASURE ]
    choices_required: [ "THEME_FLAG:VE", "TRUST_DAMAGED_WITH_GOOD" ]
  )pb"));
  return *advice;
}

ConclusionBasis Basis() {
  return {.framework = framework::Dkk2019(), .advice = Advice(), .has_shortcomings = true};
}

std::vector<std::string> FaultsIn(const ConclusionBasis& basis, const std::string& text) {
  std::vector<std::string> faults;
  for (const Fault& fault : ConclusionFaults(basis, Parse<v1::Conclusion>(text))) {
    faults.push_back(fault.field + " " + fault.reason);
  }
  return faults;
}

TEST(Conclusion, LeavesOpenWhatIsNotAnswered) {
  EXPECT_THAT(UnansweredChoices(Advice(), {}), ElementsAre("THEME_FLAG:VE", "TRUST_DAMAGED_WITH_GOOD"));
  EXPECT_THAT(UnansweredChoices(Advice(), Parse<v1::Conclusion>("answers { choice: 'THEME_FLAG:VE' }")),
              ElementsAre("TRUST_DAMAGED_WITH_GOOD"));
}

TEST(Conclusion, AnswersOnlyWhatIsAskedAndOnce) {
  EXPECT_THAT(FaultsIn(Basis(), R"pb(
                answers { choice: "THEME_FLAG:VE" }
                answers { choice: "THEME_FLAG:DM" }
                answers { choice: "THEME_FLAG:VE" }
              )pb"),
              ElementsAre("conclusion.answers[1].choice CHOICE_NOT_ASKED",
                          "conclusion.answers[2].choice CHOICE_ANSWERED_TWICE"));
}

TEST(Conclusion, ChoosesAFollowUpThatCanBe) {
  EXPECT_THAT(FaultsIn(Basis(), R"pb(
                follow_up: [
                  FOLLOW_UP_IMPROVEMENT_PLAN,
                  FOLLOW_UP_NO_DECISION_NOTHING_TESTED,
                  FOLLOW_UP_IMPROVEMENT_PLAN
                ]
              )pb"),
              ElementsAre("conclusion.follow_up[1] FOLLOW_UP_NOT_POSSIBLE",
                          "conclusion.follow_up[2] FOLLOW_UP_TWICE"));
  ConclusionBasis all_met = Basis();
  all_met.has_shortcomings = false;
  EXPECT_THAT(FaultsIn(all_met, "follow_up: FOLLOW_UP_IMPROVEMENT_PLAN"),
              ElementsAre("conclusion.follow_up[0] NO_SHORTCOMINGS_FOR_PLAN"));
}

TEST(Conclusion, FollowsAReadingThatCanDecide) {
  EXPECT_THAT(FaultsIn(Basis(), "chosen_reading: READING_COUNT_TEXT"), IsEmpty());
  EXPECT_THAT(FaultsIn(Basis(), "chosen_reading: READING_ABS45"),
              ElementsAre("conclusion.chosen_reading READING_CANNOT_DECIDE"));
}

TEST(Conclusion, NamesAFirstAssessmentAsGroundOnlyWhereItIsOne) {
  const std::string text = "deviation_grounds: GROUND_FIRST_ASSESSMENT";
  EXPECT_THAT(FaultsIn(Basis(), text), ElementsAre("conclusion.deviation_grounds[0] NOT_FIRST_ASSESSMENT"));
  ConclusionBasis first = Basis();
  first.first_assessment = true;
  EXPECT_THAT(FaultsIn(first, text), IsEmpty());
}

TEST(Conclusion, HasAnOutcomeExactlyWithAReAssessment) {
  EXPECT_THAT(FaultsIn(Basis(), "outcome: OUTCOME_PARTLY"),
              ElementsAre("conclusion.outcome ONLY_FOR_RE_ASSESSMENT"));
  ConclusionBasis again = Basis();
  again.suggested_outcome = v1::OUTCOME_IMPROVED;
  EXPECT_THAT(FaultsIn(again, ""), ElementsAre("conclusion.outcome OUTCOME_NOT_CHOSEN"));
  EXPECT_THAT(FaultsIn(again, "outcome: OUTCOME_PARTLY"), IsEmpty());
}

TEST(Deviation, IsAnyDifferenceFromTheAdvice) {
  struct Case {
    const char* conclusion;
    std::vector<std::string> deviations;
  };
  const std::string advised =
      "follow_up: [FOLLOW_UP_RE_ASSESSMENT, FOLLOW_UP_CONSIDER_THEME_MEASURE, FOLLOW_UP_IMPROVEMENT_PLAN] ";
  for (const Case& each : {Case{"", {}}, Case{"chosen_reading: READING_POINTS_TEXT", {}},
                           Case{"chosen_reading: READING_COUNT_TEXT", {"READING"}},
                           Case{"follow_up: FOLLOW_UP_CONSIDER_HEAVIER_MEASURE", {"FOLLOW_UP"}},
                           Case{"follow_up: FOLLOW_UP_URGENT_FAST_PATH chosen_reading: READING_COUNT_TABLE",
                                {"READING", "FOLLOW_UP"}}}) {
    EXPECT_EQ(Deviations(Basis(), Parse<v1::Conclusion>(advised + each.conclusion)), each.deviations)
        << each.conclusion;
  }
  EXPECT_THAT(Deviations(Basis(), Parse<v1::Conclusion>("follow_up: FOLLOW_UP_IMPROVEMENT_PLAN")),
              ElementsAre("FOLLOW_UP"));
}

TEST(Deviation, IsAlsoAnotherOutcomeThanTheMergedResultSuggests) {
  ConclusionBasis again = Basis();
  again.suggested_outcome = v1::OUTCOME_PARTLY;
  v1::Conclusion conclusion;
  *conclusion.mutable_follow_up() = Advice().follow_up();
  conclusion.set_outcome(v1::OUTCOME_PARTLY);
  EXPECT_THAT(Deviations(again, conclusion), IsEmpty());
  conclusion.set_outcome(v1::OUTCOME_IMPROVED);
  EXPECT_THAT(Deviations(again, conclusion), ElementsAre("OUTCOME"));
}

}  // namespace
}  // namespace waarborg::assessment
