#ifndef WAARBORG_SERVICES_LEDGER_DEADLINES_H_
#define WAARBORG_SERVICES_LEDGER_DEADLINES_H_

// Moments at which something must be noticed. Deadlines are records; this runner fires those that are due,
// each in a unit of work of its own, as SYSTEM. A deadline raises a flag or follows a SYSTEM row; it never
// decides.

#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/ledger/ledger.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

// Runs when a deadline of its kind is due; the deadline itself is already cleared in the same unit. Records
// one event, or nothing when the moment no longer matters.
using DeadlineFunction = absl::Status (*)(UnitOfWork& unit, const internal::v1::Deadline& deadline);

struct DeadlineRule {
  absl::string_view kind;  // "assessment.response-due"
  DeadlineFunction fire;
};

class DeadlineRunner final {
 public:
  // The call's entropy seals the events; rules are kept by value.
  DeadlineRunner(Ledger& ledger, std::vector<DeadlineRule> rules, call::Entropy entropy);

  // Fires every deadline due by the ledger's clock and answers how many. One that fails is reported in the
  // status after the others ran; it stays and fires again next time. Blocks: not for a handler.
  absl::StatusOr<int> RunDue();

 private:
  absl::Status Fire(const std::string& key);

  Ledger& ledger_;
  std::vector<DeadlineRule> rules_;
  call::Entropy entropy_;
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_DEADLINES_H_
