#ifndef WAARBORG_TESTS_SERVICES_INCIDENT_MAIL_ROOM_H_
#define WAARBORG_TESTS_SERVICES_INCIDENT_MAIL_ROOM_H_

// Where reports come in: the sample region with two providers, and verbs that walk a report to where a test
// begins. The day is Monday 2 June 2025, 09:00 in Amsterdam.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "google/protobuf/util/json_util.h"
#include "services/flow/conclude_incident.h"
#include "services/flow/triage_incident.h"
#include "services/incident/commands.h"
#include "services/incident/deadlines.h"
#include "services/incident/intake.h"
#include "services/incident/queries.h"
#include "services/incident/rules/envelope.h"
#include "services/incident/rules/lifecycle.h"
#include "services/ledger/time.h"
#include "services/registry/commands.h"
#include "tests/services/registry/sample_files.h"
#include "tests/support/desk.h"

namespace waarborg::incident {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using waarborg::testing::Desk;
using waarborg::testing::FieldFaults;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;
using waarborg::testing::StatusIs;

using v1::Incident;
using IncidentOr = absl::StatusOr<Incident>;
using ReceiptOr = absl::StatusOr<v1::IncidentReceipt>;

inline constexpr char kProvider[] = "regions/nmd/providers/zorgboerderij";
inline constexpr char kOtherProvider[] = "regions/nmd/providers/ander";
inline constexpr char kIncident[] = "regions/nmd/incidents/melding-1";

class MailRoom : public ::testing::Test {
 protected:
  MailRoom() {
    const call::Caller administrator =
        Desk::As("administrator", {team::v1::ROLE_ADMINISTRATOR}, "", "shared");
    EXPECT_THAT(
        desk.Run(&registry::CreateRegion,
                 waarborg::testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json"),
                 administrator),
        IsOk());
    for (const auto& [id, kvk_number] :
         {std::pair{"zorgboerderij", "12345678"}, std::pair{"ander", "87654321"}}) {
      registry::v1::CreateProviderRequest request;
      request.set_parent("regions/nmd");
      request.set_provider_id(id);
      registry::v1::Provider& provider = *request.mutable_provider();
      provider.set_title(id);
      provider.set_profile(framework::v1::PROFILE_ZIN);
      provider.set_kvk_number(kvk_number);
      provider.add_kinds_of_care(registry::v1::Provider::KIND_OF_CARE_GUIDANCE);
      EXPECT_THAT(desk.Run(&registry::CreateProvider, request, administrator), IsOk());
    }
  }

  // --- What is sent.
  [[nodiscard]] v1::IncidentReport Report(Incident::Kind kind = Incident::KIND_CALAMITY) const {
    v1::IncidentReport report;
    report.set_provider(kProvider);
    report.set_kind(kind);
    *report.mutable_occurrence_time() = ledger::Stamp(desk.clock.Now() - absl::Hours(1));
    report.set_summary("Val van de trap");
    report.set_description("Een bewoner viel van de trap en is naar het ziekenhuis gebracht.");
    return report;
  }

  [[nodiscard]] v1::SubmitIncidentRequest Submission(const std::string& id = "melding-1") const {
    v1::SubmitIncidentRequest request;
    request.set_parent("regions/nmd");
    request.set_incident_id(id);
    *request.mutable_report() = Report();
    return request;
  }

  [[nodiscard]] static v1::CloudEvent Event(const v1::IncidentReport& report, const std::string& id = "e-1") {
    v1::CloudEvent event;
    event.set_id(id);
    event.set_source("urn:nld:oin:00000001823288444000");
    event.set_spec_version("1.0");
    event.set_type(std::string(kIncidentReported));
    EXPECT_TRUE(google::protobuf::util::MessageToJsonString(report, event.mutable_text_data()).ok());
    return event;
  }

  [[nodiscard]] static v1::SubmitIncidentRequest Sent(const v1::CloudEvent& event) {
    v1::SubmitIncidentRequest request;
    request.set_parent("regions/nmd");
    *request.mutable_event() = event;
    return request;
  }

  // --- Verbs.
  ReceiptOr Submit(const v1::SubmitIncidentRequest& request, const call::Caller& caller,
                   const std::string& request_id = "") {
    return desk.Hand(incident::Submission(desk.ledger), request, caller, request_id);
  }
  ReceiptOr Submit() { return Submit(Submission(), machine); }

  // A request about kIncident, with more fields as text.
  template <class Request>
  static Request About(const std::string& more = "") {
    Request request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(more, &request)) << more;
    request.set_name(kIncident);
    return request;
  }

  IncidentOr Triage(const std::string& more = "") {
    return desk.Run(&flow::TriageIncident,
                    About<v1::TriageIncidentRequest>(
                        "triage { unexpected: ANSWER_YES seriously_harmful: ANSWER_IN_DOUBT "
                        "linked_to_quality: ANSWER_NO severity: SEVERITY_SERIOUS reason: 'Opname' } " +
                        more),
                    manager);
  }
  IncidentOr AskInquiry(const std::string& more = "") {
    return desk.Run(&AskProviderInquiry,
                    About<v1::AskProviderInquiryRequest>("question: 'Hoe kon dit?' " + more), manager);
  }
  IncidentOr Deliver(const call::Caller& caller, const std::string& more = "") {
    return desk.Run(
        &DeliverInquiryReport,
        About<v1::DeliverInquiryReportRequest>(
            "report { cause_analysis: 'Gladde trap' actions: 'Antislip' client_involved: true } " + more),
        caller);
  }
  IncidentOr FindInsufficient(const std::string& reason = "Geen oorzaak") {
    return desk.Run(&FindReportInsufficient,
                    About<v1::FindReportInsufficientRequest>("reason: '" + reason + "'"), manager);
  }
  IncidentOr Conclude(const std::string& more = "") {
    return desk.Run(
        &flow::ConcludeIncident,
        About<v1::ConcludeIncidentRequest>("conclusion: 'Vermijdbaar' lessons: 'Trappen nalopen' " + more),
        manager);
  }

  // One of the acts that take a reason and no more.
  template <class Request>
  IncidentOr Do(IncidentOr (*command)(ledger::UnitOfWork&, const Request&),
                const std::string& more = "reason: 'x'") {
    return desk.Run(command, About<Request>(more), manager);
  }

  IncidentOr Get(const call::Caller& caller, const std::string& name = kIncident) {
    v1::GetIncidentRequest request;
    request.set_name(name);
    return desk.Ask(&GetIncident, request, caller);
  }
  Incident Stored() { return Get(manager).value_or(Incident()); }

  absl::StatusOr<v1::IncidentReporter> GetReporter(const call::Caller& caller) {
    v1::GetIncidentReporterRequest request;
    request.set_name(kIncident);
    return desk.Ask(&GetIncidentReporter, request, caller);
  }

  // The ids of a list, in its order.
  std::vector<std::string> List(const call::Caller& caller, const std::string& more = "") {
    v1::ListIncidentsRequest request;
    EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(more, &request));
    request.set_parent("regions/nmd");
    const auto response = desk.Ask(&ListIncidents, request, caller);
    EXPECT_THAT(response, IsOk());
    std::vector<std::string> ids;
    if (!response.ok()) return ids;
    for (const Incident& incident : response->incidents()) {
      ids.push_back(incident.name().substr(incident.name().rfind('/') + 1));
    }
    return ids;
  }

  // --- Where a test begins.
  void WalkToReceived() { ASSERT_THAT(Submit(), IsOk()); }
  void WalkToTriaged() {
    WalkToReceived();
    ASSERT_THAT(Triage(), IsOk());
  }
  void WalkToInquiry() {
    WalkToTriaged();
    ASSERT_THAT(AskInquiry(), IsOk());
  }
  void WalkToReportIn() {
    WalkToInquiry();
    ASSERT_THAT(Deliver(provider_user), IsOk());
  }
  void WalkToConcluded() {
    WalkToReportIn();
    ASSERT_THAT(Conclude(), IsOk());
  }

  // The last day of a term that ends with the moment.
  static absl::CivilDay LastDayOf(const google::protobuf::Timestamp& due) {
    return ledger::Today(ledger::TimeOf(due) - absl::Seconds(1));
  }

  // Moves the clock to 09:00 in Amsterdam of the day and lets the timer run.
  int WaitUntil(absl::CivilDay day) {
    desk.clock.Set(ledger::EndOfDay(day - 1) + absl::Hours(9));
    const absl::StatusOr<int> fired = desk.RunDeadlines(Deadlines());
    EXPECT_THAT(fired, IsOk());
    return fired.value_or(-1);
  }

  Desk desk;
  const call::Caller machine = Desk::As("incident-client", {team::v1::ROLE_INCIDENT_CLIENT});
  const call::Caller other_machine = Desk::As("other-client", {team::v1::ROLE_INCIDENT_CLIENT});
  const call::Caller manager = Desk::As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER});
  const call::Caller auditor = Desk::As("auditor", {team::v1::ROLE_AUDITOR});
  const call::Caller provider_user = Desk::As("provider-user", {team::v1::ROLE_PROVIDER_USER}, kProvider);
  const call::Caller other_provider =
      Desk::As("provider-ander", {team::v1::ROLE_PROVIDER_USER}, kOtherProvider);
};

}  // namespace waarborg::incident

#endif  // WAARBORG_TESTS_SERVICES_INCIDENT_MAIL_ROOM_H_
