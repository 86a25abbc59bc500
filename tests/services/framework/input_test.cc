#include "services/framework/rules/input.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/rules/decision.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

v1::EvaluateScoresRequest Asking(v1::Profile profile) {
  v1::EvaluateScoresRequest request;
  request.set_profile(profile);
  return request;
}

void Give(v1::EvaluateScoresRequest& request, const std::string& criterion, int score) {
  (*request.mutable_scores())[criterion] = static_cast<v1::Score>(score);
}

TEST(InputFaults, AreNoneInAPlainQuestion) {
  v1::EvaluateScoresRequest request = Asking(v1::PROFILE_PGB_NAASTE);
  Give(request, "VE01", v1::SCORE_LARGELY_NOT);
  EXPECT_THAT(InputFaults(Dkk2019(), request), IsEmpty());
}

TEST(InputFaults, LetSeverityAndTrustBeLeftOut) {
  const v1::EvaluateScoresRequest request = Asking(v1::PROFILE_ZIN);
  EXPECT_THAT(InputFaults(Dkk2019(), request), IsEmpty());
  const DecisionInput input = InputOf(request);
  EXPECT_EQ(input.severity, v1::SEVERITY_NONE);
  EXPECT_EQ(input.trust, v1::TRUST_JUDGEMENT_NOT_JUDGED);
  EXPECT_FALSE(input.level_policy.has_value());
  EXPECT_FALSE(input.reading.has_value());
}

TEST(InputFaults, AllowNotTestedWhereTheCriterionDoesNotHold) {
  v1::EvaluateScoresRequest request = Asking(v1::PROFILE_PGB_PROF);
  Give(request, "DT05", v1::SCORE_NOT_TESTED);
  EXPECT_THAT(InputFaults(Dkk2019(), request), IsEmpty());
  Give(request, "DT05", v1::SCORE_MEETS);
  EXPECT_THAT(InputFaults(Dkk2019(), request),
              ElementsAre(InputFault{"CRITERION_NOT_APPLICABLE", "scores.DT05"}));
}

TEST(InputFaults, LookAtTheProfileOnlyAndNotAtConditions) {
  v1::EvaluateScoresRequest request = Asking(v1::PROFILE_ZIN);
  Give(request, "VE18", v1::SCORE_MEETS);
  EXPECT_THAT(InputFaults(Dkk2019(), request), IsEmpty());
}

TEST(InputFaults, ComeAllAtOnceInAFixedOrder) {
  v1::EvaluateScoresRequest request = Asking(v1::PROFILE_PGB_NAASTE);
  Give(request, "ZZ01", v1::SCORE_MEETS);
  Give(request, "LK01", 17);
  Give(request, "AA01", 99);
  Give(request, "VE03", v1::SCORE_MEETS);
  Give(request, "CG02", v1::SCORE_MEETS_NOT);
  Give(request, "DM04", v1::SCORE_UNSPECIFIED);
  request.set_severity(static_cast<v1::Severity>(9));
  request.set_trust(static_cast<v1::TrustJudgement>(-1));
  request.mutable_level_policy()->set_highest(4);
  request.mutable_level_policy()->set_base_good(-1);
  request.set_overall_reading(v1::READING_ABS45);
  EXPECT_THAT(
      InputFaults(Dkk2019(), request),
      ElementsAre(InputFault{"CRITERION_NOT_APPLICABLE", "scores.VE03"},
                  InputFault{"INVALID_VALUE", "scores.DM04"},
                  InputFault{"CRITERION_NOT_APPLICABLE", "scores.CG02"},
                  InputFault{"INVALID_VALUE", "scores.LK01"}, InputFault{"UNKNOWN_CRITERION", "scores.AA01"},
                  InputFault{"UNKNOWN_CRITERION", "scores.ZZ01"}, InputFault{"INVALID_VALUE", "severity"},
                  InputFault{"INVALID_VALUE", "trust"}, InputFault{"INVALID_VALUE", "level_policy.base_good"},
                  InputFault{"INVALID_VALUE", "overall_reading"}));
}

TEST(InputFaults, NameTheProfileFirstAndThenAskNotWhatHoldsForIt) {
  for (const int profile : {0, 17}) {
    v1::EvaluateScoresRequest request = Asking(static_cast<v1::Profile>(profile));
    Give(request, "DT05", v1::SCORE_MEETS);
    Give(request, "VE01", 17);
    EXPECT_THAT(InputFaults(Dkk2019(), request), ElementsAre(InputFault{"INVALID_VALUE", "profile"},
                                                             InputFault{"INVALID_VALUE", "scores.VE01"}));
  }
}

TEST(InputFaults, RefuseAScoreThatTheScaleDoesNotKnow) {
  v1::EvaluateScoresRequest request = Asking(v1::PROFILE_ZIN);
  Give(request, "HOME-1", v1::SCORE_LARGELY_NOT);
  EXPECT_THAT(InputFaults(SecondFramework(), request),
              ElementsAre(InputFault{"INVALID_VALUE", "scores.HOME-1"}));
}

}  // namespace
}  // namespace waarborg::framework
