#ifndef WAARBORG_SERVICES_ESCALATION_RULES_TERMS_H_
#define WAARBORG_SERVICES_ESCALATION_RULES_TERMS_H_

// The dates and conditions of a measure (reference 4.4.2). Pure. Days are days in Europe/Amsterdam.

#include <optional>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::escalation {

struct TermsFault {
  absl::string_view field;   // in the request
  absl::string_view reason;  // UPPER_SNAKE
};

// What is missing or cannot be at this level: an end date or end condition (unless the level is terminal or
// L0), dates that are not past, their order, a plan for the clients where the level asks one. A measure that
// already runs, provisionally, may start on the day it began.
[[nodiscard]] std::vector<TermsFault> TermsFaults(const registry::v1::LadderLevel& row,
                                                  const v1::MeasureTerms& terms, absl::CivilDay today,
                                                  std::optional<absl::CivilDay> running_since);

// What keeps new dates from being a prolongation: the end must be later than it was and lie ahead, the
// evaluation must lie ahead and not after the end. Absent days are std::nullopt.
[[nodiscard]] std::vector<TermsFault> ProlongFaults(std::optional<absl::CivilDay> old_end,
                                                    absl::CivilDay new_end,
                                                    std::optional<absl::CivilDay> evaluation,
                                                    absl::CivilDay today);

// When a measure at this level is looked at again: after the level's weeks, counted from `start`, and not
// later than its end; at its end where the level names no weeks. Nothing at L0, at a terminal level, and for
// a measure without weeks or end date.
[[nodiscard]] std::optional<absl::CivilDay> EvaluationDay(const registry::v1::LadderLevel& row,
                                                          absl::CivilDay start,
                                                          std::optional<absl::CivilDay> end);

// What keeps `next` from being the next evaluation of a measure that ends on `end`: it lies ahead and, while
// the measure's end does, not after that. Past its end a measure needs a date, or nobody looks at it again.
[[nodiscard]] std::vector<TermsFault> EvaluationFaults(std::optional<absl::CivilDay> end,
                                                       std::optional<absl::CivilDay> next,
                                                       absl::CivilDay today);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_RULES_TERMS_H_
