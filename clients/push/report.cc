#include "clients/push/report.h"

#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cli/lenient_json.h"
#include "clients/push/moment.h"
#include "waarborg/incident/v1/incident.pb.h"

namespace waarborg::push {
namespace {

using cli::Fault;
using cli::Parsed;
using incident::v1::CloudEvent;
using nlohmann::json;

// The one type of event that a server takes.
constexpr char kIncidentReported[] = "nl.zorgkwaliteit.incident-gemeld.v1";

// Takes a member out of an object: "" where there is none. An id may be written as a number.
Parsed<std::string> TakeOut(json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return std::string();
  const json value = std::move(*found);
  object.erase(found);
  if (value.is_null()) return std::string();
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  return Fault{"PUSH_ATTRIBUTE_TYPE", {{"attribute", key}}};
}

Fault NoMoment(const std::string& field, const std::string& value) {
  return Fault{"PUSH_MOMENT", {{"field", field}, {"value", value.substr(0, 40)}}};
}

// The moments of a report, each in its spelling for protobuf.
std::optional<Fault> SpellMoments(json& report) {
  for (const char* key : {"occurrenceTime", "occurrence_time", "knowledgeTime", "knowledge_time"}) {
    const auto found = report.find(key);
    if (found == report.end() || !found->is_string()) continue;
    const auto& text = found->get_ref<const std::string&>();
    const std::optional<absl::Time> time = ParseMoment(text);
    if (!time.has_value()) return NoMoment(key, text);
    *found = FormatRfc3339(*time);
  }
  return std::nullopt;
}

// The attributes that are of the event and not of the report.
std::optional<Fault> TakeAttributes(json& object, const Reading& reading, CloudEvent& event) {
  for (const char* key : {"id", "source", "time", "dataref"}) {
    Parsed<std::string> value = TakeOut(object, key);
    if (!value.ok()) return value.error();
    const std::string name = key;
    if (name == "id") event.set_id(*value);
    if (name == "source") event.set_source(value->empty() ? reading.source : *value);
    if (name == "dataref" && !value->empty()) (*event.mutable_attributes())[name].set_ce_uri(*value);
    if (name != "time" || value->empty()) continue;
    const std::optional<absl::Time> time = ParseMoment(*value);
    if (!time.has_value()) return NoMoment(name, *value);
    *(*event.mutable_attributes())[name].mutable_ce_timestamp() = ToTimestamp(*time);
  }
  return std::nullopt;
}

}  // namespace

Parsed<CloudEvent> EventOfReport(const nlohmann::ordered_json& object, const Reading& reading) {
  json report(object);
  CloudEvent event;
  if (std::optional<Fault> fault = TakeAttributes(report, reading, event)) return *std::move(fault);
  if (std::optional<Fault> fault = SpellMoments(report)) return *std::move(fault);
  incident::v1::IncidentReport message;
  if (std::optional<Fault> fault = cli::MergeJson(std::move(report), reading.region, message)) {
    return *std::move(fault);
  }
  event.set_spec_version("1.0");
  event.set_type(kIncidentReported);
  (*event.mutable_attributes())["datacontenttype"].set_ce_string("application/protobuf");
  event.set_binary_data(message.SerializeAsString());
  return event;
}

}  // namespace waarborg::push
