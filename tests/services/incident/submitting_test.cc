#include "services/incident/records.h"
#include "storage/schema.h"
#include "tests/services/incident/mail_room.h"

namespace waarborg::incident {
namespace {

class SubmittingTest : public MailRoom {
 protected:
  std::vector<std::string> FaultsOf(const v1::SubmitIncidentRequest& request) {
    return FieldFaults(Submit(request, manager).status());
  }
};

TEST_F(SubmittingTest, AReportIsReceivedAndAnsweredWithItsReceipt) {
  const ReceiptOr receipt = Submit();
  ASSERT_THAT(receipt, IsOk());
  EXPECT_EQ(receipt->incident(), kIncident);
  EXPECT_EQ(receipt->receipt_number(), "2025-000001");
  EXPECT_EQ(ledger::TimeOf(receipt->receive_time()), desk.clock.Now());
  EXPECT_EQ(receipt->payload_digest().size(), 64U);
  EXPECT_FALSE(receipt->timeliness().late());
  const Incident incident = Stored();
  EXPECT_EQ(incident.state(), Incident::STATE_RECEIVED);
  EXPECT_EQ(incident.provider(), kProvider);
  EXPECT_EQ(incident.kind(), Incident::KIND_CALAMITY);
  EXPECT_EQ(incident.receipt_number(), receipt->receipt_number());
  EXPECT_EQ(incident.author(), machine.member);
  EXPECT_EQ(incident.policy_version(), "regions/nmd/policyVersions/1");
  EXPECT_FALSE(incident.reported_by_provider());
  EXPECT_EQ(desk.LastEvent().kind(), "IncidentReceived");
  EXPECT_EQ(desk.LastEvent().provider(), kProvider);
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_INCIDENT_CLIENT);
}

TEST_F(SubmittingTest, ReceiptNumbersCountWithinTheYearWithoutGaps) {
  EXPECT_EQ(Submit(Submission("a"), machine)->receipt_number(), "2025-000001");
  EXPECT_THAT(Submit(Submission("a"), machine), ReasonIs("INCIDENT_EXISTS"));
  EXPECT_EQ(Submit(Submission("b"), machine)->receipt_number(), "2025-000002");
  // The year turns in Amsterdam.
  desk.clock.Set(ledger::EndOfDay(absl::CivilDay(2025, 12, 31)));
  EXPECT_EQ(Submit(Submission("c"), machine)->receipt_number(), "2026-000001");
}

TEST_F(SubmittingTest, LateIsShownAndNeverRefused) {
  v1::SubmitIncidentRequest request = Submission();
  // Known on Sunday 25 May: due at the end of Wednesday 28 May. Ascension Day and the Friday after it do not
  // count, nor does the weekend.
  *request.mutable_report()->mutable_occurrence_time() =
      ledger::Stamp(desk.clock.Now() - absl::Hours(24 * 8));
  const ReceiptOr receipt = Submit(request, machine);
  ASSERT_THAT(receipt, IsOk());
  EXPECT_TRUE(receipt->timeliness().late());
  EXPECT_EQ(receipt->timeliness().working_days_late(), 1);
  EXPECT_EQ(LastDayOf(receipt->timeliness().due_time()), absl::CivilDay(2025, 5, 28));
  EXPECT_TRUE(Stored().timeliness().late());
}

TEST_F(SubmittingTest, TheClockStartsWhenItBecameKnown) {
  v1::SubmitIncidentRequest request = Submission();
  *request.mutable_report()->mutable_occurrence_time() =
      ledger::Stamp(desk.clock.Now() - absl::Hours(24 * 60));
  *request.mutable_report()->mutable_knowledge_time() = ledger::Stamp(desk.clock.Now() - absl::Hours(1));
  EXPECT_FALSE(Submit(request, machine)->timeliness().late());
}

TEST_F(SubmittingTest, TheReporterIsKeptApart) {
  v1::SubmitIncidentRequest request = Submission();
  request.mutable_report()->mutable_reporter()->set_display_name("Mevrouw Vos");
  request.mutable_report()->mutable_reporter()->set_contact("06-1");
  ASSERT_THAT(Submit(request, machine), IsOk());
  EXPECT_THAT(Stored().DebugString(), Not(::testing::HasSubstr("Vos")));
  EXPECT_EQ(GetReporter(manager)->reporter().display_name(), "Mevrouw Vos");
  EXPECT_EQ(GetReporter(manager)->name(), std::string(kIncident) + "/reporter");
  // Nor does a leaf hold it: only its digest.
  const auto leaf = ledger::ReadLeaf(*desk.store->Read(), "nmd", desk.Events().size());
  ASSERT_TRUE(leaf.ok() && leaf->has_value());
  EXPECT_THAT(**leaf, ::testing::HasSubstr("/reporter"));
  EXPECT_THAT(**leaf, Not(::testing::HasSubstr("Vos")));
}

TEST_F(SubmittingTest, WithoutAReporterItIsAnonymous) {
  WalkToReceived();
  EXPECT_THAT(GetReporter(manager), ReasonIs("INCIDENT_REPORTER_NOT_FOUND"));
}

TEST_F(SubmittingTest, AProviderIsFoundByItsKvkNumber) {
  v1::SubmitIncidentRequest request = Submission();
  request.mutable_report()->clear_provider();
  request.mutable_report()->set_provider_kvk_number("12345678");
  ASSERT_THAT(Submit(request, machine), IsOk());
  EXPECT_EQ(Stored().provider(), kProvider);
  request = Submission("melding-2");
  request.mutable_report()->clear_provider();
  request.mutable_report()->set_provider_kvk_number("11223344");
  EXPECT_THAT(Submit(request, machine),
              AllOf(StatusIs(absl::StatusCode::kNotFound), ReasonIs("PROVIDER_NOT_FOUND")));
}

TEST_F(SubmittingTest, AnUnknownProviderIsNotFoundAndNothingIsKept) {
  v1::SubmitIncidentRequest request = Submission();
  request.mutable_report()->set_provider("regions/nmd/providers/niemand");
  const std::size_t events = desk.Events().size();
  EXPECT_THAT(Submit(request, machine), ReasonIs("PROVIDER_NOT_FOUND"));
  EXPECT_EQ(desk.Events().size(), events);
  EXPECT_EQ(Submit(Submission(), machine)->receipt_number(), "2025-000001");
}

TEST_F(SubmittingTest, AProviderReportsForItselfAndForNobodyElse) {
  ASSERT_THAT(Submit(Submission(), provider_user), IsOk());
  EXPECT_TRUE(Stored().reported_by_provider());
  EXPECT_THAT(Submit(Submission("melding-2"), other_provider), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(SubmittingTest, TheQualityManagerEntersAProvidersReportFromADocument) {
  v1::SubmitIncidentRequest request = Submission();
  request.mutable_on_behalf_of_provider()->set_document("Brief");
  *request.mutable_on_behalf_of_provider()->mutable_date() = ledger::DateOf(absl::CivilDay(2025, 6, 2));
  EXPECT_THAT(FieldFaults(Submit(request, machine).status()),
              ElementsAre("on_behalf_of_provider: ON_BEHALF_NOT_ALLOWED"));
  ASSERT_THAT(Submit(request, manager), IsOk());
  EXPECT_TRUE(Stored().reported_by_provider());
  EXPECT_EQ(desk.LastEvent().on_behalf_of(), kProvider);
}

TEST_F(SubmittingTest, EveryFaultIsToldAtOnce) {
  v1::SubmitIncidentRequest request = Submission();
  v1::IncidentReport& report = *request.mutable_report();
  report.set_provider_kvk_number("1234");
  *report.mutable_occurrence_time() = ledger::Stamp(desk.clock.Now() + absl::Hours(1));
  *report.mutable_knowledge_time() = ledger::Stamp(desk.clock.Now());
  report.set_description("Het gaat om 123456782.");
  EXPECT_THAT(FaultsOf(request), ElementsAre("report.provider: PROVIDER_OR_KVK_NUMBER",
                                             "report.provider_kvk_number: INVALID_KVK_NUMBER",
                                             "report.occurrence_time: INCIDENT_TIME_IN_FUTURE",
                                             "report.knowledge_time: KNOWN_BEFORE_IT_OCCURRED",
                                             "report.description: PERSONAL_NUMBER_IN_TEXT"));
}

TEST_F(SubmittingTest, ATimeBefore1900IsAMistake) {
  v1::SubmitIncidentRequest request = Submission();
  v1::IncidentReport& report = *request.mutable_report();
  report.mutable_occurrence_time()->set_seconds(-62'135'596'800);  // Year 1.
  *report.mutable_knowledge_time() =
      ledger::Stamp(absl::FromCivil(absl::CivilSecond(1899, 12, 31, 23, 59, 59), absl::UTCTimeZone()));
  EXPECT_THAT(FaultsOf(request), ElementsAre("report.occurrence_time: INCIDENT_TIME_TOO_EARLY",
                                             "report.knowledge_time: INCIDENT_TIME_TOO_EARLY"));
  report.clear_knowledge_time();
  *report.mutable_occurrence_time() =
      ledger::Stamp(absl::FromCivil(absl::CivilYear(1900), absl::UTCTimeZone()));
  EXPECT_THAT(Submit(request, manager), IsOk());
}

TEST_F(SubmittingTest, ShapeIsCheckedBeforeAnythingElse) {
  v1::SubmitIncidentRequest request = Submission();
  v1::IncidentReport& report = *request.mutable_report();
  report.clear_kind();
  report.set_summary("bel\x07");
  report.set_description(std::string(10 << 20, 'x'));
  EXPECT_THAT(FaultsOf(request), ElementsAre("report.kind: REQUIRED", "report.summary: CONTROL_CHARACTER",
                                             "report.description: TOO_LONG"));
}

TEST_F(SubmittingTest, AReportOrAnEventAndNotBoth) {
  v1::SubmitIncidentRequest request = Submission();
  *request.mutable_event() = Event(Report());
  EXPECT_THAT(FaultsOf(request), ElementsAre("report: REPORT_OR_EVENT"));
  request.clear_report();
  request.clear_event();
  EXPECT_THAT(FaultsOf(request), ElementsAre("report: REPORT_OR_EVENT"));
  request = Submission("Melding 1");
  EXPECT_THAT(FaultsOf(request), ElementsAre("incident_id: INVALID_ID"));
}

TEST_F(SubmittingTest, ALocationIsTheProvidersOwn) {
  v1::SubmitIncidentRequest request = Submission();
  request.mutable_report()->set_location("regions/nmd/providers/ander/locations/huis");
  EXPECT_THAT(FaultsOf(request), ElementsAre("location: LOCATION_OF_OTHER_PROVIDER"));
  request.mutable_report()->set_location("regions/nmd/providers/zorgboerderij/locations/huis");
  EXPECT_THAT(Submit(request, manager), ReasonIs("LOCATION_NOT_FOUND"));
}

TEST_F(SubmittingTest, TheSameRequestAgainGivesTheFirstReceipt) {
  v1::SubmitIncidentRequest request = Submission("");
  const ReceiptOr first = Submit(request, manager, "r-1");
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(Submit(request, manager, "r-1")->incident(), first->incident());
  request.mutable_report()->set_summary("Anders");
  EXPECT_THAT(Submit(request, manager, "r-1"), ReasonIs("REQUEST_ID_REUSED"));
}

}  // namespace
}  // namespace waarborg::incident
