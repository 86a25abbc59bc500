#ifndef WAARBORG_SERVICES_LEDGER_DEADLINES_H_
#define WAARBORG_SERVICES_LEDGER_DEADLINES_H_

// Moments at which something must be noticed. Deadlines are records; this runner fires those that are due,
// each in a unit of work of its own, as SYSTEM. A deadline raises a flag or follows a SYSTEM row; it never
// decides.

#include <map>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/ledger/ledger.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

// Runs when a deadline of its kind is due; the deadline itself is already cleared in the same unit. Records
// one event, or nothing when the moment no longer matters.
using DeadlineFunction = absl::Status (*)(UnitOfWork& unit, const internal::v1::Deadline& deadline);

// Whether what the deadline is about still waits to be done. NOT_FOUND: there is no such resource.
using WaitsFunction = absl::StatusOr<bool> (*)(const storage::Reader& reader, absl::string_view resource);

// How a term of this kind may be moved by a person, beside the acts of its noun.
struct Moving {
  // The date of the deadline has changed: the noun's record takes it over, without telling a fact. Null: the
  // date is fixed by the law or by another act.
  DeadlineFunction follow = nullptr;
  call::Role role = call::Role::ROLE_QUALITY_MANAGER;
  bool may_stand_still = true;
};

struct DeadlineRule {
  absl::string_view kind;  // "assessment.response-due"
  DeadlineFunction fire;
  // Null: nothing to be done is known by the noun.
  WaitsFunction waits = nullptr;
  Moving moving = {};
};

// Not thread-safe.
class DeadlineRunner final {
 public:
  // The call's entropy seals the events; rules are kept by value.
  DeadlineRunner(Ledger& ledger, std::vector<DeadlineRule> rules, call::Entropy entropy);

  // Fires the deadlines due by the ledger's clock, a thousand at most, and answers how many. One that fails
  // is reported in the status after the others ran; it stays, and this runner tries it again after a second,
  // and after twice as long each time it fails, up to an hour. Blocks: not for a handler.
  absl::StatusOr<int> RunDue();

 private:
  // Of a deadline that failed, under its entry by time.
  struct Failure {
    absl::Time try_again;
    absl::Duration wait;
  };
  using Failures = std::map<std::string, Failure>;

  // One look through all that is due.
  struct Round {
    absl::Time now;
    int fired = 0;
    int failed = 0;
    absl::Status first_failure;
    Failures failures;
  };

  absl::Status Fire(const std::string& key);
  // Fires one, unless it failed a moment ago.
  void Try(const std::string& entry, const std::string& key, Round& round);

  Ledger& ledger_;
  std::vector<DeadlineRule> rules_;
  call::Entropy entropy_;
  Failures failures_;
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_DEADLINES_H_
