#include "clients/push/cloud_event.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "clients/push/moment.h"

namespace waarborg::push {
namespace {

using cli::Fault;
using incident::v1::CloudEvent;
using nlohmann::ordered_json;
using Value = CloudEvent::CloudEventAttributeValue;

Fault WrongType(const std::string& attribute) {
  return Fault{"PUSH_ATTRIBUTE_TYPE", {{"attribute", attribute}}};
}

// The required attributes, which have a field of their own.
std::string* FieldOf(CloudEvent& event, const std::string& name) {
  if (name == "id") return event.mutable_id();
  if (name == "source") return event.mutable_source();
  if (name == "specversion") return event.mutable_spec_version();
  return name == "type" ? event.mutable_type() : nullptr;
}

// A `time` that is none goes as text, and is refused as such.
void SetText(const std::string& name, const std::string& text, Value& value) {
  const std::optional<absl::Time> time = name == "time" ? ParseMoment(text) : std::nullopt;
  if (time.has_value()) {
    *value.mutable_ce_timestamp() = ToTimestamp(*time);
  } else if (name == "dataref" || name == "dataschema") {
    value.set_ce_uri(text);
  } else {
    value.set_ce_string(text);
  }
}

bool FitsInteger(const ordered_json& json) {
  if (!json.is_number_integer()) return false;
  if (json.is_number_unsigned()) return json.get<std::uint64_t>() <= std::numeric_limits<std::int32_t>::max();
  return json.get<std::int64_t>() >= std::numeric_limits<std::int32_t>::min();
}

std::optional<Fault> SetAttribute(const std::string& name, const ordered_json& json, CloudEvent& event) {
  if (json.is_null()) return std::nullopt;
  if (std::string* field = FieldOf(event, name)) {
    if (!json.is_string()) return WrongType(name);
    *field = json.get<std::string>();
    return std::nullopt;
  }
  Value& value = (*event.mutable_attributes())[name];
  if (json.is_string()) {
    SetText(name, json.get<std::string>(), value);
  } else if (json.is_boolean()) {
    value.set_ce_boolean(json.get<bool>());
  } else if (FitsInteger(json)) {
    value.set_ce_integer(json.get<std::int32_t>());
  } else {
    return WrongType(name);
  }
  return std::nullopt;
}

bool SaysJson(const ordered_json& object) {
  const auto type = object.find("datacontenttype");
  if (type == object.end() || !type->is_string()) return true;
  const auto& text = type->get_ref<const std::string&>();
  return absl::StrContains(text, "/json") || absl::StrContains(text, "+json");
}

std::optional<Fault> SetData(const ordered_json& object, CloudEvent& event) {
  const auto data = object.find("data");
  const auto base64 = object.find("data_base64");
  if (base64 != object.end()) {
    if (data != object.end() || !base64->is_string() ||
        !absl::Base64Unescape(base64->get_ref<const std::string&>(), event.mutable_binary_data())) {
      return Fault{"PUSH_DATA_BASE64", {}};
    }
  } else if (data != object.end() && data->is_string() && !SaysJson(object)) {
    event.set_text_data(data->get<std::string>());
  } else if (data != object.end() && !data->is_null()) {
    event.set_text_data(data->dump());
  }
  return std::nullopt;
}

}  // namespace

cli::Parsed<CloudEvent> EventOfJson(const ordered_json& object) {
  CloudEvent event;
  for (const auto& [name, value] : object.items()) {
    if (name == "data" || name == "data_base64") continue;
    if (std::optional<Fault> fault = SetAttribute(name, value, event)) return *std::move(fault);
  }
  if (std::optional<Fault> fault = SetData(object, event)) return *std::move(fault);
  return event;
}

}  // namespace waarborg::push
