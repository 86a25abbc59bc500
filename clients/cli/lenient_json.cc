#include "clients/cli/lenient_json.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "clients/cli/codes.h"
#include "clients/cli/dates.h"
#include "clients/cli/request.h"
#include "clients/cli/resource_name.h"
#include "google/protobuf/util/json_util.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using nlohmann::json;

const FieldDescriptor* FieldOf(const Descriptor& type, const std::string& key) {
  const FieldDescriptor* field = type.FindFieldByCamelcaseName(key);
  return field == nullptr ? type.FindFieldByName(key) : field;
}

void Normalise(const Descriptor& type, absl::string_view region, json& value);

void NormaliseSingle(const FieldDescriptor& field, absl::string_view region, json& value) {
  if (field.message_type() != nullptr) {
    Normalise(*field.message_type(), region, value);
  } else if (!value.is_string()) {
    return;
  } else if (field.enum_type() != nullptr) {
    const auto* known = ValueOfLoosely(*field.enum_type(), value.get<std::string>());
    if (known != nullptr) value = known->name();
  } else {
    value = ExpandFor(field, value.get<std::string>(), region);
  }
}

void NormaliseField(const FieldDescriptor& field, absl::string_view region, json& value) {
  if (field.is_map() && value.is_object()) {
    for (json& entry : value) NormaliseSingle(*field.message_type()->map_value(), region, entry);
  } else if (field.is_repeated() && value.is_array()) {
    for (json& entry : value) NormaliseSingle(field, region, entry);
  } else {
    NormaliseSingle(field, region, value);
  }
}

void Normalise(const Descriptor& type, absl::string_view region, json& value) {
  if (type.full_name() == google::type::Date::descriptor()->full_name() && value.is_string()) {
    const std::optional<google::type::Date> date = ParseDate(value.get<std::string>());
    if (date.has_value()) value = {{"year", date->year()}, {"month", date->month()}, {"day", date->day()}};
  }
  if (!value.is_object()) return;
  for (auto& [key, member] : value.items()) {
    const FieldDescriptor* field = FieldOf(type, key);
    if (field != nullptr) NormaliseField(*field, region, member);
  }
}

std::optional<Fault> MergeProtoJson(const json& value, google::protobuf::Message& message) {
  const std::unique_ptr<google::protobuf::Message> parsed(message.New());
  const auto status = google::protobuf::util::JsonStringToMessage(value.dump(), parsed.get());
  if (!status.ok()) return Fault{"INVALID_JSON", {{"detail", std::string(status.message())}}};
  message.MergeFrom(*parsed);
  return std::nullopt;
}

// Deeper than any request; each level is a call when it is printed.
constexpr int kDeepest = 64;

// Discarded when the text is no JSON, or too deep.
json Parse(const std::string& text) {
  bool too_deep = false;
  json value = json::parse(
      text,
      [&too_deep](int depth, json::parse_event_t, json&) {
        too_deep |= depth > kDeepest;
        return !too_deep;
      },
      /*allow_exceptions=*/false);
  return too_deep ? json(json::value_t::discarded) : value;
}

std::optional<Fault> Invalid(const std::string& text) {
  return Fault{"INVALID_JSON", {{"detail", text.substr(0, 60)}}};
}

bool NamesOnlyFieldsOf(const Descriptor& type, const json& object) {
  const auto& items = object.items();
  return std::all_of(items.begin(), items.end(),
                     [&type](const auto& item) { return FieldOf(type, item.key()) != nullptr; });
}

// The resource that a text is about which does not name the request around it; null for a text of a request.
const FieldDescriptor* BareResource(const Descriptor& request, const json& object) {
  const std::vector<const FieldDescriptor*> embedded = EmbeddedResources(request);
  if (embedded.size() != 1 || NamesOnlyFieldsOf(request, object)) return nullptr;
  return NamesOnlyFieldsOf(*embedded.front()->message_type(), object) ? embedded.front() : nullptr;
}

void AddNamed(const Descriptor& type, const json& object, Fields& named) {
  for (const auto& item : object.items()) {
    const FieldDescriptor* field = FieldOf(type, item.key());
    if (field != nullptr) named.insert(field);
  }
}

}  // namespace

std::optional<Fault> MergeRequestJson(const std::string& text, absl::string_view region,
                                      google::protobuf::Message& request, Fields& named) {
  json value = Parse(text);
  if (!value.is_object()) return Invalid(text);
  const Descriptor& type = *request.GetDescriptor();
  const FieldDescriptor* bare = BareResource(type, value);
  if (bare != nullptr) {
    json whole = json::object();
    whole[bare->json_name()] = std::move(value);
    value = std::move(whole);
  }
  AddNamed(type, value, named);
  for (const FieldDescriptor* embedded : EmbeddedResources(type)) {
    const auto found = value.find(embedded->json_name());
    if (found != value.end() && found->is_object()) AddNamed(*embedded->message_type(), *found, named);
  }
  Normalise(type, region, value);
  return MergeProtoJson(value, request);
}

std::optional<Fault> MergeJson(json object, absl::string_view region, google::protobuf::Message& message) {
  Normalise(*message.GetDescriptor(), region, object);
  return MergeProtoJson(object, message);
}

std::optional<Fault> MergeJsonField(const std::string& text, const FieldDescriptor& field,
                                    absl::string_view region, google::protobuf::Message& message) {
  json value = Parse(text);
  if (value.is_discarded()) return Invalid(text);
  if (field.is_repeated() && !field.is_map() && !value.is_array()) value = json::array({value});
  NormaliseField(field, region, value);
  return MergeProtoJson(json{{field.json_name(), value}}, message);
}

}  // namespace waarborg::cli
