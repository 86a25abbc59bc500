#ifndef WAARBORG_SERVICES_IMPROVEMENT_REVISION_H_
#define WAARBORG_SERVICES_IMPROVEMENT_REVISION_H_

// One revision of a plan or point, as every command makes it: open, follow the table, change, keep.
//
//   ASSIGN_OR_RETURN(v1::ImprovementPlan plan, OpenPlan(unit, request.name(), request.etag()));
//   ASSIGN_OR_RETURN(ledger::Fact fact, FollowPlan(unit, plan, "approve"));
//   plan.set_...;
//   return KeepPlan(unit, std::move(plan), std::move(fact));

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/ledger/time.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::improvement {

// The record, when it is the caller's to touch and fresh. NOT_FOUND, PERMISSION_DENIED (OTHER_PROVIDER),
// ABORTED (ETAG_MISMATCH).
absl::StatusOr<v1::ImprovementPlan> OpenPlan(const ledger::UnitOfWork& unit, absl::string_view name,
                                             absl::string_view etag);
absl::StatusOr<v1::AttentionPoint> OpenPoint(const ledger::UnitOfWork& unit, absl::string_view name,
                                             absl::string_view etag);

// Moves the record along its table for the caller and gives the fact to record. FAILED_PRECONDITION
// (ILLEGAL_TRANSITION), PERMISSION_DENIED (ROLE_NOT_ALLOWED).
absl::StatusOr<ledger::Fact> FollowPlan(const ledger::UnitOfWork& unit, v1::ImprovementPlan& plan,
                                        absl::string_view event);
absl::StatusOr<ledger::Fact> FollowPoint(const ledger::UnitOfWork& unit, v1::AttentionPoint& point,
                                         absl::string_view event);

// Puts the record with a new etag and records the fact; gives it back as the caller may read it.
absl::StatusOr<v1::ImprovementPlan> KeepPlan(ledger::UnitOfWork& unit, v1::ImprovementPlan plan,
                                             ledger::Fact fact);
absl::StatusOr<v1::AttentionPoint> KeepPoint(ledger::UnitOfWork& unit, v1::AttentionPoint point,
                                             ledger::Fact fact);

// A provider's act: done by the provider itself, or entered by the team namens aanbieder, from a document
// with a date. Notes on the fact for whom. INVALID_ARGUMENT (violations ON_BEHALF_REQUIRED,
// ON_BEHALF_NOT_ALLOWED, DATE_IN_FUTURE).
absl::Status NoteProvidersAct(const ledger::UnitOfWork& unit, const v1::ImprovementPlan& plan,
                              const team::v1::OnBehalfOfProvider* on_behalf, ledger::Fact& fact);

// The document of a request namens aanbieder; null when the provider acts itself.
template <class Request>
const team::v1::OnBehalfOfProvider* DocumentOf(const Request& request) {
  return request.has_on_behalf_of_provider() ? &request.on_behalf_of_provider() : nullptr;
}

template <class Request>
absl::Status NoteProvidersAct(const ledger::UnitOfWork& unit, const v1::ImprovementPlan& plan,
                              const Request& request, ledger::Fact& fact) {
  return NoteProvidersAct(unit, plan, DocumentOf(request), fact);
}

// Writes down who did a provider's act, when, and from which document: into a ProviderAct, ProgressNote or
// PlanChange.
template <class Request, class Act>
void SignProvidersAct(const ledger::UnitOfWork& unit, const Request& request, Act& act) {
  act.set_author(unit.call().caller.member);
  const team::v1::OnBehalfOfProvider* document = DocumentOf(request);
  if (document != nullptr) *act.mutable_on_behalf_of_provider() = *document;
  *act.mutable_time() = ledger::Stamp(unit.now());
}

// The policy version the plan works by.
absl::StatusOr<registry::v1::PolicyVersion> PolicyOf(const ledger::UnitOfWork& unit,
                                                     const v1::ImprovementPlan& plan);

// Starts the provider's term to submit.
absl::Status StartSubmissionTerm(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                                 v1::ImprovementPlan& plan);

// Ends the wait for a re-assessment of a completed plan.
absl::Status EndWaitForReAssessment(ledger::UnitOfWork& unit, v1::ImprovementPlan& plan);

// Starts a running time today: sets the end date and its deadline.
absl::Status StartRunning(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                          v1::ImprovementPlan& plan);

// Lets the timer look at the items: at once, or when the next open one has passed its date.
absl::Status WatchItems(ledger::UnitOfWork& unit, const v1::ImprovementPlan& plan, bool at_once);

// Keeps the items as the plan's next version.
void AddVersion(const ledger::UnitOfWork& unit, absl::string_view author,
                const team::v1::OnBehalfOfProvider* on_behalf, v1::ImprovementPlan& plan);

// Why the plan ended; the timer leaves it alone from here.
absl::Status EndPlan(ledger::UnitOfWork& unit, absl::string_view reason, v1::ImprovementPlan& plan);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_REVISION_H_
