#ifndef WAARBORG_SERVICES_ESCALATION_OBJECTIONS_H_
#define WAARBORG_SERVICES_ESCALATION_OBJECTIONS_H_

// Objections against a measure of public law (Dutch: bezwaar; Awb 6:7). A late one is taken in and named so;
// the measure runs on.

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "services/escalation/rules/ladder.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::escalation {

using Objections = google::protobuf::RepeatedPtrField<v1::Objection>;

// What is objected to: a step or an acute case, and until when that is in time.
struct Contested {
  std::string resource;
  registry::v1::LegalBasis basis = registry::v1::LEGAL_BASIS_UNSPECIFIED;
  Level level = registry::v1::LEVEL_UNSPECIFIED;
  std::optional<absl::Time> due;  // none where nothing was imposed
};

// The objection as it came in. `document` is null unless it was entered namens aanbieder.
struct Incoming {
  const v1::Objection& objection;
  const team::v1::OnBehalfOfProvider* document;
};

// The event of the objection's row: with its outcome, or without.
absl::string_view EventOf(const v1::Objection& objection);

// Keeps the objection; one of a date already there, sent with its outcome, fills that in. Errors:
// FAILED_PRECONDITION (NOT_PUBLIC_LAW, NO_MEASURE), INVALID_ARGUMENT (OBJECTION_IN_FUTURE and those of
// NoteOnBehalf).
absl::Status KeepObjection(const ledger::UnitOfWork& unit, const Contested& contested,
                           const Incoming& incoming, Objections& kept, ledger::Fact& fact);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_OBJECTIONS_H_
