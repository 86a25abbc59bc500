#include "services/incident/reading.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/util/json_util.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/call/request_check.h"
#include "services/incident/rules/envelope.h"
#include "services/incident/rules/personal_numbers.h"
#include "services/language/status_macros.h"
#include "services/ledger/digest.h"
#include "services/ledger/time.h"
#include "services/registry/rules/kvk.h"
#include "services/rules/sha256.h"

namespace waarborg::incident {
namespace {

using internal::v1::IncidentIntake;
using v1::CloudEvent;
using v1::IncidentReport;

constexpr absl::string_view kJson = "application/json";
constexpr absl::string_view kProtobuf = "application/protobuf";
constexpr absl::string_view kData = "event.data";

// The data as it was sent.
absl::string_view DataOf(const CloudEvent& event) {
  switch (event.data_case()) {
    case CloudEvent::kBinaryData:
      return event.binary_data();
    case CloudEvent::kTextData:
      return event.text_data();
    case CloudEvent::kProtoData:
      return event.proto_data().value();
    case CloudEvent::DATA_NOT_SET:
      return "";
  }
  return "";
}

// What the parser says on its first line, which tells what is wrong; the others repeat the text. In ASCII,
// for it may quote half a character.
std::string FirstLine(absl::string_view message) {
  constexpr std::size_t kMost = 200;
  std::string line(message.substr(0, std::min(message.find('\n'), kMost)));
  for (char& c : line) {
    if (!absl::ascii_isprint(static_cast<unsigned char>(c))) c = '?';
  }
  return line;
}

bool ReadJson(absl::string_view json, IncidentReport& report, call::Violations& violations) {
  const auto status = google::protobuf::util::JsonStringToMessage({json.data(), json.size()}, &report,
                                                                  google::protobuf::util::JsonParseOptions());
  if (status.ok()) return true;
  violations.Add(kData, "INVALID_EVENT_DATA", FirstLine({status.message().data(), status.message().size()}));
  return false;
}

bool ReadBytes(const std::string& bytes, IncidentReport& report, call::Violations& violations) {
  if (report.ParseFromString(bytes)) return true;
  violations.Add(kData, "INVALID_EVENT_DATA", kProtobuf);
  return false;
}

// Whether the data could be read.
bool ReadData(const CloudEvent& event, IncidentReport& report, call::Violations& violations) {
  const std::string content_type = TextAttribute(event, "datacontenttype");
  const bool json = content_type.empty() || absl::StartsWith(content_type, kJson);
  switch (event.data_case()) {
    case CloudEvent::DATA_NOT_SET:
      violations.Add(kData, "REQUIRED");
      return false;
    case CloudEvent::kProtoData:
      if (event.proto_data().Is<IncidentReport>())
        return ReadBytes(event.proto_data().value(), report, violations);
      violations.Add(kData, "INVALID_EVENT_DATA", IncidentReport::descriptor()->full_name());
      return false;
    case CloudEvent::kTextData:
      if (json) return ReadJson(event.text_data(), report, violations);
      break;
    case CloudEvent::kBinaryData:
      if (json) return ReadJson(event.binary_data(), report, violations);
      if (absl::StartsWith(content_type, kProtobuf))
        return ReadBytes(event.binary_data(), report, violations);
      break;
  }
  violations.Add("event.attributes.datacontenttype", "UNKNOWN_CONTENT_TYPE", content_type);
  return false;
}

// Names in the data are of the same region as the request.
void CheckRegion(const IncidentReport& report, const std::string& region, const std::string& path,
                 call::Violations& violations) {
  for (const auto& [field, name] :
       {std::pair{"provider", report.provider()}, std::pair{"location", report.location()}}) {
    const std::string named = call::RegionOf(name).value_or(region);
    if (named != region) violations.Add(absl::StrCat(path, ".", field), "REGION_MISMATCH", name);
  }
}

// The first moment that is read as a time, as the first year that is read in a date.
absl::Time Earliest() { return absl::FromCivil(absl::CivilYear(1900), absl::UTCTimeZone()); }

void CheckTimes(const IncidentReport& report, absl::Time now, const std::string& path,
                call::Violations& violations) {
  const std::string today = absl::FormatTime(now, absl::UTCTimeZone());
  const std::string earliest = absl::FormatTime(Earliest(), absl::UTCTimeZone());
  const absl::Time occurred = ledger::TimeOf(report.occurrence_time());
  if (report.has_occurrence_time() && occurred < Earliest()) {
    violations.Add(path + ".occurrence_time", "INCIDENT_TIME_TOO_EARLY", earliest);
  }
  if (report.has_occurrence_time() && occurred > now + kClockSkew) {
    violations.Add(path + ".occurrence_time", "INCIDENT_TIME_IN_FUTURE", today);
  }
  if (!report.has_knowledge_time()) return;
  const absl::Time known = ledger::TimeOf(report.knowledge_time());
  if (known > now + kClockSkew) violations.Add(path + ".knowledge_time", "INCIDENT_TIME_IN_FUTURE", today);
  if (known < Earliest()) violations.Add(path + ".knowledge_time", "INCIDENT_TIME_TOO_EARLY", earliest);
  if (known < occurred) violations.Add(path + ".knowledge_time", "KNOWN_BEFORE_IT_OCCURRED");
}

void CheckReport(const IncidentReport& report, const call::Call& call, const std::string& path,
                 call::Violations& violations) {
  if (report.provider().empty() == report.provider_kvk_number().empty()) {
    violations.Add(path + ".provider", "PROVIDER_OR_KVK_NUMBER");
  }
  if (!report.provider_kvk_number().empty() && !registry::IsKvkNumber(report.provider_kvk_number())) {
    violations.Add(path + ".provider_kvk_number", "INVALID_KVK_NUMBER");
  }
  CheckTimes(report, call.now, path, violations);
}

// The fields of running text that mention what could be a BSN.
std::vector<std::string> SuspectFields(const IncidentReport& report) {
  std::vector<std::string> fields;
  for (const auto& [field, text] :
       {std::pair{"summary", report.summary()}, std::pair{"description", report.description()},
        std::pair{"measures", report.measures()}}) {
    if (MentionsPersonalNumber(text)) fields.emplace_back(field);
  }
  return fields;
}

absl::StatusOr<IncidentIntake> ReadEvent(const call::Call& call, const CloudEvent& event) {
  call::Violations violations;
  for (const EnvelopeFault& fault : EnvelopeFaults(event, call.now)) {
    violations.Add(fault.field.empty() ? "event" : absl::StrCat("event.", fault.field), fault.reason,
                   fault.detail);
  }
  IncidentIntake intake;
  IncidentReport& report = *intake.mutable_report();
  const bool fits = event.ByteSizeLong() <= kMostEventBytes;
  if (fits && ReadData(event, report, violations)) {
    call::CheckMessage(report, kData, violations);
    CheckRegion(report, call.region, std::string(kData), violations);
    CheckReport(report, call, std::string(kData), violations);
  }
  RETURN_IF_ERROR(violations.ToStatus());
  intake.set_region(call.region);
  intake.set_event_source(event.source());
  intake.set_event_id(event.id());
  intake.set_data_ref(TextAttribute(event, "dataref"));
  const auto time = event.attributes().find("time");
  if (time != event.attributes().end()) *intake.mutable_log_time() = time->second.ce_timestamp();
  intake.set_payload_digest(rules::ToHex(rules::Sha256({DataOf(event), intake.data_ref()})));
  intake.set_personal_number_suspected(!SuspectFields(report).empty() || HoldsPersonalNumber(event.id()));
  return intake;
}

absl::StatusOr<IncidentIntake> ReadFields(const call::Call& call, const v1::SubmitIncidentRequest& request) {
  call::Violations violations;
  CheckReport(request.report(), call, "report", violations);
  for (const std::string& field : SuspectFields(request.report())) {
    violations.Add(absl::StrCat("report.", field), "PERSONAL_NUMBER_IN_TEXT");
  }
  RETURN_IF_ERROR(violations.ToStatus());
  IncidentIntake intake;
  intake.set_region(call.region);
  *intake.mutable_report() = request.report();
  intake.set_payload_digest(ledger::DigestOf(request.report()));
  return intake;
}

}  // namespace

absl::StatusOr<IncidentIntake> ReadSubmission(const call::Call& call,
                                              const v1::SubmitIncidentRequest& request) {
  call::Violations violations;
  if (request.has_report() == request.has_event()) violations.Add("report", "REPORT_OR_EVENT");
  if (!request.incident_id().empty() && !call::IsChosenId(request.incident_id())) {
    violations.Add("incident_id", "INVALID_ID", request.incident_id());
  }
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(IncidentIntake intake,
                   request.has_event() ? ReadEvent(call, request.event()) : ReadFields(call, request));
  intake.set_incident_id(request.incident_id());
  if (request.has_on_behalf_of_provider()) {
    *intake.mutable_on_behalf_of_provider() = request.on_behalf_of_provider();
  }
  return intake;
}

absl::StatusOr<IncidentIntake> ReadItem(const call::Call& call, const v1::PushIncidentsRequest& request) {
  return ReadEvent(call, request.event());
}

}  // namespace waarborg::incident
