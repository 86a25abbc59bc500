#include <cstdint>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/framework/rules/faults.h"
#include "services/framework/rules/rule_validation.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/policy.h"
#include "services/registry/rules/risk_policy.h"
#include "services/rules/enum_set.h"

namespace waarborg::registry {
namespace {

using team::v1::Role;

constexpr int kLevels = 6;
// Ten years of weeks: longer than any term, short enough for every calendar.
constexpr std::int32_t kLongestTerm = 520;

// The rows of the step's lifecycle know no other deciders.
constexpr rules::EnumSet<Role> kDeciders{Role::ROLE_QUALITY_MANAGER, Role::ROLE_DECISION_MAKER};
constexpr rules::EnumSet<v1::Level> kMayBeProvisional{v1::LEVEL_HEIGHTENED_SUPERVISION,
                                                      v1::LEVEL_CLIENT_STOP};

class Found final {
 public:
  void Add(absl::string_view field, absl::string_view reason) {
    faults_.push_back({.field = std::string(field), .reason = std::string(reason)});
  }
  [[nodiscard]] std::vector<PolicyFault> Take() { return std::move(faults_); }

 private:
  std::vector<PolicyFault> faults_;
};

std::string Entry(absl::string_view list, int index) { return absl::StrCat(list, "[", index, "]"); }

// A value that exists and was not seen before.
template <class IsValid>
bool CheckOnce(int value, IsValid is_valid, absl::string_view field, absl::flat_hash_set<int>& seen,
               Found& found) {
  if (value == 0) {
    found.Add(field, "REQUIRED");
  } else if (!is_valid(value)) {
    found.Add(field, "UNKNOWN_VALUE");
  } else if (!seen.insert(value).second) {
    found.Add(field, "DUPLICATE");
  } else {
    return true;
  }
  return false;
}

// A list of values, each at most once.
template <class Values, class IsValid>
void CheckEachOnce(const Values& values, IsValid is_valid, const std::string& field, Found& found) {
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < values.size(); ++i) CheckOnce(values[i], is_valid, Entry(field, i), seen, found);
}

void CheckText(const framework::v1::Text& text, const std::string& field, Found& found) {
  if (text.nl().empty()) found.Add(field + ".nl", "REQUIRED");
  if (text.en().empty()) found.Add(field + ".en", "REQUIRED");
}

void CheckReading(const v1::PolicyVersion& policy, Found& found) {
  if (policy.overall_reading() == framework::v1::READING_UNSPECIFIED) {
    found.Add("overall_reading", "REQUIRED");
  } else if (policy.overall_reading() == framework::v1::READING_ABS45) {
    found.Add("overall_reading", "READING_CANNOT_DECIDE");
  }
}

void CheckLevelPolicy(const v1::PolicyVersion& policy, Found& found) {
  if (!policy.has_level_policy()) return;
  framework::Faults faults;
  framework::CheckLevelPolicy(policy.level_policy(), "level_policy", faults);
  for (const framework::Fault& fault : faults.all()) found.Add(fault.field, "LEVEL_OUT_OF_RANGE");
}

void CheckFourEyes(const v1::PolicyVersion& policy, Found& found) {
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < policy.four_eyes_size(); ++i) {
    const std::string at = Entry("four_eyes", i);
    CheckOnce(policy.four_eyes(i).act(), team::v1::Act_IsValid, at + ".act", seen, found);
    absl::flat_hash_set<int> alone;
    CheckOnce(policy.four_eyes(i).rule(), team::v1::FourEyes_IsValid, at + ".rule", alone, found);
  }
}

void CheckTerms(const v1::PolicyTerms& terms, Found& found) {
  struct Row {
    absl::string_view field;
    std::int32_t length;
  };
  const Row rows[] = {
      {"draft_response_working_days", terms.draft_response_working_days()},
      {"view_working_days", terms.view_working_days()},
      {"view_urgent_working_days", terms.view_urgent_working_days()},
      {"plan_submission_working_days", terms.plan_submission_working_days()},
      {"plan_judgement_working_days", terms.plan_judgement_working_days()},
      {"re_assessment_weeks", terms.re_assessment_weeks()},
      {"plan_running_months", terms.plan_running_months()},
      {"confirmation_working_days", terms.confirmation_working_days()},
      {"provisional_days", terms.provisional_days()},
      {"hear_afterwards_working_days", terms.hear_afterwards_working_days()},
      {"objection_weeks", terms.objection_weeks()},
      {"acute_response_hours", terms.acute_response_hours()},
  };
  const Row may_be_absent[] = {
      {"incident_report_working_days", terms.incident_report_working_days()},
      {"incident_acknowledge_working_days", terms.incident_acknowledge_working_days()},
      {"incident_inquiry_weeks", terms.incident_inquiry_weeks()},
  };
  for (const Row& row : may_be_absent) {
    if (row.length < 0 || row.length > kLongestTerm)
      found.Add(absl::StrCat("terms.", row.field), "TERM_OUT_OF_RANGE");
  }
  for (const Row& row : rows) {
    if (row.length < 1 || row.length > kLongestTerm)
      found.Add(absl::StrCat("terms.", row.field), "TERM_OUT_OF_RANGE");
  }
}

void CheckTitles(const v1::LadderLevel& row, const std::string& at, Found& found) {
  if (row.titles().empty()) found.Add(at + ".titles", "REQUIRED");
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < row.titles_size(); ++i) {
    const std::string entry = Entry(at + ".titles", i);
    const v1::LevelTitle& title = row.titles(i);
    CheckText(title.title(), entry + ".title", found);
    if (!v1::LegalBasis_IsValid(title.legal_basis())) found.Add(entry + ".legal_basis", "UNKNOWN_VALUE");
    if (!seen.insert(title.legal_basis()).second) found.Add(entry + ".legal_basis", "DUPLICATE");
  }
}

void CheckMandate(const v1::LadderLevel& row, const std::string& at, Found& found) {
  if (row.mandate().empty()) found.Add(at + ".mandate", "REQUIRED");
  CheckEachOnce(row.mandate(), team::v1::Role_IsValid, at + ".mandate", found);
  for (int i = 0; i < row.mandate_size(); ++i) {
    if (row.mandate(i) != Role::ROLE_UNSPECIFIED && !kDeciders.Contains(row.mandate(i))) {
      found.Add(Entry(at + ".mandate", i), "ROLE_CANNOT_DECIDE");
    }
  }
}

// Only L3 and L4 are ever provisional, and L5 alone is the end.
void CheckNature(const v1::LadderLevel& row, const std::string& at, Found& found) {
  const bool last = row.level() == v1::LEVEL_CONTRACT_TERMINATION;
  if (row.provisional() && !kMayBeProvisional.Contains(row.level())) {
    found.Add(at + ".provisional", "LEVEL_NEVER_PROVISIONAL");
  }
  if (row.terminal() != last)
    found.Add(at + ".terminal", last ? "LAST_LEVEL_IS_TERMINAL" : "LEVEL_NOT_TERMINAL");
  if (row.evaluation_weeks() < 0 || row.evaluation_weeks() > kLongestTerm) {
    found.Add(at + ".evaluation_weeks", "TERM_OUT_OF_RANGE");
  }
}

void CheckStepsDown(const v1::LadderLevel& row, const std::string& at, Found& found) {
  CheckEachOnce(row.step_down_to(), v1::Level_IsValid, at + ".step_down_to", found);
  for (int i = 0; i < row.step_down_to_size(); ++i) {
    if (row.terminal() || row.step_down_to(i) >= row.level()) {
      found.Add(Entry(at + ".step_down_to", i), "STEP_DOWN_NOT_LOWER");
    }
  }
}

void CheckLadder(const v1::PolicyVersion& policy, Found& found) {
  absl::flat_hash_set<int> seen;
  int previous = 0;
  for (int i = 0; i < policy.ladder_size(); ++i) {
    const v1::LadderLevel& row = policy.ladder(i);
    const std::string at = Entry("ladder", i);
    if (CheckOnce(row.level(), v1::Level_IsValid, at + ".level", seen, found) && row.level() < previous) {
      found.Add(at + ".level", "LEVELS_OUT_OF_ORDER");
    }
    previous = row.level();
    CheckTitles(row, at, found);
    CheckMandate(row, at, found);
    if (row.profiles().empty()) found.Add(at + ".profiles", "REQUIRED");
    CheckEachOnce(row.profiles(), framework::v1::Profile_IsValid, at + ".profiles", found);
    if (row.legal_bases().empty()) found.Add(at + ".legal_bases", "REQUIRED");
    CheckEachOnce(row.legal_bases(), v1::LegalBasis_IsValid, at + ".legal_bases", found);
    CheckNature(row, at, found);
    CheckStepsDown(row, at, found);
  }
  if (seen.size() < kLevels) found.Add("ladder", "LEVEL_MISSING");
}

void CheckKinds(const v1::PolicyVersion& policy, Found& found) {
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < policy.kinds_size(); ++i) {
    CheckOnce(policy.kinds(i).kind(), v1::AssessmentKind_IsValid, Entry("kinds", i) + ".kind", seen, found);
  }
}

void CheckCounts(const v1::PolicyVersion& policy, Found& found) {
  if (policy.re_assessments_per_plan() < 0) found.Add("re_assessments_per_plan", "NEGATIVE");
  if (policy.partial_results_per_plan() < 0) found.Add("partial_results_per_plan", "NEGATIVE");
  if (policy.returns_before_giving_up() < 0) found.Add("returns_before_giving_up", "NEGATIVE");
}

void CheckReminders(const v1::PolicyVersion& policy, Found& found) {
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < policy.reminders_size(); ++i) {
    const v1::ReminderRule& rule = policy.reminders(i);
    const std::string at = Entry("reminders", i);
    if (!seen.insert(rule.term()).second) found.Add(at + ".term", "DUPLICATE");
    for (const auto& [field, days] :
         {std::pair{".before_working_days", rule.before_working_days()},
          std::pair{".after_working_days", rule.after_working_days()},
          std::pair{".escalate_after_working_days", rule.escalate_after_working_days()}}) {
      if (days < 0 || days > kLongestTerm) found.Add(at + field, "TERM_OUT_OF_RANGE");
    }
  }
}

}  // namespace

std::vector<PolicyFault> PolicyFaults(const v1::PolicyVersion& policy) {
  Found found;
  CheckReading(policy, found);
  CheckLevelPolicy(policy, found);
  CheckFourEyes(policy, found);
  CheckTerms(policy.terms(), found);
  CheckLadder(policy, found);
  CheckKinds(policy, found);
  CheckCounts(policy, found);
  CheckReminders(policy, found);
  std::vector<PolicyFault> faults = found.Take();
  AddCatalogueFaults(policy, faults);
  AddRiskFaults(policy, faults);
  return faults;
}

}  // namespace waarborg::registry
