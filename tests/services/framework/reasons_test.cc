#include "services/framework/rules/reasons.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/wording.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Scores AllCriteria(v1::Score score) {
  Scores scores;
  for (const v1::Criterion& criterion : Dkk2019().criteria()) scores[criterion.id()] = score;
  return scores;
}

std::vector<std::string> Dutch(const v1::Evaluation& evaluation) {
  std::vector<std::string> reasons;
  for (const v1::Text& reason : evaluation.reasons()) reasons.push_back(reason.nl());
  return reasons;
}

std::vector<std::string> English(const v1::Evaluation& evaluation) {
  std::vector<std::string> reasons;
  for (const v1::Text& reason : evaluation.reasons()) reasons.push_back(reason.en());
  return reasons;
}

TEST(Reasons, OfAPlainGoodResultAreTheResultAndTheLevel) {
  const v1::Evaluation evaluation =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = AllCriteria(v1::SCORE_MEETS)});
  EXPECT_THAT(
      English(evaluation),
      ElementsAre("On 44 tested criteria, 44.00 out of 44.00 points were reached (100.00 %). The result is "
                  "therefore good (more than 75 %).",
                  "There is no ground to propose a step on the escalation ladder (L0)."));
  EXPECT_THAT(Dutch(evaluation),
              ElementsAre("Op 44 getoetste criteria zijn 44,00 van de 44,00 punten behaald (100,00 %). Het "
                          "resultaat is daarmee goed (meer dan 75 %).",
                          "Er is geen aanleiding om een stap op de escalatieladder voor te stellen (L0)."));
}

TEST(Reasons, StandWithTheMostImportantFirst) {
  Scores scores = AllCriteria(v1::SCORE_LARGELY_MEETS);
  scores["LK01"] = scores["LK02"] = v1::SCORE_LARGELY_NOT;
  const v1::Evaluation evaluation = Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN,
                                                       .scores = scores,
                                                       .severity = v1::SEVERITY_ACUTE,
                                                       .recidivism = true,
                                                       .trust = v1::TRUST_JUDGEMENT_DAMAGED});
  EXPECT_THAT(
      English(evaluation),
      ElementsAre(HasSubstr("acute unsafety"), HasSubstr("therefore sufficient"),
                  AllOf(HasSubstr("Living climate"), HasSubstr("2 tested criteria")),
                  HasSubstr("Trust in the provider is damaged"),
                  AllOf(HasSubstr("at least L3"), HasSubstr("recidivism adds 1")),
                  AllOf(HasSubstr("number as in the text: good"), Not(HasSubstr("points as in the table")))));
  EXPECT_EQ(Dutch(evaluation).size(), 6U);
}

TEST(Reasons, AskForAChoiceWhereTrustIsDamagedBesideAGoodResult) {
  const v1::Evaluation evaluation = Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN,
                                                       .scores = AllCriteria(v1::SCORE_MEETS),
                                                       .trust = v1::TRUST_JUDGEMENT_DAMAGED});
  EXPECT_THAT(English(evaluation), testing::Contains(HasSubstr("make an explicit choice")));
}

TEST(Reasons, TellCountsWhereTheCountDecides) {
  const v1::Evaluation evaluation = Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN,
                                                       .scores = AllCriteria(v1::SCORE_LARGELY_MEETS),
                                                       .reading = v1::READING_COUNT_TABLE});
  EXPECT_THAT(English(evaluation).front(),
              HasSubstr("Of 44 tested criteria, 44 came out sufficient (100.00 %)"));
  EXPECT_EQ(evaluation.decisive_rule().id(), "COUNT_TABLE:GOOD");
}

TEST(Reasons, WarnOfANarrowScope) {
  const v1::Evaluation evaluation =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = {{"VE01", v1::SCORE_MEETS}}});
  EXPECT_TRUE(evaluation.narrow_scope());
  EXPECT_THAT(Dutch(evaluation).front(), HasSubstr("Op 1 getoetst criterium"));
  EXPECT_THAT(Dutch(evaluation).back(), HasSubstr("1 van de 44 criteria"));
}

TEST(ReasonsTest, OneIsSingular) {
  const v1::Evaluation one =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = {{"VE01", v1::SCORE_MEETS}}});
  EXPECT_THAT(Dutch(one).back(), HasSubstr("Er is 1 van de 44 criteria getoetst"));
  EXPECT_THAT(English(one).back(), HasSubstr("1 was tested"));
  const v1::Evaluation two =
      Decide(Dkk2019(),
             {.profile = v1::PROFILE_ZIN, .scores = {{"VE01", v1::SCORE_MEETS}, {"VE02", v1::SCORE_MEETS}}});
  EXPECT_THAT(Dutch(two).back(), HasSubstr("Er zijn 2 van de 44 criteria getoetst"));
  EXPECT_THAT(English(two).back(), HasSubstr("2 were tested"));
}

TEST(DecisiveRule, NamesReadingBandAndPlaceInTheSource) {
  const v1::Evaluation evaluation =
      Decide(Dkk2019(), {.profile = v1::PROFILE_ZIN, .scores = AllCriteria(v1::SCORE_LARGELY_MEETS)});
  EXPECT_EQ(evaluation.decisive_rule().id(), "POINTS_TEXT:SUFFICIENT");
  EXPECT_EQ(evaluation.decisive_rule().source(), "L1411-1425");
  EXPECT_EQ(evaluation.decisive_rule().text().nl(),
            "Een resultaat is voldoende bij 65 % tot en met 75 % van de te behalen punten (lezing: punten "
            "volgens de "
            "tekst).");
  EXPECT_EQ(
      evaluation.decisive_rule().text().en(),
      "A result is sufficient with 65 % up to and including 75 % of the points that can be reached (reading: "
      "points as in the text).");
}

TEST(Wording, WritesNumbersInEachLanguagesWay) {
  EXPECT_EQ(Points(133).nl(), "33,25");
  EXPECT_EQ(Points(133).en(), "33.25");
  EXPECT_EQ(Percent(6504).nl(), "65,04 %");
  EXPECT_EQ(Percent(6504).en(), "65.04 %");
}

TEST(Wording, ADecisionIsAReasonInBothLanguages) {
  v1::Evaluation evaluation;
  EXPECT_EQ(DecisionReason(v1::BAND_GOOD, evaluation.follow_up()), "Oordeel goed. / Result good.");
  evaluation.add_follow_up(v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT);
  evaluation.add_follow_up(v1::FOLLOW_UP_CONSIDER_THEME_MEASURE);
  EXPECT_EQ(
      DecisionReason(v1::BAND_GOOD, evaluation.follow_up()),
      "Oordeel goed; vervolg: monitoring door contractmanagement, maatregel voor een thema overwegen. / "
      "Result good; follow-up: monitoring by contract management, consider a measure for a theme.");
  for (int i = 1; i < v1::FollowUp_descriptor()->value_count(); ++i) {
    const auto follow_up = static_cast<v1::FollowUp>(v1::FollowUp_descriptor()->value(i)->number());
    EXPECT_NE(FollowUpWord(follow_up).nl(), FollowUpWord(v1::FOLLOW_UP_UNSPECIFIED).nl()) << follow_up;
  }
}

TEST(Wording, TellsBordersFromTheirEnds) {
  v1::BandBorder border;
  border.set_low(50);
  border.set_high(80);
  EXPECT_EQ(BorderWord(border).nl(), "meer dan 50 % tot 80 %");
  EXPECT_EQ(BorderWord(border).en(), "more than 50 % but less than 80 %");
  border.set_low_included(true);
  border.set_high(100);
  border.set_high_included(true);
  EXPECT_EQ(BorderWord(border).nl(), "50 % of meer");
  border.set_low(0);
  border.set_high(50);
  EXPECT_EQ(BorderWord(border).en(), "at most 50 %");
}

}  // namespace
}  // namespace waarborg::framework
