#ifndef WAARBORG_SERVICES_ESCALATION_GROUNDS_H_
#define WAARBORG_SERVICES_ESCALATION_GROUNDS_H_

// What an advice leans on (reference 4.4.2): the files it names, about the same provider.

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "storage/store.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

struct Grounds {
  // When a re-assessment became final that found improvement and judged trust restored or strengthened.
  std::optional<absl::Time> restored;
  // On what ground the assessment named was done.
  std::optional<registry::v1::LegalBasis> assessed_on;
};

// INVALID_ARGUMENT (NOT_OF_THIS_PROVIDER); NOT_FOUND for a file that does not exist. `provider` is a resource
// name.
absl::StatusOr<Grounds> ReadGrounds(const storage::Reader& reader, const v1::ProposeStepsRequest& request,
                                    const std::string& provider);

// Whether things were restored after the measure in force was imposed, not before it (R-002-38).
bool RestoredSince(const Grounds& grounds, const v1::Standing& standing);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_GROUNDS_H_
