#include "tests/services/escalation/ladder_desk.h"

// A measure in force is looked at again, and again (reference 4.4.2, 4.4.4).

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;

class EvaluationTest : public LadderDesk {
 protected:
  static v1::RecordEvaluationRequest Evaluation() {
    v1::RecordEvaluationRequest request;
    request.set_name(std::string(kEscalation) + "/standings/assen");
    request.set_reason("Het rooster klopt nog niet.");
    return request;
  }
  absl::StatusOr<v1::Standing> Evaluate(const call::Caller& who) {
    return desk.Run(&RecordEvaluation, Evaluation(), who);
  }
};

TEST_F(EvaluationTest, AClientStopIsEvaluatedEverySixWeeks) {
  Impose(LEVEL_CLIENT_STOP);
  for (int round = 0; round < 3; ++round) {
    PassDays(42);
    RunDeadlines();
    ASSERT_TRUE(StandingFor().evaluation_due()) << round;
    ASSERT_THAT(Evaluate(dec), IsOk());
    EXPECT_FALSE(StandingFor().evaluation_due());
    EXPECT_EQ(ledger::DayOf(StandingFor().evaluation_date()), ledger::DayOf(Day(42)));
  }
}

TEST_F(EvaluationTest, AnEvaluationIsRecordedWithoutProlonging) {
  Impose(LEVEL_CLIENT_STOP);
  const v1::Standing before = StandingFor();
  PassDays(42);
  RunDeadlines();
  EXPECT_THAT(Evaluate(qm), ReasonIs("NO_MANDATE"));
  v1::RecordEvaluationRequest request = Evaluation();
  *request.mutable_evaluation_date() = Day(14);
  const auto evaluated = desk.Run(&RecordEvaluation, request, dec);
  ASSERT_THAT(evaluated, IsOk());
  EXPECT_EQ(evaluated->level(), before.level());
  EXPECT_EQ(evaluated->end_date().SerializeAsString(), before.end_date().SerializeAsString());
  EXPECT_EQ(evaluated->history_size(), before.history_size());
  EXPECT_EQ(ledger::DayOf(evaluated->evaluation_date()), ledger::DayOf(Day(14)));
  EXPECT_EQ(desk.LastEvent().kind(), "MeasureEvaluated");
  EXPECT_EQ(desk.LastEvent().level(), "CLIENT_STOP");
}

TEST_F(EvaluationTest, TheEndOfAWarningRaisesAFlag) {
  Impose(LEVEL_FORMAL_WARNING);
  PassDays(181);
  RunDeadlines();
  EXPECT_FALSE(StandingFor().evaluation_due());
  PassDays(1);
  RunDeadlines();
  EXPECT_TRUE(StandingFor().evaluation_due());
  EXPECT_EQ(StandingFor().level(), LEVEL_FORMAL_WARNING);
}

TEST_F(EvaluationTest, PastItsEndAMeasureKeepsADayOnWhichItIsLookedAt) {
  Impose(LEVEL_FORMAL_WARNING);
  PassDays(182);
  RunDeadlines();
  EXPECT_THAT(FieldFaults(Evaluate(dec).status()), ElementsAre("evaluation_date: EVALUATION_DATE_REQUIRED"));
  v1::RecordEvaluationRequest request = Evaluation();
  *request.mutable_evaluation_date() = Day(0);
  EXPECT_THAT(FieldFaults(desk.Run(&RecordEvaluation, request, dec).status()),
              ElementsAre("evaluation_date: EVALUATION_NOT_AHEAD"));
  *request.mutable_evaluation_date() = Day(21);
  ASSERT_THAT(desk.Run(&RecordEvaluation, request, dec), IsOk());
  PassDays(21);
  RunDeadlines();
  EXPECT_TRUE(StandingFor().evaluation_due());
}

TEST_F(EvaluationTest, OnlyARunningMeasureIsEvaluated) {
  EXPECT_THAT(Evaluate(dec), ReasonIs("STANDING_NOT_FOUND"));
  Provisional();
  EXPECT_THAT(Evaluate(dec), ReasonIs("ACUTE_CASE_OPEN"));
  ASSERT_THAT(DoFor(&LiftProvisional, CaseOf("assen"), dec), IsOk());
  EXPECT_THAT(Evaluate(dec), ReasonIs("NO_MEASURE"));
}

TEST_F(EvaluationTest, AnEndedContractIsNotEvaluated) {
  Impose(LEVEL_CONTRACT_TERMINATION);
  EXPECT_FALSE(StandingFor().has_evaluation_date());
  EXPECT_THAT(Evaluate(dec), ReasonIs("LEVEL_TERMINAL"));
}

}  // namespace
}  // namespace waarborg::escalation
