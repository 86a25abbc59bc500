#include "services/incident/visibility.h"

#include "tests/services/incident/mail_room.h"

namespace waarborg::incident {
namespace {

class VisibilityTest : public MailRoom {};

TEST_F(VisibilityTest, AMachineReadsBackItsOwnReportsOnly) {
  WalkToTriaged();
  const IncidentOr own = Get(machine);
  ASSERT_THAT(own, IsOk());
  EXPECT_EQ(own->state(), Incident::STATE_TRIAGED);
  EXPECT_EQ(own->summary(), "Val van de trap");
  EXPECT_EQ(own->receipt_number(), "2025-000001");
  EXPECT_FALSE(own->has_triage());
  EXPECT_THAT(Get(other_machine),
              AllOf(StatusIs(absl::StatusCode::kNotFound), ReasonIs("INCIDENT_NOT_FOUND")));
}

TEST_F(VisibilityTest, AProviderDoesNotLearnOfAReportByAnother) {
  WalkToTriaged();
  EXPECT_THAT(Get(provider_user), ReasonIs("INCIDENT_NOT_FOUND"));
  EXPECT_THAT(Get(other_provider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(VisibilityTest, AskedToInquireItSeesTheQuestionAndNotTheWordsOfTheReporter) {
  WalkToReportIn();
  const IncidentOr shown = Get(provider_user);
  ASSERT_THAT(shown, IsOk());
  EXPECT_EQ(shown->inquiry().question(), "Hoe kon dit?");
  EXPECT_EQ(shown->reports_size(), 1);
  EXPECT_TRUE(shown->has_occurrence_time());
  EXPECT_EQ(shown->summary(), "");
  EXPECT_EQ(shown->description(), "");
  EXPECT_EQ(shown->event_source(), "");
  EXPECT_EQ(shown->author(), "");
  EXPECT_FALSE(shown->has_triage());
}

TEST_F(VisibilityTest, AProviderSeesItsOwnReportWhole) {
  ASSERT_THAT(Submit(Submission(), provider_user), IsOk());
  ASSERT_THAT(Triage(), IsOk());
  const IncidentOr shown = Get(provider_user);
  ASSERT_THAT(shown, IsOk());
  EXPECT_EQ(shown->description(), Report().description());
  EXPECT_TRUE(shown->has_timeliness());
  EXPECT_FALSE(shown->has_triage());
}

TEST_F(VisibilityTest, WhatAProviderGetsBackFromItsOwnActIsNoMoreThanItMaySee) {
  WalkToInquiry();
  const IncidentOr answer = Deliver(provider_user);
  ASSERT_THAT(answer, IsOk());
  EXPECT_EQ(answer->description(), "");
  EXPECT_EQ(Stored().description(), Report().description());
}

TEST_F(VisibilityTest, TeamAndAuditorSeeAll) {
  WalkToTriaged();
  EXPECT_TRUE(Get(manager)->has_triage());
  EXPECT_TRUE(Get(auditor)->has_triage());
}

TEST_F(VisibilityTest, WhoAlsoHoldsAnotherRoleIsNoMereMachine) {
  WalkToReceived();
  const call::Caller both =
      Desk::As("beheer", {team::v1::ROLE_INCIDENT_CLIENT, team::v1::ROLE_QUALITY_MANAGER});
  EXPECT_TRUE(IsVisible(both, Stored()));
  EXPECT_FALSE(ActsOnlyAs(both, team::v1::ROLE_INCIDENT_CLIENT));
}

}  // namespace
}  // namespace waarborg::incident
