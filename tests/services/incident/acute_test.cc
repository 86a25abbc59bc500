// What crosses nouns: acute triage opens the acute path of the ladder, and a conclusion links to other cases.

#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "tests/services/incident/mail_room.h"

namespace waarborg::incident {
namespace {

constexpr char kAcute[] =
    "acute { danger: 'Geen toezicht' persons: 'Zes bewoners' legal_basis: LEGAL_BASIS_CONTRACT "
    "commissioning_bodies: 'assen' commissioning_bodies: 'tynaarlo' }";

class AcuteTest : public MailRoom {
 protected:
  IncidentOr TriageAs(const std::string& severity, const std::string& more) {
    return desk.Run(
        &flow::TriageIncident,
        About<v1::TriageIncidentRequest>("triage { unexpected: ANSWER_YES seriously_harmful: ANSWER_YES "
                                         "linked_to_quality: ANSWER_YES severity: " +
                                         severity + " } " + more),
        manager);
  }

  void PutAssessment(const std::string& name, const std::string& provider) {
    assessment::v1::Assessment record;
    record.set_name(name);
    record.set_provider(provider);
    ASSERT_THAT(desk.Write([&](ledger::UnitOfWork& unit) {
      RETURN_IF_ERROR(
          unit.Put(assessment::kAssessments, assessment::AssessmentName::Parse(name)->Key(), record));
      unit.Record({.kind = "SceneSet", .resource = name});
      return absl::OkStatus();
    }),
                IsOk());
  }
};

TEST_F(AcuteTest, OpensACaseForEachBodyInTheSameCommit) {
  WalkToReceived();
  const std::size_t events = desk.Events().size();
  const IncidentOr incident = TriageAs("SEVERITY_ACUTE", kAcute);
  ASSERT_THAT(incident, IsOk());
  ASSERT_EQ(incident->acute_cases_size(), 2);
  for (const std::string& each : incident->acute_cases()) {
    const auto acute = escalation::Load(*desk.store->Read(), *escalation::AcuteCaseName::Parse(each));
    ASSERT_THAT(acute, IsOk());
    EXPECT_EQ(acute->state(), escalation::v1::AcuteCase::STATE_RAISED);
    EXPECT_EQ(acute->danger(), "Geen toezicht");
    EXPECT_EQ(acute->source(), kIncident);
  }
  EXPECT_EQ(desk.Events()[events].kind(), "IncidentTriaged");
  EXPECT_EQ(desk.Events().size(), events + 3);
}

TEST_F(AcuteTest, AnUnknownBodyLeavesNothingBehind) {
  WalkToReceived();
  const std::size_t events = desk.Events().size();
  EXPECT_THAT(TriageAs("SEVERITY_ACUTE",
                       "acute { danger: 'x' persons: 'y' legal_basis: LEGAL_BASIS_CONTRACT "
                       "commissioning_bodies: 'parijs' }"),
              StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_EQ(Stored().state(), Incident::STATE_RECEIVED);
  EXPECT_EQ(desk.Events().size(), events);
}

TEST_F(AcuteTest, AcuteAsksForTheDangerAndNothingElseDoes) {
  WalkToReceived();
  EXPECT_THAT(FieldFaults(TriageAs("SEVERITY_ACUTE", "").status()), ElementsAre("acute: ACUTE_REQUIRED"));
  EXPECT_THAT(FieldFaults(TriageAs("SEVERITY_LIMITED", kAcute).status()),
              ElementsAre("acute: ACUTE_NOT_ALLOWED"));
}

TEST_F(AcuteTest, ALegalBasisFitsTheProvider) {
  registry::v1::CreateProviderRequest relative;
  relative.set_parent("regions/nmd");
  relative.set_provider_id("naaste");
  relative.mutable_provider()->set_title("Naaste");
  relative.mutable_provider()->set_profile(framework::v1::PROFILE_PGB_NAASTE);
  relative.mutable_provider()->add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_GUIDANCE);
  ASSERT_THAT(desk.Run(&registry::CreateProvider, relative, manager), IsOk());
  v1::SubmitIncidentRequest report = Submission();
  report.mutable_report()->set_provider("regions/nmd/providers/naaste");
  ASSERT_THAT(Submit(report, machine), IsOk());
  EXPECT_THAT(TriageAs("SEVERITY_ACUTE", kAcute), ReasonIs("LEGAL_BASIS_NOT_FOR_PROFILE"));
  EXPECT_EQ(Stored().state(), Incident::STATE_RECEIVED);
}

TEST_F(AcuteTest, AConclusionLinksToCasesOfTheSameProvider) {
  WalkToReceived();
  const IncidentOr acute = TriageAs("SEVERITY_ACUTE", kAcute);
  ASSERT_THAT(acute, IsOk());
  ASSERT_THAT(Do(&StartOwnInquiry), IsOk());
  PutAssessment("regions/nmd/assessments/toets-1", kProvider);
  PutAssessment("regions/nmd/assessments/toets-2", kOtherProvider);
  const std::string own = "links: 'regions/nmd/assessments/toets-1' links: '" + acute->acute_cases(0) + "' ";
  EXPECT_THAT(FieldFaults(Conclude(own + "links: 'regions/nmd/assessments/toets-2' "
                                         "links: 'regions/nmd/improvementPlans/geen'")
                              .status()),
              ElementsAre("links[2]: LINK_OF_OTHER_PROVIDER", "links[3]: LINK_NOT_FOUND"));
  const IncidentOr incident = Conclude(own);
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->conclusion().links_size(), 2);
}

}  // namespace
}  // namespace waarborg::incident
