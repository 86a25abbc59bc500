#ifndef WAARBORG_SERVICES_INCIDENT_REVISION_H_
#define WAARBORG_SERVICES_INCIDENT_REVISION_H_

// One revision of an incident, as every command makes it: open, follow the table, change, keep.
//
//   ASSIGN_OR_RETURN(Revision revision, Revise(unit, request, "close_incident"));
//   revision.incident.set_...;
//   return KeepIncident(unit, std::move(revision));

#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/type/date.pb.h"
#include "services/incident/rules/terms.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::incident {

struct Revision {
  v1::Incident incident;
  ledger::Fact fact;
};

// The record, when it is the caller's to touch and fresh. NOT_FOUND (also for a provider that may not see
// it), PERMISSION_DENIED (OTHER_PROVIDER), ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::Incident> OpenIncident(const ledger::UnitOfWork& unit, absl::string_view name,
                                          absl::string_view etag);

// Moves the record along its table for the caller and gives the fact to record. FAILED_PRECONDITION
// (ILLEGAL_TRANSITION), PERMISSION_DENIED (ROLE_NOT_ALLOWED).
absl::StatusOr<ledger::Fact> FollowIncident(const ledger::UnitOfWork& unit, v1::Incident& incident,
                                            absl::string_view event);

// Both.
template <class Request>
absl::StatusOr<Revision> Revise(const ledger::UnitOfWork& unit, const Request& request,
                                absl::string_view event) {
  ASSIGN_OR_RETURN(v1::Incident incident, OpenIncident(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowIncident(unit, incident, event));
  return Revision{.incident = std::move(incident), .fact = std::move(fact)};
}

// Puts the record with a new etag and records the fact; gives it back as the caller may read it.
absl::StatusOr<v1::Incident> KeepIncident(ledger::UnitOfWork& unit, v1::Incident incident, ledger::Fact fact);

inline absl::StatusOr<v1::Incident> KeepIncident(ledger::UnitOfWork& unit, Revision revision) {
  return KeepIncident(unit, std::move(revision.incident), std::move(revision.fact));
}

// Writes down who acted and when.
template <class Act>
void Sign(const ledger::UnitOfWork& unit, Act& act) {
  act.set_author(unit.call().caller.member);
  *act.mutable_time() = ledger::Stamp(unit.now());
}

// The policy version the incident works by.
absl::StatusOr<registry::v1::PolicyVersion> PolicyOf(const ledger::UnitOfWork& unit,
                                                     const v1::Incident& incident);

// When the reporter came to know of it.
inline absl::Time KnownAt(const v1::Incident& incident) {
  return ledger::TimeOf(incident.has_knowledge_time() ? incident.knowledge_time()
                                                      : incident.occurrence_time());
}

// Gives the provider until the end of `due_date`, or of the policy's term where none is given.
// INVALID_ARGUMENT (DUE_DATE_IN_PAST).
absl::Status StartInquiryTerm(ledger::UnitOfWork& unit, const google::type::Date& due_date,
                              v1::Incident& incident);

// Nobody waits for the provider any more.
absl::Status EndInquiryTerm(ledger::UnitOfWork& unit, v1::Incident& incident);

// Someone has looked at it.
absl::Status EndAcknowledgeTerm(ledger::UnitOfWork& unit, v1::Incident& incident);

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_REVISION_H_
