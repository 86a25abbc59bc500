#ifndef WAARBORG_SERVICES_INCIDENT_RULES_ENVELOPE_H_
#define WAARBORG_SERVICES_INCIDENT_RULES_ENVELOPE_H_

// What the NL GOV profile for CloudEvents, and privacy, ask of the envelope of an event. Its shape (lengths,
// control characters) is checked before. Pure.

#include <cstddef>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "waarborg/incident/v1/cloud_event.pb.h"

namespace waarborg::incident {

// Reverse DNS of a domain word that belongs to no organisation, what happened, and one version.
inline constexpr absl::string_view kIncidentReported = "nl.zorgkwaliteit.incident-gemeld.v1";

// The whole event, in its protobuf format. What is larger goes by `dataref`.
inline constexpr std::size_t kMostEventBytes = std::size_t{64} << 10;

// Clocks differ; a time this far ahead is still taken for now.
inline constexpr absl::Duration kClockSkew = absl::Minutes(5);

struct EnvelopeFault {
  std::string field;   // path in CloudEvent
  std::string reason;  // UPPER_SNAKE
  std::string detail;
};

// `urn:nld:oin:` and 20 digits, or `urn:nld:kvknr:` and 8, then further parts after colons, if any.
bool IsEventSource(absl::string_view source);

// Whether the source is, or is within, the company of this KvK number.
bool IsSourceOf(absl::string_view kvk_number, absl::string_view source);

// Every fault of the envelope, in field order; the data is not looked at. What could be a personal number in
// the id is none of them: an event keeps its id for ever, so that its sender could not mend it.
std::vector<EnvelopeFault> EnvelopeFaults(const v1::CloudEvent& event, absl::Time now);

// The text of a text or URI attribute; "" when it is not there or of another type.
std::string TextAttribute(const v1::CloudEvent& event, absl::string_view name);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_RULES_ENVELOPE_H_
