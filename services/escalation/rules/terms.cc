#include "services/escalation/rules/terms.h"

#include <algorithm>

namespace waarborg::escalation {
namespace {

absl::CivilDay Day(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

bool Runs(const registry::v1::LadderLevel& row) {
  return !row.terminal() && row.level() != registry::v1::LEVEL_MONITORING;
}

}  // namespace

std::vector<TermsFault> TermsFaults(const registry::v1::LadderLevel& row, const v1::MeasureTerms& terms,
                                    absl::CivilDay today, std::optional<absl::CivilDay> running_since) {
  std::vector<TermsFault> faults;
  const bool needs_end = Runs(row);
  if (Day(terms.start_date()) < running_since.value_or(today)) {
    faults.push_back({"terms.start_date", "START_IN_PAST"});
  }
  if (needs_end && !terms.has_end_date() && terms.end_condition().empty()) {
    faults.push_back({"terms.end_date", "END_REQUIRED"});
  }
  if (terms.has_end_date() && Day(terms.end_date()) < Day(terms.start_date())) {
    faults.push_back({"terms.end_date", "END_BEFORE_START"});
  } else if (terms.has_end_date() && Day(terms.end_date()) < today) {
    faults.push_back({"terms.end_date", "END_IN_PAST"});
  }
  if (row.continuity_plan() && terms.continuity_plan().empty()) {
    faults.push_back({"terms.continuity_plan", "CONTINUITY_PLAN_REQUIRED"});
  }
  return faults;
}

std::vector<TermsFault> ProlongFaults(std::optional<absl::CivilDay> old_end, absl::CivilDay new_end,
                                      std::optional<absl::CivilDay> evaluation, absl::CivilDay today) {
  std::vector<TermsFault> faults;
  if (new_end <= old_end.value_or(today) || new_end <= today) faults.push_back({"end_date", "END_NOT_LATER"});
  if (evaluation.has_value() && *evaluation <= today) {
    faults.push_back({"evaluation_date", "EVALUATION_NOT_AHEAD"});
  }
  if (evaluation.has_value() && *evaluation > new_end) {
    faults.push_back({"evaluation_date", "EVALUATION_AFTER_END"});
  }
  return faults;
}

std::optional<absl::CivilDay> EvaluationDay(const registry::v1::LadderLevel& row, absl::CivilDay start,
                                            std::optional<absl::CivilDay> end) {
  if (!Runs(row)) return std::nullopt;
  if (row.evaluation_weeks() <= 0) return end;
  const absl::CivilDay planned = start + 7 * row.evaluation_weeks();
  return end.has_value() ? std::min(planned, *end) : planned;
}

std::vector<TermsFault> EvaluationFaults(std::optional<absl::CivilDay> end,
                                         std::optional<absl::CivilDay> next, absl::CivilDay today) {
  std::vector<TermsFault> faults;
  const bool ended = end.has_value() && *end <= today;
  if (!next.has_value()) {
    if (ended) faults.push_back({"evaluation_date", "EVALUATION_DATE_REQUIRED"});
    return faults;
  }
  if (*next <= today) faults.push_back({"evaluation_date", "EVALUATION_NOT_AHEAD"});
  if (end.has_value() && !ended && *next > *end) {
    faults.push_back({"evaluation_date", "EVALUATION_AFTER_END"});
  }
  return faults;
}

}  // namespace waarborg::escalation
