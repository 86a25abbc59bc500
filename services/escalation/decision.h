#ifndef WAARBORG_SERVICES_ESCALATION_DECISION_H_
#define WAARBORG_SERVICES_ESCALATION_DECISION_H_

// What a person decides on the ladder, and how it comes into force. The engine has only advised.

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "services/call/error.h"
#include "services/escalation/step_changes.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

// The decision as it was spoken.
struct Ruling {
  v1::Decision::Kind kind = v1::Decision::KIND_UNSPECIFIED;
  Level level = registry::v1::LEVEL_UNSPECIFIED;
  std::string reason;
  v1::MeasureTerms terms;  // not with KIND_NOT
  // The day on which the measure began provisionally.
  std::optional<absl::CivilDay> running_since = std::nullopt;
};

// The record of a ruling: the level's name on this ground, its dates, until when an objection may come
// (public law only). INVALID_ARGUMENT for terms the level does not allow. REQUIRES: a level of the policy.
absl::StatusOr<v1::Decision> DecisionOf(const ledger::UnitOfWork& unit,
                                        const registry::v1::PolicyVersion& policy,
                                        registry::v1::LegalBasis basis, const Ruling& ruling);

// Of these, what the terms show by themselves: END_BEFORE_START.
void CheckTerms(const v1::MeasureTerms& terms, call::Violations& violations);

// READY to DECIDED by `event`: every guard that a decision has, then the level moves or stays. Errors:
// ACUTE_CASE_OPEN, LEVEL_CHANGED, NO_MANDATE, SAME_PERSON, SECOND_PERSON_REQUIRED, VIEW_UNANSWERED,
// ALIGNMENT_REQUIRED and those of the level and the terms.
absl::StatusOr<v1::Step> Decide(ledger::UnitOfWork& unit, StepFile& file, absl::string_view event,
                                const Ruling& ruling);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_DECISION_H_
