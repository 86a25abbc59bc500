// Reports in CloudEvents: read, and known again by source, id and digest.

#include "services/rules/sha256.h"
#include "tests/services/incident/mail_room.h"

namespace waarborg::incident {
namespace {

class EventTest : public MailRoom {
 protected:
  ReceiptOr Send(const v1::CloudEvent& event) { return Submit(Sent(event), machine); }
  std::vector<std::string> FaultsOf(const v1::CloudEvent& event) { return FieldFaults(Send(event).status()); }

  static void SetType(const std::string& content_type, v1::CloudEvent& event) {
    (*event.mutable_attributes())["datacontenttype"].set_ce_string(content_type);
  }
};

TEST_F(EventTest, AnEventBecomesAReportWithItsOrigin) {
  v1::CloudEvent event = Event(Report());
  *(*event.mutable_attributes())["time"].mutable_ce_timestamp() = ledger::Stamp(desk.clock.Now());
  (*event.mutable_attributes())["dataref"].set_ce_uri("https://zorg.example/dossier/1");
  const ReceiptOr receipt = Send(event);
  ASSERT_THAT(receipt, IsOk());
  const IncidentOr incident = Get(manager, receipt->incident());
  ASSERT_THAT(incident, IsOk());
  EXPECT_EQ(incident->event_source(), event.source());
  EXPECT_EQ(incident->event_id(), "e-1");
  EXPECT_EQ(incident->data_ref(), "https://zorg.example/dossier/1");
  EXPECT_EQ(ledger::TimeOf(incident->log_time()), desk.clock.Now());
  EXPECT_EQ(incident->summary(), "Val van de trap");
  EXPECT_EQ(receipt->payload_digest(),
            rules::ToHex(rules::Sha256(event.text_data() + "https://zorg.example/dossier/1")));
}

TEST_F(EventTest, DataIsReadInEveryFormThatTheFormatHas) {
  v1::CloudEvent json = Event(Report(), "json");
  v1::CloudEvent json_bytes = Event(Report(), "json-bytes");
  json_bytes.set_binary_data(json.text_data());
  SetType("application/json; charset=utf-8", json_bytes);
  v1::CloudEvent bytes = Event(Report(), "bytes");
  bytes.set_binary_data(Report().SerializeAsString());
  SetType("application/protobuf", bytes);
  v1::CloudEvent message = Event(Report(), "message");
  message.mutable_proto_data()->PackFrom(Report());
  for (const v1::CloudEvent& event : {json, json_bytes, bytes, message}) {
    const ReceiptOr receipt = Send(event);
    ASSERT_THAT(receipt, IsOk()) << event.id();
    EXPECT_EQ(Get(manager, receipt->incident())->summary(), "Val van de trap") << event.id();
  }
}

// The CloudEvents protobuf format by its field numbers alone: id 1, source 2, spec_version 3, type 4,
// attributes 5 (a map from text to a value whose text is field 3), text_data 7.
TEST_F(EventTest, TheCloudEventsProtobufFormatIsTakenAsItIs) {
  const auto text = [](int field, const std::string& value) {
    std::string bytes(1, static_cast<char>((field << 3) | 2));
    for (std::size_t rest = value.size(); true; rest >>= 7) {
      bytes.push_back(static_cast<char>((rest & 0x7F) | (rest > 0x7F ? 0x80 : 0)));
      if (rest <= 0x7F) break;
    }
    return bytes + value;
  };
  const v1::CloudEvent model = Event(Report());
  const std::string wire = text(1, "e-9") + text(2, model.source()) + text(3, "1.0") + text(4, model.type()) +
                           text(5, text(1, "datacontenttype") + text(2, text(3, "application/json"))) +
                           text(7, model.text_data());
  v1::CloudEvent event;
  ASSERT_TRUE(event.ParseFromString(wire));
  const ReceiptOr receipt = Send(event);
  ASSERT_THAT(receipt, IsOk());
  EXPECT_EQ(Get(manager, receipt->incident())->event_id(), "e-9");
}

TEST_F(EventTest, TheSameAgainGivesTheFirstReceiptAndChangesNothing) {
  const ReceiptOr first = Send(Event(Report()));
  ASSERT_THAT(first, IsOk());
  const std::size_t events = desk.Events().size();
  const v1::CloudEvent again = Event(Report());
  desk.clock.Advance(absl::Hours(24 * 400));
  const ReceiptOr second = Send(again);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->SerializeAsString(), first->SerializeAsString());
  EXPECT_EQ(desk.Events().size(), events);
}

TEST_F(EventTest, TheSameIdWithOtherContentIsRefusedWithBothDigests) {
  const ReceiptOr first = Send(Event(Report()));
  ASSERT_THAT(first, IsOk());
  v1::IncidentReport other = Report();
  other.set_summary("Iets anders");
  const ReceiptOr second = Send(Event(other));
  EXPECT_THAT(second,
              AllOf(StatusIs(absl::StatusCode::kAlreadyExists), ReasonIs("INCIDENT_CONTENT_DIFFERS")));
  google::rpc::ErrorInfo info;
  const google::rpc::Status details = call::DetailsOf(second.status());
  for (const auto& detail : details.details()) {
    if (detail.UnpackTo(&info)) break;
  }
  EXPECT_EQ(info.metadata().at("first_digest"), first->payload_digest());
  EXPECT_EQ(info.metadata().at("digest"), rules::ToHex(rules::Sha256(Event(other).text_data())));
  EXPECT_EQ(info.metadata().at("incident"), first->incident());
}

TEST_F(EventTest, AnotherDatarefIsOtherContent) {
  ASSERT_THAT(Send(Event(Report())), IsOk());
  v1::CloudEvent event = Event(Report());
  (*event.mutable_attributes())["dataref"].set_ce_uri("https://zorg.example/2");
  EXPECT_THAT(Send(event), ReasonIs("INCIDENT_CONTENT_DIFFERS"));
}

TEST_F(EventTest, AnIdIsUniqueWithinItsSourceOnly) {
  const ReceiptOr first = Send(Event(Report()));
  v1::CloudEvent event = Event(Report());
  event.set_source("urn:nld:kvknr:12345678");
  const ReceiptOr second = Send(event);
  ASSERT_THAT(second, IsOk());
  EXPECT_NE(second->incident(), first->incident());
}

TEST_F(EventTest, FaultsOfEnvelopeAndDataAreToldTogetherWithTheirPaths) {
  v1::IncidentReport report = Report();
  report.clear_kind();
  report.set_provider("regions/elders/providers/x");
  v1::CloudEvent event = Event(report);
  event.set_source("zorg.example");
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.source: INVALID_EVENT_SOURCE", "event.data.kind: REQUIRED",
                                           "event.data.provider: REGION_MISMATCH"));
}

TEST_F(EventTest, WhatCannotBeReadAsAReportIsRefused) {
  v1::CloudEvent event = Event(Report());
  event.set_text_data("{\"kind\": ");
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.data: INVALID_EVENT_DATA"));
  event.set_text_data("{\"soort\": \"KIND_CALAMITY\"}");
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.data: INVALID_EVENT_DATA"));
  event.set_text_data(std::string(500, '[') + std::string(500, ']'));
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.data: INVALID_EVENT_DATA"));
  event.mutable_proto_data()->PackFrom(google::protobuf::Timestamp());
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.data: INVALID_EVENT_DATA"));
  event.set_binary_data("\xff\xff");
  SetType("application/protobuf", event);
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.data: INVALID_EVENT_DATA"));
  SetType("text/csv", event);
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.attributes.datacontenttype: UNKNOWN_CONTENT_TYPE"));
  event.clear_data();
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.data: REQUIRED"));
}

TEST_F(EventTest, ControlCharactersInTheDataAreFoundAfterReading) {
  v1::CloudEvent event = Event(Report());
  std::string& json = *event.mutable_text_data();
  json.replace(json.find("Val van"), 3, "\\u0007");
  EXPECT_THAT(FaultsOf(event), ElementsAre("event.data.summary: CONTROL_CHARACTER"));
}

TEST_F(EventTest, WhatCouldBeAPersonalNumberIsFlaggedForReview) {
  v1::IncidentReport report = Report();
  report.set_description("Bewoner met nummer 123456782 viel.");
  const ReceiptOr receipt = Send(Event(report));
  ASSERT_THAT(receipt, IsOk());
  EXPECT_TRUE(Get(manager, receipt->incident())->personal_number_suspected());
}

TEST_F(EventTest, AnIdThatCouldBeAPersonalNumberIsFlaggedAndAUuidIsNot) {
  const ReceiptOr suspect = Send(Event(Report(), "client-123456782"));
  ASSERT_THAT(suspect, IsOk());
  EXPECT_TRUE(Get(manager, suspect->incident())->personal_number_suspected());
  const ReceiptOr uuid = Send(Event(Report(), "f3a1c2de-7b1d-4c7a-9a55-b123456782ff"));
  ASSERT_THAT(uuid, IsOk());
  EXPECT_FALSE(Get(manager, uuid->incident())->personal_number_suspected());
}

TEST_F(EventTest, WhoMayNotSeeTheFirstReportIsNotToldOfIt) {
  ASSERT_THAT(Send(Event(Report())), IsOk());
  v1::IncidentReport other = Report();
  other.set_summary("Iets anders");
  const ReceiptOr second = Submit(Sent(Event(other)), other_machine);
  EXPECT_THAT(second, AllOf(StatusIs(absl::StatusCode::kAlreadyExists), ReasonIs("INCIDENT_EVENT_TAKEN")));
  google::rpc::ErrorInfo info;
  const google::rpc::Status details = call::DetailsOf(second.status());
  for (const auto& detail : details.details()) {
    if (detail.UnpackTo(&info)) break;
  }
  EXPECT_EQ(info.metadata().count("incident"), 0U);
  EXPECT_EQ(info.metadata().count("first_digest"), 0U);
  EXPECT_EQ(info.metadata().at("digest"), rules::ToHex(rules::Sha256(Event(other).text_data())));
  EXPECT_THAT(Submit(Sent(Event(other)), manager), ReasonIs("INCIDENT_CONTENT_DIFFERS"));
}

TEST_F(EventTest, AProvidersUserSendsEventsOfItsOwnCompanyOnly) {
  v1::CloudEvent event = Event(Report());
  const std::string others = event.source();
  for (const std::string& source : {others, std::string("urn:nld:kvknr:87654321:melden")}) {
    event.set_source(source);
    EXPECT_THAT(FieldFaults(Submit(Sent(event), provider_user).status()),
                ElementsAre("event.source: EVENT_SOURCE_OF_ANOTHER"));
  }
  // Nor does it learn in this way what others sent.
  event.set_source(others);
  ASSERT_THAT(Send(event), IsOk());
  EXPECT_THAT(FieldFaults(Submit(Sent(event), provider_user).status()),
              ElementsAre("event.source: EVENT_SOURCE_OF_ANOTHER"));
  event.set_source("urn:nld:kvknr:12345678:melden");
  EXPECT_THAT(Submit(Sent(event), provider_user), IsOk());
}

TEST_F(EventTest, TenMegabytesAreRefusedInWords) {
  v1::CloudEvent event = Event(Report());
  event.set_binary_data(std::string(10 << 20, ' '));
  EXPECT_THAT(FaultsOf(event), ElementsAre("event: EVENT_TOO_LARGE"));
}

}  // namespace
}  // namespace waarborg::incident
