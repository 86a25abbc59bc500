#include "tests/load/reports.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/time_util.h"
#include "services/language/die.h"

namespace waarborg::load {
namespace {

namespace v1 = ::waarborg::incident::v1;
using google::protobuf::util::TimeUtil;

constexpr std::int64_t kOccurred = 1'735'725'600;  // 2025-01-01, at 11 in the morning

v1::IncidentReport Report() {
  v1::IncidentReport report;
  report.set_provider(kWatchedProvider);
  report.set_kind(v1::Incident::KIND_INCIDENT);
  *report.mutable_occurrence_time() = TimeUtil::SecondsToTimestamp(kOccurred);
  report.set_summary("Een bewoner is gevallen in de gang bij de tuin.");
  report.set_description(
      "Bij het opstaan van de bank verloor de bewoner het evenwicht. De begeleider was in de keuken en "
      "hoorde de val. "
      "Er was geen letsel; de huisarts heeft gekeken. De mat bij de deur lag los en is weggehaald. Het team "
      "bespreekt "
      "maandag of de looproute anders kan.");
  report.set_measures("De mat is weggehaald en de familie is gebeld.");
  return report;
}

std::string ReportAsJson() {
  std::string json;
  if (!google::protobuf::util::MessageToJsonString(Report(), &json).ok())
    language::Die("a report is no JSON");
  return json;
}

v1::PushIncidentsRequest Envelope() {
  v1::PushIncidentsRequest request;
  request.set_parent("regions/nmd");
  v1::CloudEvent& event = *request.mutable_event();
  event.set_source("urn:nld:kvknr:12345678:ecd");
  event.set_spec_version("1.0");
  event.set_type("nl.zorgkwaliteit.incident-gemeld.v1");
  *(*event.mutable_attributes())["time"].mutable_ce_timestamp() =
      TimeUtil::SecondsToTimestamp(kOccurred + 3600);
  event.set_text_data(ReportAsJson());
  return request;
}

}  // namespace

v1::PushIncidentsRequest EventOf(const std::string& id) {
  static const auto* const envelope = new v1::PushIncidentsRequest(Envelope());
  v1::PushIncidentsRequest request = *envelope;
  request.mutable_event()->set_id(id);
  return request;
}

NextShot Submissions::Shots() {
  return [this](int caller) -> std::optional<Shot> {
    static const auto* const report = new v1::IncidentReport(Report());
    auto request = std::make_unique<v1::SubmitIncidentRequest>();
    request->set_parent("regions/nmd");
    *request->mutable_report() = *report;
    request->set_request_id(
        absl::StrCat(series_, "-", caller, "-", done_[static_cast<std::size_t>(caller)]++));
    return Shot{.method = "/waarborg.incident.v1.IncidentService/SubmitIncident",
                .member = kQualityManager,
                .request = std::move(request)};
  };
}

}  // namespace waarborg::load
