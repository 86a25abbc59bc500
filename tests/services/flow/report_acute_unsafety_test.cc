#include "services/flow/report_acute_unsafety.h"

#include "services/assessment/commands.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {
namespace {

using assessment::v1::Assessment;
using escalation::v1::AcuteCase;

constexpr char kDanger[] = "danger: 'No supervision at night.' persons: 'Six residents.' ";

absl::StatusOr<Assessment> Report(Scene& scene, const std::string& name, const call::Caller& caller,
                                  const std::string& bodies) {
  return scene.desk.Run(&flow::ReportAcuteUnsafety,
                        About<assessment::v1::ReportAcuteUnsafetyRequest>(name, kDanger + bodies), caller);
}

TEST(AcuteUnsafety, SeenDuringAVisitRaisesACaseForEachBodyInTheSameCommit) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFieldwork);
  const auto noted =
      Report(scene, name, scene.tm, "commissioning_bodies: 'assen' commissioning_bodies: 'tynaarlo'");
  ASSERT_THAT(noted, IsOk());
  EXPECT_EQ(noted->state(), assessment::kFieldwork);
  ASSERT_EQ(noted->acute_cases_size(), 2);
  for (const std::string& each : noted->acute_cases()) {
    const auto parsed = escalation::AcuteCaseName::Parse(each);
    ASSERT_THAT(parsed, IsOk());
    const auto acute = escalation::Load(*scene.desk.store->Read(), *parsed);
    ASSERT_THAT(acute, IsOk());
    EXPECT_EQ(acute->state(), AcuteCase::STATE_RAISED);
    EXPECT_EQ(acute->assessment(), name);
    EXPECT_EQ(acute->danger(), "No supervision at night.");
    EXPECT_EQ(acute->legal_basis(), registry::v1::LEGAL_BASIS_CONTRACT);
  }
  const std::vector<audit::v1::Event> events = scene.desk.Events();
  EXPECT_EQ(events[events.size() - 3].kind(), "AcuteUnsafetySeen");
  EXPECT_EQ(events[events.size() - 3].resource(), name);
}

TEST(AcuteUnsafety, ForABodyThatIsNotInTheRegionLeavesNothingBehind) {
  Scene scene;
  const std::string name = scene.Create();
  scene.Take(name, assessment::kFieldwork);
  const std::size_t events = scene.desk.Events().size();
  EXPECT_THAT(Report(scene, name, scene.tm, "commissioning_bodies: 'assen' commissioning_bodies: 'paris'"),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(scene.Get(name).acute_cases_size(), 0);
  EXPECT_EQ(scene.desk.Events().size(), events);
}

TEST(AcuteUnsafety, IsReportedByTheTeamDuringFieldwork) {
  Scene scene;
  const std::string name = scene.Create();
  EXPECT_THAT(Report(scene, name, scene.tm, "commissioning_bodies: 'assen'"), ReasonIs("ILLEGAL_TRANSITION"));
  scene.Take(name, assessment::kFieldwork);
  EXPECT_THAT(Report(scene, name, scene.farmer, "commissioning_bodies: 'assen'"),
              ReasonIs("ROLE_NOT_ALLOWED"));
  EXPECT_THAT(Report(scene, name, scene.qm, "commissioning_bodies: 'assen'"), IsOk());
}

}  // namespace
}  // namespace waarborg::testing
