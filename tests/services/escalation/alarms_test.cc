// The acute path raises its tasks, and keeps its time whatever the server and the clock do.

#include "services/task/changes.h"
#include "services/task/deadlines.h"
#include "services/task/keeping.h"
#include "tests/services/escalation/ladder_desk.h"

namespace waarborg::escalation {
namespace {

using task::v1::Task;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

class AlarmsTest : public LadderDesk {
 protected:
  AlarmsTest() {
    desk.epilogue = [](ledger::UnitOfWork& unit) { return task::KeepTasks(unit, Deadlines()); };
  }

  void RunAll() {
    std::vector<ledger::DeadlineRule> rules = Deadlines();
    rules.insert(rules.end(), task::Deadlines().begin(), task::Deadlines().end());
    ASSERT_THAT(desk.RunDeadlines(rules), IsOk());
  }

  // A measure imposed at that hour lapses after `length`, and not a second before.
  void ExpectToLast(absl::CivilHour start, absl::Duration length) {
    desk.clock.Set(absl::FromCivil(start, ledger::LocalZone()));
    const std::string name = Provisional();
    desk.clock.Advance(length - absl::Seconds(1));
    RunAll();
    EXPECT_EQ(CaseAt(name).state(), v1::AcuteCase::STATE_PROVISIONAL);
    desk.clock.Advance(absl::Seconds(1));
    RunAll();
    EXPECT_EQ(CaseAt(name).state(), v1::AcuteCase::STATE_LAPSED);
  }

  // What is asked about the case now, and of whom.
  std::vector<std::pair<int, int>> Asked(const std::string& name) {
    std::vector<std::pair<int, int>> asked;
    const std::vector<Task> open = task::OpenTasksAbout(*desk.store->Read(), "nmd", name).value();
    for (const Task& each : open) {
      asked.emplace_back(each.kind(), each.role());
    }
    return asked;
  }
};

TEST_F(AlarmsTest, AProvisionalMeasureAsksToBeHeardAndRatified) {
  const std::string name = Provisional();
  EXPECT_THAT(
      Asked(name),
      UnorderedElementsAre(std::pair<int, int>(Task::KIND_RATIFY_MEASURE, team::v1::ROLE_DECISION_MAKER),
                           std::pair<int, int>(Task::KIND_HEAR_AFTERWARDS, team::v1::ROLE_QUALITY_MANAGER)));
  ASSERT_THAT(Hear(name, provider_user), IsOk());
  ASSERT_THAT(AnswerAcute(name), IsOk());
  ASSERT_THAT(Ratify(name, dec2), IsOk());
  EXPECT_THAT(Asked(name), IsEmpty());
}

TEST_F(AlarmsTest, ALapseAlarmsTheDecisionMakersAndTheAuditors) {
  const std::string name = Provisional();
  PassDays(8);
  RunAll();
  EXPECT_THAT(Asked(name), UnorderedElementsAre(
                               std::pair<int, int>(Task::KIND_MEASURE_LAPSED, team::v1::ROLE_DECISION_MAKER),
                               std::pair<int, int>(Task::KIND_MEASURE_LAPSED, team::v1::ROLE_AUDITOR)));
}

TEST_F(AlarmsTest, AnEvaluationIsAskedOnItsDayUntilItWasDone) {
  Impose(LEVEL_CLIENT_STOP);
  const std::string standing = std::string(kEscalation) + "/standings/assen";
  EXPECT_THAT(Asked(standing), IsEmpty());
  PassDays(42);
  RunAll();
  EXPECT_THAT(Asked(standing), UnorderedElementsAre(std::pair<int, int>(Task::KIND_EVALUATE_MEASURE,
                                                                        team::v1::ROLE_DECISION_MAKER)));
  v1::RecordEvaluationRequest request;
  request.set_name(standing);
  request.set_reason("Het rooster klopt nog niet.");
  ASSERT_THAT(desk.Run(&RecordEvaluation, request, dec), IsOk());
  EXPECT_THAT(Asked(standing), IsEmpty());
}

TEST_F(AlarmsTest, AfterAMonthOfStandstillItLapsesOnce) {
  const std::string name = Provisional();
  PassDays(37);
  RunAll();
  RunAll();
  EXPECT_EQ(CaseAt(name).state(), v1::AcuteCase::STATE_LAPSED);
  int lapses = 0;
  for (const audit::v1::Event& event : desk.Events()) lapses += event.kind() == "ProvisionalLapsed" ? 1 : 0;
  EXPECT_EQ(lapses, 1);
  EXPECT_EQ(Asked(name).size(), 2U);
}

// Seven days to the same clock time are an hour shorter in spring.
TEST_F(AlarmsTest, SevenDaysEndAtTheSameClockTimeOverTheChangeInSpring) {
  ExpectToLast(absl::CivilHour(2026, 3, 26, 14), absl::Hours(24 * 7 - 1));
}

TEST_F(AlarmsTest, SevenDaysEndAtTheSameClockTimeOverTheChangeInAutumn) {
  ExpectToLast(absl::CivilHour(2026, 10, 21, 14), absl::Hours(24 * 7 + 1));
}

}  // namespace
}  // namespace waarborg::escalation
