#include "services/incident/rules/envelope.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::incident {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const absl::Time kNow = absl::FromUnixSeconds(1'748'847'600);

v1::CloudEvent Event() {
  v1::CloudEvent event;
  event.set_id("melding-17");
  event.set_source("urn:nld:kvknr:12345678");
  event.set_spec_version("1.0");
  event.set_type(std::string(kIncidentReported));
  event.set_text_data("{}");
  (*event.mutable_attributes())["time"].mutable_ce_timestamp()->set_seconds(absl::ToUnixSeconds(kNow));
  return event;
}

// "field: REASON", in order.
std::vector<std::string> Faults(const v1::CloudEvent& event) {
  std::vector<std::string> lines;
  for (const EnvelopeFault& fault : EnvelopeFaults(event, kNow))
    lines.push_back(fault.field + ": " + fault.reason);
  return lines;
}

TEST(EnvelopeTest, AnEventAfterTheProfileHasNoFault) { EXPECT_THAT(Faults(Event()), IsEmpty()); }

TEST(EnvelopeTest, ASourceIsAGovernmentBodyOrACompanyWithItsSystems) {
  for (const char* good : {"urn:nld:oin:00000001823288444000", "urn:nld:kvknr:12345678",
                           "urn:nld:oin:00000001823288444000:systeem:melden_2.0"}) {
    EXPECT_TRUE(IsEventSource(good)) << good;
  }
  for (const char* bad : {"", "urn:nld:kvknr:1234567", "urn:nld:kvknr:123456789", "urn:nld:oin:123",
                          "urn:nl:oin:1", "https://zorg.example", "urn:nld:kvknr:12345678:",
                          "urn:nld:kvknr:1234567x", "urn:nld:kvknr:12345678:a b"}) {
    EXPECT_FALSE(IsEventSource(bad)) << bad;
  }
}

TEST(EnvelopeTest, EveryFaultIsToldAtOnce) {
  v1::CloudEvent event = Event();
  event.set_id("j.jansen@zorg.example");
  event.set_source("zorg.example");
  event.set_spec_version("0.3");
  event.set_type("nl.zorgkwaliteit.incident-gemeld.v2");
  (*event.mutable_attributes())["subject"].set_ce_string("123456782");
  (*event.mutable_attributes())["dataref"].set_ce_uri("ftp://zorg.example/1");
  EXPECT_THAT(Faults(event), ElementsAre("id: EMAIL_IN_ATTRIBUTE", "source: INVALID_EVENT_SOURCE",
                                         "spec_version: UNKNOWN_SPEC_VERSION", "type: UNKNOWN_EVENT_TYPE",
                                         "attributes.dataref: INVALID_DATAREF",
                                         "attributes.subject: PERSONAL_NUMBER_IN_ATTRIBUTE"));
}

TEST(EnvelopeTest, AnIdThatCouldBeAPersonalNumberIsTakenForItsSenderCannotMendIt) {
  v1::CloudEvent event = Event();
  event.set_id("client-123456782");
  EXPECT_THAT(Faults(event), IsEmpty());
  event.set_source("urn:nld:kvknr:12345678:client-123456782");
  EXPECT_THAT(Faults(event), ElementsAre("source: PERSONAL_NUMBER_IN_ATTRIBUTE"));
}

TEST(EnvelopeTest, ASourceIsOfTheCompanyThatItNames) {
  EXPECT_TRUE(IsSourceOf("12345678", "urn:nld:kvknr:12345678"));
  EXPECT_TRUE(IsSourceOf("12345678", "urn:nld:kvknr:12345678:melden"));
  EXPECT_FALSE(IsSourceOf("12345678", "urn:nld:kvknr:87654321"));
  EXPECT_FALSE(IsSourceOf("12345678", "urn:nld:oin:00000001823288444000:12345678"));
  EXPECT_FALSE(IsSourceOf("", "urn:nld:kvknr:"));
  EXPECT_FALSE(IsSourceOf("12345678", "12345678"));
}

TEST(EnvelopeTest, AClockThatRunsALittleFastIsTaken) {
  v1::CloudEvent event = Event();
  auto& time = *(*event.mutable_attributes())["time"].mutable_ce_timestamp();
  time.set_seconds(absl::ToUnixSeconds(kNow + kClockSkew));
  EXPECT_THAT(Faults(event), IsEmpty());
  time.set_seconds(time.seconds() + 1);
  EXPECT_THAT(Faults(event), ElementsAre("attributes.time: INCIDENT_TIME_IN_FUTURE"));
}

TEST(EnvelopeTest, TimeIsAMomentAndNoText) {
  v1::CloudEvent event = Event();
  (*event.mutable_attributes())["time"].set_ce_string("2025-06-02T07:00:00Z");
  EXPECT_THAT(Faults(event), ElementsAre("attributes.time: ATTRIBUTE_TYPE"));
}

TEST(EnvelopeTest, SixtyFourKilobytesFitAndOneByteMoreDoesNot) {
  v1::CloudEvent event = Event();
  event.clear_text_data();
  // Field number and length take four bytes.
  event.set_binary_data(std::string(kMostEventBytes - event.ByteSizeLong() - 4, 'x'));
  ASSERT_EQ(event.ByteSizeLong(), kMostEventBytes);
  EXPECT_THAT(Faults(event), IsEmpty());
  event.mutable_binary_data()->push_back('x');
  EXPECT_THAT(Faults(event), ElementsAre(": EVENT_TOO_LARGE"));
}

TEST(EnvelopeTest, AttributesHaveNamesOfLettersAndDigits) {
  v1::CloudEvent event = Event();
  (*event.mutable_attributes())["my-name"].set_ce_string("x");
  EXPECT_THAT(Faults(event), ElementsAre("attributes: INVALID_ATTRIBUTE_NAME"));
}

TEST(EnvelopeTest, ATextAttributeIsReadFromTextAndUriAlike) {
  v1::CloudEvent event = Event();
  (*event.mutable_attributes())["dataref"].set_ce_uri("https://zorg.example/1");
  (*event.mutable_attributes())["subject"].set_ce_string("nacht");
  EXPECT_EQ(TextAttribute(event, "dataref"), "https://zorg.example/1");
  EXPECT_EQ(TextAttribute(event, "subject"), "nacht");
  EXPECT_EQ(TextAttribute(event, "time"), "");
  EXPECT_EQ(TextAttribute(event, "nothing"), "");
}

}  // namespace
}  // namespace waarborg::incident
