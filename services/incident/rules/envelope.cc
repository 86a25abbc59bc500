#include "services/incident/rules/envelope.h"

#include <algorithm>
#include <map>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "services/incident/rules/personal_numbers.h"

namespace waarborg::incident {
namespace {

using Value = v1::CloudEvent::CloudEventAttributeValue;

constexpr absl::string_view kSpecVersion = "1.0";

class Found final {
 public:
  void Add(absl::string_view field, absl::string_view reason, absl::string_view detail = "") {
    faults_.push_back({std::string(field), std::string(reason), std::string(detail)});
  }
  std::vector<EnvelopeFault> Take() { return std::move(faults_); }

 private:
  std::vector<EnvelopeFault> faults_;
};

bool IsDigits(absl::string_view text, std::size_t count) {
  return text.size() == count && text.find_first_not_of("0123456789") == absl::string_view::npos;
}

bool IsPartOfSource(absl::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == '.';
  });
}

const std::string& TextOf(const Value& value) {
  if (value.attr_case() == Value::kCeString) return value.ce_string();
  return value.attr_case() == Value::kCeUri ? value.ce_uri() : value.ce_uri_ref();
}

void CheckPrivate(absl::string_view text, const std::string& field, Found& found) {
  if (HoldsPersonalNumber(text)) found.Add(field, "PERSONAL_NUMBER_IN_ATTRIBUTE");
  if (HoldsEmailAddress(text)) found.Add(field, "EMAIL_IN_ATTRIBUTE");
}

void CheckTime(const Value& value, absl::Time now, const std::string& field, Found& found) {
  if (value.attr_case() != Value::kCeTimestamp) return found.Add(field, "ATTRIBUTE_TYPE", "ce_timestamp");
  const absl::Time time = absl::FromUnixSeconds(value.ce_timestamp().seconds());
  if (time > now + kClockSkew)
    found.Add(field, "INCIDENT_TIME_IN_FUTURE", absl::FormatTime(now, absl::UTCTimeZone()));
}

void CheckReference(const Value& value, const std::string& field, Found& found) {
  const std::string& uri = TextOf(value);
  if (!absl::StartsWith(uri, "https://") || uri.find_first_of(" \n\t\r") != std::string::npos) {
    found.Add(field, "INVALID_DATAREF", uri);
  }
}

// Names of attributes are lower-case letters and digits (CloudEvents 1.0).
bool IsAttributeName(absl::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return absl::ascii_isdigit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'z');
  });
}

void CheckAttributes(const v1::CloudEvent& event, absl::Time now, Found& found) {
  // In order of their names, so that the same event always gives the same faults.
  const std::map<std::string, Value> attributes(event.attributes().begin(), event.attributes().end());
  for (const auto& [name, value] : attributes) {
    const std::string field = absl::StrCat("attributes.", name);
    if (!IsAttributeName(name)) found.Add("attributes", "INVALID_ATTRIBUTE_NAME", name);
    if (name == "time") CheckTime(value, now, field, found);
    if (name == "dataref") CheckReference(value, field, found);
    CheckPrivate(TextOf(value), field, found);
  }
}

}  // namespace

bool IsSourceOf(absl::string_view kvk_number, absl::string_view source) {
  const std::vector<absl::string_view> parts = absl::StrSplit(source, ':');
  return IsEventSource(source) && parts[2] == "kvknr" && parts[3] == kvk_number;
}

bool IsEventSource(absl::string_view source) {
  std::vector<absl::string_view> parts = absl::StrSplit(source, ':');
  if (parts.size() < 4 || parts[0] != "urn" || parts[1] != "nld") return false;
  const bool organisation =
      (parts[2] == "oin" && IsDigits(parts[3], 20)) || (parts[2] == "kvknr" && IsDigits(parts[3], 8));
  return organisation && std::all_of(parts.begin() + 4, parts.end(), IsPartOfSource);
}

std::vector<EnvelopeFault> EnvelopeFaults(const v1::CloudEvent& event, absl::Time now) {
  Found found;
  if (event.ByteSizeLong() > kMostEventBytes) {
    found.Add("", "EVENT_TOO_LARGE", absl::StrCat(event.ByteSizeLong(), " > ", kMostEventBytes));
  }
  if (HoldsEmailAddress(event.id())) found.Add("id", "EMAIL_IN_ATTRIBUTE");
  if (!IsEventSource(event.source())) found.Add("source", "INVALID_EVENT_SOURCE", event.source());
  CheckPrivate(event.source(), "source", found);
  if (event.spec_version() != kSpecVersion) found.Add("spec_version", "UNKNOWN_SPEC_VERSION", kSpecVersion);
  if (event.type() != kIncidentReported) found.Add("type", "UNKNOWN_EVENT_TYPE", kIncidentReported);
  CheckAttributes(event, now, found);
  return found.Take();
}

std::string TextAttribute(const v1::CloudEvent& event, absl::string_view name) {
  const auto attribute = event.attributes().find(std::string(name));
  return attribute == event.attributes().end() ? std::string() : TextOf(attribute->second);
}

}  // namespace waarborg::incident
