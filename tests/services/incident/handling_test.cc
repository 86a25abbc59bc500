// From triage to the end.

#include "services/incident/names.h"
#include "services/incident/records.h"
#include "tests/services/incident/mail_room.h"

namespace waarborg::incident {
namespace {

class HandlingTest : public MailRoom {};

TEST_F(HandlingTest, TriageAnswersTheThreeTests) {
  WalkToReceived();
  const IncidentOr incident = Triage();
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->state(), Incident::STATE_TRIAGED);
  EXPECT_EQ(incident->triage().unexpected(), v1::Triage::ANSWER_YES);
  EXPECT_EQ(incident->triage().seriously_harmful(), v1::Triage::ANSWER_IN_DOUBT);
  EXPECT_EQ(incident->triage().linked_to_quality(), v1::Triage::ANSWER_NO);
  EXPECT_EQ(incident->triage().author(), manager.member);
  EXPECT_EQ(desk.LastEvent().kind(), "IncidentTriaged");
  EXPECT_EQ(desk.LastEvent().reason(), "Opname");
}

TEST_F(HandlingTest, TriageNeedsAllAnswers) {
  WalkToReceived();
  const auto request = About<v1::TriageIncidentRequest>("triage { unexpected: ANSWER_YES }");
  EXPECT_THAT(FieldFaults(desk.Run(&flow::TriageIncident, request, manager).status()),
              ElementsAre("triage.seriously_harmful: REQUIRED", "triage.linked_to_quality: REQUIRED",
                          "triage.severity: REQUIRED"));
}

TEST_F(HandlingTest, ACorrectedKindIsHeldAgainstTheStatutoryClock) {
  v1::SubmitIncidentRequest request = Submission();
  *request.mutable_report() = Report(Incident::KIND_INCIDENT);
  *request.mutable_report()->mutable_occurrence_time() =
      ledger::Stamp(desk.clock.Now() - absl::Hours(24 * 30));
  ASSERT_THAT(Submit(request, machine), IsOk());
  EXPECT_FALSE(Stored().has_timeliness());
  const IncidentOr corrected = Triage("kind: KIND_CALAMITY");
  ASSERT_THAT(corrected, IsOk());
  EXPECT_EQ(corrected->kind(), Incident::KIND_CALAMITY);
  EXPECT_EQ(corrected->reported_kind(), Incident::KIND_INCIDENT);
  EXPECT_TRUE(corrected->timeliness().late());
}

TEST_F(HandlingTest, ACalamityThatTurnsOutToBeLessHasNoClock) {
  WalkToReceived();
  EXPECT_TRUE(Stored().has_timeliness());
  EXPECT_FALSE(Triage("kind: KIND_SIGNAL")->has_timeliness());
}

TEST_F(HandlingTest, WhatIsNotForUsIsForwardedWithProof) {
  WalkToTriaged();
  EXPECT_THAT(FieldFaults(Do(&ForwardIncident, "forwarding { authority: 'IGJ' }").status()),
              ElementsAre("forwarding.proof: REQUIRED"));
  const IncidentOr incident = Do(&ForwardIncident, "forwarding { authority: 'IGJ' proof: 'Ontvangst 12' }");
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->state(), Incident::STATE_FORWARDED);
  EXPECT_EQ(incident->forwarding().authority(), "IGJ");
  EXPECT_EQ(incident->forwarding().author(), manager.member);
}

TEST_F(HandlingTest, TheProviderGetsSixWeeksToInquireOrTheDayThatIsSet) {
  WalkToInquiry();
  EXPECT_EQ(LastDayOf(Stored().inquiry().due_time()), absl::CivilDay(2025, 7, 14));
  EXPECT_EQ(Stored().inquiry().question(), "Hoe kon dit?");
}

TEST_F(HandlingTest, ADayThatHasPassedIsNoTerm) {
  WalkToTriaged();
  EXPECT_THAT(FieldFaults(AskInquiry("due_date { year: 2025 month: 6 day: 1 }").status()),
              ElementsAre("due_date: DUE_DATE_IN_PAST"));
  const IncidentOr incident = AskInquiry("due_date { year: 2025 month: 6 day: 2 }");
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(LastDayOf(incident->inquiry().due_time()), absl::CivilDay(2025, 6, 2));
}

TEST_F(HandlingTest, TheProviderDeliversItsReport) {
  WalkToInquiry();
  const IncidentOr incident = Deliver(provider_user);
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->state(), Incident::STATE_REPORT_IN);
  ASSERT_EQ(incident->reports_size(), 1);
  EXPECT_EQ(incident->reports(0).cause_analysis(), "Gladde trap");
  EXPECT_TRUE(incident->reports(0).client_involved());
  EXPECT_FALSE(incident->reports(0).professional_involved());
  EXPECT_EQ(incident->reports(0).author(), provider_user.member);
}

TEST_F(HandlingTest, OrTheQualityManagerDoesFromADocument) {
  WalkToInquiry();
  EXPECT_THAT(FieldFaults(Deliver(manager).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_REQUIRED"));
  const std::string letter = "on_behalf_of_provider { document: 'Brief' date { year: 2025 month: 6 day: ";
  EXPECT_THAT(FieldFaults(Deliver(manager, letter + "3 } }").status()),
              ElementsAre("on_behalf_of_provider.date: DATE_IN_FUTURE"));
  EXPECT_THAT(FieldFaults(Deliver(provider_user, letter + "2 } }").status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_NOT_ALLOWED"));
  const IncidentOr incident = Deliver(manager, letter + "2 } }");
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->reports(0).on_behalf_of_provider().document(), "Brief");
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), kProvider);
}

TEST_F(HandlingTest, AnotherProviderDeliversNothing) {
  WalkToInquiry();
  EXPECT_THAT(Deliver(other_provider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(HandlingTest, AnInsufficientReportGoesBackAndIsCounted) {
  WalkToReportIn();
  desk.clock.Advance(absl::Hours(24 * 7));
  const IncidentOr incident = FindInsufficient();
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->state(), Incident::STATE_PROVIDER_INQUIRY);
  EXPECT_EQ(incident->insufficient_count(), 1);
  EXPECT_EQ(incident->reports(0).insufficient_reason(), "Geen oorzaak");
  EXPECT_EQ(LastDayOf(incident->inquiry().due_time()), absl::CivilDay(2025, 7, 21));
  ASSERT_THAT(Deliver(provider_user), IsOk());
  EXPECT_EQ(Stored().reports_size(), 2);
  EXPECT_EQ(Stored().reports(1).insufficient_reason(), "");
}

TEST_F(HandlingTest, AnOwnInquiryMayFollowTriageOrReport) {
  WalkToTriaged();
  EXPECT_EQ(Do(&StartOwnInquiry)->state(), Incident::STATE_OWN_INQUIRY);
  EXPECT_EQ(Stored().own_inquiry().reason(), "x");
  EXPECT_EQ(Conclude()->state(), Incident::STATE_CONCLUDED);
  EXPECT_EQ(Do(&ReopenIncident, "new_facts: 'Getuige'")->state(), Incident::STATE_TRIAGED);
  ASSERT_THAT(AskInquiry(), IsOk());
  ASSERT_THAT(Deliver(provider_user), IsOk());
  EXPECT_EQ(Do(&StartOwnInquiry)->state(), Incident::STATE_OWN_INQUIRY);
}

TEST_F(HandlingTest, AConclusionHasLessonsAndIsClosed) {
  WalkToReportIn();
  const IncidentOr incident = Conclude();
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->conclusion().text(), "Vermijdbaar");
  EXPECT_EQ(incident->conclusion().lessons(), "Trappen nalopen");
  EXPECT_FALSE(incident->conclusion().registered_only());
  EXPECT_EQ(Do(&CloseIncident)->state(), Incident::STATE_CLOSED);
}

TEST_F(HandlingTest, RegisteringOnlyConcludesWithoutInquiry) {
  WalkToTriaged();
  const IncidentOr incident = Do(&RegisterOnly);
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->state(), Incident::STATE_CONCLUDED);
  EXPECT_TRUE(incident->conclusion().registered_only());
}

TEST_F(HandlingTest, NewFactsReopenWhatIsConcludedOrClosed) {
  WalkToConcluded();
  EXPECT_EQ(Do(&ReopenIncident, "new_facts: 'Getuige'")->state(), Incident::STATE_TRIAGED);
  ASSERT_THAT(Do(&RegisterOnly), IsOk());
  ASSERT_THAT(Do(&CloseIncident), IsOk());
  EXPECT_EQ(Do(&ReopenIncident, "new_facts: 'Film'")->state(), Incident::STATE_TRIAGED);
  ASSERT_EQ(Stored().reopenings_size(), 2);
  EXPECT_EQ(Stored().reopenings(1).new_facts(), "Film");
}

TEST_F(HandlingTest, AReporterTakesAReportBackAndItIsKept) {
  WalkToTriaged();
  const IncidentOr incident = Do(&WithdrawIncident);
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->state(), Incident::STATE_WITHDRAWN);
  EXPECT_EQ(incident->summary(), "Val van de trap");
  EXPECT_THAT(Triage(), ReasonIs("ILLEGAL_TRANSITION"));
}

TEST_F(HandlingTest, TwoReportsOfOneEventAreAPersonsJudgement) {
  WalkToReceived();
  ASSERT_THAT(Submit(Submission("melding-2"), machine), IsOk());
  const std::string original = "reason: 'Zelfde val' duplicate_of: 'regions/nmd/incidents/melding-";
  EXPECT_THAT(Do(&MarkDuplicate, original + "1'"), ReasonIs("DUPLICATE_OF_ITSELF"));
  EXPECT_THAT(Do(&MarkDuplicate, original + "3'"), ReasonIs("INCIDENT_NOT_FOUND"));
  const IncidentOr incident = Do(&MarkDuplicate, original + "2'");
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->state(), Incident::STATE_DUPLICATE);
  EXPECT_EQ(incident->duplicate_of(), "regions/nmd/incidents/melding-2");
  EXPECT_EQ(incident->description(), Report().description());
}

TEST_F(HandlingTest, ADuplicateGoesOnInAReportThatGoesOn) {
  WalkToReceived();
  ASSERT_THAT(Submit(Submission("melding-2"), machine), IsOk());
  ASSERT_THAT(Submit(Submission("melding-3"), machine), IsOk());
  ASSERT_THAT(Do(&MarkDuplicate, "reason: 'x' duplicate_of: 'regions/nmd/incidents/melding-2'"), IsOk());
  auto onto_duplicate = About<v1::MarkDuplicateRequest>("reason: 'x'");
  onto_duplicate.set_name("regions/nmd/incidents/melding-3");
  onto_duplicate.set_duplicate_of(kIncident);
  EXPECT_THAT(desk.Run(&MarkDuplicate, onto_duplicate, manager), ReasonIs("ORIGINAL_HAS_ENDED"));
}

TEST_F(HandlingTest, ReportsAboutTwoProvidersAreNotOneEvent) {
  WalkToReceived();
  v1::SubmitIncidentRequest other = Submission("melding-2");
  other.mutable_report()->set_provider(kOtherProvider);
  ASSERT_THAT(Submit(other, machine), IsOk());
  EXPECT_THAT(Do(&MarkDuplicate, "reason: 'x' duplicate_of: 'regions/nmd/incidents/melding-2'"),
              ReasonIs("ORIGINAL_OF_OTHER_PROVIDER"));
}

TEST_F(HandlingTest, AStaleEtagIsRefused) {
  WalkToReceived();
  const std::string etag = Stored().etag();
  ASSERT_THAT(Triage("etag: '" + etag + "'"), IsOk());
  EXPECT_THAT(Do(&RegisterOnly, "reason: 'x' etag: '" + etag + "'"), ReasonIs("ETAG_MISMATCH"));
}

TEST_F(HandlingTest, OnlyWhatTheStateAllowsIsDone) {
  WalkToReceived();
  EXPECT_THAT(Conclude(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("ILLEGAL_TRANSITION")));
  EXPECT_THAT(Do(&CloseIncident), ReasonIs("ILLEGAL_TRANSITION"));
  EXPECT_THAT(Deliver(manager), ReasonIs("ILLEGAL_TRANSITION"));
}

}  // namespace
}  // namespace waarborg::incident
