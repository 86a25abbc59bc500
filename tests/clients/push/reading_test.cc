// What is read of the three formats, and what a bad line costs: itself.

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "clients/push/item.h"
#include "clients/push/lines.h"
#include "clients/push/moment.h"
#include "clients/push/readers.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::push {
namespace {

using incident::v1::CloudEvent;
using incident::v1::IncidentReport;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

// A text that comes in pieces of so many bytes.
Lines::ReadBytes InPieces(std::string text, std::size_t piece) {
  return [text = std::move(text), piece, at = std::size_t{0}](char* into, std::size_t most) mutable {
    const std::size_t count = std::min({piece, most, text.size() - at});
    std::memcpy(into, text.data() + at, count);
    at += count;
    return count;
  };
}

std::vector<Found> ReadAll(Format format, const std::string& text, std::size_t piece = 1 << 20) {
  Lines lines(InPieces(text, piece));
  const Reading reading{.region = "nmd", .source = "urn:nld:kvknr:99900158"};
  const std::unique_ptr<Reader> reader = MakeReader(format, lines, reading);
  std::vector<Found> all;
  for (auto found = reader->Next(); found.has_value(); found = reader->Next())
    all.push_back(*std::move(found));
  return all;
}

// "2 m-1" for a report on line 2, "3 PUSH_NOT_UTF8" for what is none.
std::vector<std::string> Outline(const std::vector<Found>& all) {
  std::vector<std::string> outline;
  for (const Found& found : all) {
    outline.push_back(
        absl::StrCat(found.line, " ", found.event.ok() ? found.event->id() : found.event.error().sentence));
  }
  return outline;
}

IncidentReport ReportIn(const CloudEvent& event) {
  IncidentReport report;
  EXPECT_TRUE(report.ParseFromString(event.binary_data()));
  return report;
}

constexpr char kHeader[] = "id;provider;kind;occurrence_time;summary;description\n";

std::string RowOf(const std::string& id, const std::string& description = "Beschrijving") {
  return absl::StrCat(id, ";de-brink;INCIDENT;2026-03-02 08:40;Kort;", description, "\n");
}

std::string LineOf(const std::string& id) {
  return absl::StrCat(
      R"({"id":")", id,
      R"(","provider":"de-brink","kind":"INCIDENT","occurrence_time":"2026-03-02 08:40","summary":"Kort",)",
      R"("description":"Beschrijving"})", "\n");
}

TEST(LinesTest, AreTheSameInPiecesOfAnySize) {
  const std::string text =
      "\xEF\xBB\xBF"
      "een\r\ntwee\n\nvier";
  for (std::size_t piece = 1; piece < 20; ++piece) {
    Lines lines(InPieces(text, piece));
    std::vector<std::string> seen;
    for (auto line = lines.Next(); line.has_value(); line = lines.Next()) {
      seen.push_back(absl::StrCat(line->number, line->text));
    }
    EXPECT_THAT(seen, ElementsAre("1een", "2twee", "3", "4vier")) << piece;
  }
}

TEST(LinesTest, ALineWithoutEndIsNotHeldWhole) {
  Lines lines(InPieces(std::string(3 * kMostItemBytes, 'x') + "\nna", 1000));
  const auto line = lines.Next();
  ASSERT_TRUE(line.has_value());
  EXPECT_TRUE(line->too_long);
  EXPECT_EQ(line->text.size(), kMostItemBytes);
  EXPECT_EQ(lines.Next()->text, "na");
}

TEST(CsvTest, ARowIsAReport) {
  const auto all = ReadAll(Format::kCsv, absl::StrCat("\xEF\xBB\xBF", kHeader, RowOf("m-1")));
  ASSERT_THAT(Outline(all), ElementsAre("2 m-1"));
  const CloudEvent& event = *all[0].event;
  EXPECT_EQ(event.source(), "urn:nld:kvknr:99900158");
  EXPECT_EQ(event.type(), "nl.zorgkwaliteit.incident-gemeld.v1");
  const IncidentReport report = ReportIn(event);
  EXPECT_EQ(report.provider(), "regions/nmd/providers/de-brink");
  EXPECT_EQ(report.kind(), incident::v1::Incident::KIND_INCIDENT);
  // 08:40 in Amsterdam, in winter.
  EXPECT_EQ(FormatRfc3339(absl::FromUnixSeconds(report.occurrence_time().seconds())), "2026-03-02T07:40:00Z");
}

TEST(CsvTest, QuotesHoldSeparatorsQuotesAndLineBreaks) {
  const auto all =
      ReadAll(Format::kCsv,
              absl::StrCat(kHeader, RowOf("m-1", "\"Hij zei: \"\"nee\"\"; en\r\nging weg\""), RowOf("m-2")));
  ASSERT_THAT(Outline(all), ElementsAre("2 m-1", "4 m-2"));
  EXPECT_EQ(ReportIn(*all[0].event).description(), "Hij zei: \"nee\"; en\nging weg");
}

TEST(CsvTest, CommasAndTabsSeparateTooAndColumnsMayBeOfTheReporter) {
  for (const char separator : {',', '\t'}) {
    std::string text = "id,kvk,reporter.display_name,reporter.relation\nm-1,99900158,Ann,EMPLOYEE\n";
    text.replace(3, 3, "provider_kvk_number");
    std::replace(text.begin(), text.end(), ',', separator);
    const auto all = ReadAll(Format::kCsv, text);
    ASSERT_THAT(Outline(all), ElementsAre("2 m-1"));
    EXPECT_EQ(ReportIn(*all[0].event).reporter().display_name(), "Ann");
    EXPECT_EQ(ReportIn(*all[0].event).reporter().relation(), incident::v1::Reporter::RELATION_EMPLOYEE);
  }
}

TEST(CsvTest, ABadRowIsAFaultOfItsFirstLineAlone) {
  const std::string text = absl::StrCat(kHeader, RowOf("m-1"), RowOf("m-2", "\"nooit dicht"), RowOf("m-3"),
                                        RowOf("m-4", "\"te vroeg\" dicht"), "te;weinig\n",
                                        RowOf("m-5", "\xFF"), "\n", RowOf("m-6"));
  EXPECT_THAT(Outline(ReadAll(Format::kCsv, text)),
              ElementsAre("2 m-1", "3 PUSH_CSV_QUOTES", "4 m-3", "5 PUSH_CSV_QUOTES", "6 PUSH_CSV_CELLS",
                          "7 PUSH_NOT_UTF8", "9 m-6"));
}

TEST(CsvTest, OfAFileWithAnUnknownColumnNothingIsRead) {
  EXPECT_THAT(Outline(ReadAll(Format::kCsv, "id;naam\nm-1;x\n")), ElementsAre("1 PUSH_CSV_COLUMN"));
  EXPECT_THAT(Outline(ReadAll(Format::kCsv, "id;reporter\nm-1;x\n")), ElementsAre("1 PUSH_CSV_COLUMN"));
  EXPECT_THAT(Outline(ReadAll(Format::kCsv, "id;id\nm-1;x\n")), ElementsAre("1 PUSH_CSV_COLUMN_TWICE"));
  EXPECT_THAT(ReadAll(Format::kCsv, ""), SizeIs(0));
}

TEST(JsonLinesTest, ALineIsAReportOrACloudEvent) {
  const auto all =
      ReadAll(Format::kJsonLines,
              absl::StrCat(LineOf("m-1"), "\n", R"({"specversion":"1.0","id":"m-2","data":{"a":1}})"));
  ASSERT_THAT(Outline(all), ElementsAre("1 m-1", "3 m-2"));
  EXPECT_EQ(all[1].event->text_data(), R"({"a":1})");
}

TEST(JsonLinesTest, ABadLineStopsNothing) {
  const std::string deep(200, '[');
  const std::string text = absl::StrCat("geen json\n", LineOf("m-1"), "[1]\n", R"({"id":"m-2","id":"m-3"})",
                                        "\n", R"({"id":"m-4","kleur":1})", "\n", R"({"id":{}})", "\n",
                                        R"({"id":"m-5","occurrence_time":"gisteren"})", "\n", "{\"a\":", deep,
                                        "\n", LineOf("m-6"));
  EXPECT_THAT(Outline(ReadAll(Format::kJsonLines, text, 7)),
              ElementsAre("1 PUSH_NOT_AN_OBJECT", "2 m-1", "3 PUSH_NOT_AN_OBJECT", "4 PUSH_KEY_TWICE",
                          "5 INVALID_JSON", "6 PUSH_ATTRIBUTE_TYPE", "7 PUSH_MOMENT", "8 PUSH_NOT_AN_OBJECT",
                          "9 m-6"));
}

TEST(JsonLinesTest, TheSameReportInOtherWordsIsTheSameContent) {
  const auto one = ReadAll(Format::kJsonLines, LineOf("m-1"));
  const auto other = ReadAll(
      Format::kJsonLines,
      R"({"description":"Beschrijving","summary":"Kort","occurrenceTime":"2026-03-02T07:40:00Z","kind":"KIND_INCIDENT",)"
      R"("provider":"regions/nmd/providers/de-brink","id":"m-1"})");
  const auto row = ReadAll(Format::kCsv, absl::StrCat(kHeader, RowOf("m-1")));
  EXPECT_EQ(one[0].event->binary_data(), other[0].event->binary_data());
  EXPECT_EQ(one[0].event->binary_data(), row[0].event->binary_data());
}

constexpr char kEvent[] = R"({
  "specversion": "1.0", "id": "e-1", "source": "urn:nld:kvknr:99900158", "type": "t",
  "time": "2026-03-07T10:05:00.25Z", "datacontenttype": "application/json", "sequence": 7, "sampled": true,
  "dataref": "https://x.example/1", "geen": null, "data": {"b": "}{", "a": [1, 2]}
})";

TEST(CloudEventsTest, AnEventKeepsItsAttributesAndItsData) {
  const auto all = ReadAll(Format::kCloudEvents, kEvent, 3);
  ASSERT_THAT(Outline(all), ElementsAre("1 e-1"));
  const CloudEvent& event = *all[0].event;
  EXPECT_EQ(event.spec_version(), "1.0");
  EXPECT_EQ(event.attributes().at("time").ce_timestamp().nanos(), 250'000'000);
  EXPECT_EQ(event.attributes().at("datacontenttype").ce_string(), "application/json");
  EXPECT_EQ(event.attributes().at("sequence").ce_integer(), 7);
  EXPECT_TRUE(event.attributes().at("sampled").ce_boolean());
  EXPECT_EQ(event.attributes().at("dataref").ce_uri(), "https://x.example/1");
  EXPECT_EQ(event.attributes().count("geen"), 0U);
  EXPECT_EQ(event.text_data(), R"({"b":"}{","a":[1,2]})");
}

TEST(CloudEventsTest, DataMayBeBytesOrText) {
  const auto all =
      ReadAll(Format::kCloudEvents,
              absl::StrCat(R"({"id":"e-1","data_base64":")", absl::Base64Escape("\x01\x02"), R"("})",
                           R"({"id":"e-2","datacontenttype":"text/plain","data":"zo"})",
                           R"({"id":"e-3","data":"zo"}{"id":"e-4","data_base64":"%"}{"id":"e-5","x":1.5})"));
  ASSERT_THAT(Outline(all),
              ElementsAre("1 e-1", "1 e-2", "1 e-3", "1 PUSH_DATA_BASE64", "1 PUSH_ATTRIBUTE_TYPE"));
  EXPECT_EQ(all[0].event->binary_data(), "\x01\x02");
  EXPECT_EQ(all[1].event->text_data(), "zo");
  EXPECT_EQ(all[2].event->text_data(), "\"zo\"");
}

TEST(CloudEventsTest, ABatchIsReadOneByOneAndABadOneStopsNothing) {
  const std::string text =
      "[{\"id\":\"e-1\"},\n{\"id\":\"e-\n2\"},\n{\"id\":\"e-3\"}, x,\n{\"id\":\"e-4\", \"id\": \"e-5\"},\n"
      "{\"id\":\n\"e-6\"}]\n";
  EXPECT_THAT(Outline(ReadAll(Format::kCloudEvents, text, 5)),
              ElementsAre("1 e-1", "2 PUSH_NOT_AN_OBJECT", "3 PUSH_NOT_AN_OBJECT", "4 e-3",
                          "4 PUSH_NOT_AN_OBJECT", "5 PUSH_KEY_TWICE", "6 e-6"));
}

TEST(CloudEventsTest, ABatchThatIsCutOffIsNotTakenForWhole) {
  EXPECT_THAT(Outline(ReadAll(Format::kCloudEvents, "[{\"id\":\"e-1\"},\n")),
              ElementsAre("1 e-1", "1 PUSH_BATCH_CUT"));
  EXPECT_THAT(Outline(ReadAll(Format::kCloudEvents, "[\n{\"id\":\"e-1\"},\n{\"id\":\n\"e")),
              ElementsAre("2 e-1", "3 PUSH_NOT_AN_OBJECT", "4 PUSH_NOT_AN_OBJECT", "4 PUSH_BATCH_CUT"));
}

Format FormatOf(const std::string& text) {
  Lines lines(InPieces(text, 10));
  return FormatOfContent(lines);
}

TEST(FormatTest, NameAndContentSayWhatItIs) {
  EXPECT_EQ(FormatOfName("a/B.CSV"), Format::kCsv);
  EXPECT_EQ(FormatOfName("a.ndjson"), Format::kJsonLines);
  EXPECT_EQ(FormatOfName("a.json"), Format::kCloudEvents);
  EXPECT_EQ(FormatOfName("-"), std::nullopt);
  EXPECT_EQ(FormatOf("\n\n [{"), Format::kCloudEvents);
  EXPECT_EQ(FormatOf(kEvent), Format::kCloudEvents);
  EXPECT_EQ(FormatOf(LineOf("m-1")), Format::kJsonLines);
  EXPECT_EQ(FormatOf(kHeader), Format::kCsv);
  Lines lines(InPieces("\n\nid\nm-1", 10));
  EXPECT_EQ(FormatOfContent(lines), Format::kCsv);
  EXPECT_EQ(lines.Next()->number, 3);
}

TEST(MomentTest, IsTakenOnlyWhereItIsCertain) {
  const auto utc = [](const char* text) {
    const auto time = ParseMoment(text);
    return time.has_value() ? FormatRfc3339(*time) : "geen";
  };
  EXPECT_EQ(utc("2026-01-31T14:05:00+01:00"), "2026-01-31T13:05:00Z");
  EXPECT_EQ(utc("2026-07-31 14:05"), "2026-07-31T12:05:00Z");
  EXPECT_EQ(utc("2026-07-31T14:05:30"), "2026-07-31T12:05:30Z");
  EXPECT_EQ(utc("2026-01-31T13:05:00.5Z"), "2026-01-31T13:05:00.5Z");
  for (const char* text :
       {"2026-01-31", "31-01-2026 14:05", "2026-02-30 10:00", "gisteren", "", "2026-01-31 14:05x",
        "2026-03-29 02:30", "2026-10-25 02:30", "2026-1-31 14:05:00", "infinite-future"}) {
    EXPECT_EQ(utc(text), "geen") << text;
  }
}

}  // namespace
}  // namespace waarborg::push
