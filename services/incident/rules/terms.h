#ifndef WAARBORG_SERVICES_INCIDENT_RULES_TERMS_H_
#define WAARBORG_SERVICES_INCIDENT_RULES_TERMS_H_

// The clocks of an incident, from the policy's terms (reference 2.5, 4.4.4). Being late is shown; it refuses
// nothing. Pure.

#include "absl/time/time.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::incident {

// The policy's terms, with the defaults where it says nothing.
struct IncidentTerms {
  int report_working_days = 3;
  int acknowledge_working_days = 3;
  int inquiry_weeks = 6;
};

// Lateness is counted over so many days at most; who is later is as late as that.
inline constexpr int kMostDaysCounted = 3653;

IncidentTerms TermsOf(const registry::v1::PolicyVersion& policy);

// Whether a report of this kind must be made without delay: calamity and violence (Wmo 2015 art. 3.4).
bool MustBeReported(v1::Incident::Kind kind);

// Whether a report received at `received` of what became known at `known` came in time; the empty message for
// kinds without such a duty. A term of working days ends with the last of them, in Amsterdam.
v1::Timeliness TimelinessOf(v1::Incident::Kind kind, absl::Time known, absl::Time received,
                            const IncidentTerms& terms);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_RULES_TERMS_H_
