#include "services/registry/rules/risk_policy.h"

#include <string>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"

namespace waarborg::registry {
namespace {

constexpr int kMostPoints = 1000;
constexpr int kMostOfAFactor = 100'000;
constexpr int kLongestDays = 3650;
constexpr int kWhole = 100;
constexpr int kMostAges = 10;

struct WeightRow {
  v1::RiskFactor factor;
  int points;
  int most_points;
};

// Harm weighs most, then what was found wanting, then what is late, then time.
constexpr WeightRow kWeights[] = {
    {v1::RISK_FACTOR_INCIDENT, 5, 30},
    {v1::RISK_FACTOR_CALAMITY, 40, 120},
    {v1::RISK_FACTOR_VIOLENCE, 25, 75},
    {v1::RISK_FACTOR_DATA_BREACH, 10, 30},
    {v1::RISK_FACTOR_SIGNAL, 8, 40},
    {v1::RISK_FACTOR_CLIENT_SIGNAL, 8, 40},
    {v1::RISK_FACTOR_COMPLAINT, 6, 30},
    {v1::RISK_FACTOR_OPEN_TERM, 1, 5},
    {v1::RISK_FACTOR_PLAN_OVERDUE, 20, 40},
    {v1::RISK_FACTOR_OBLIGATION_OVERDUE, 5, 20},
    {v1::RISK_FACTOR_LAST_RESULT_GOOD, 0, 0},
    {v1::RISK_FACTOR_LAST_RESULT_SUFFICIENT, 20, 20},
    {v1::RISK_FACTOR_LAST_RESULT_INSUFFICIENT, 60, 60},
    {v1::RISK_FACTOR_NEVER_ASSESSED, 40, 40},
    {v1::RISK_FACTOR_MONTHS_SINCE_RESULT, 1, 36},
    {v1::RISK_FACTOR_CERTIFICATE_FALLEN, 15, 30},
    {v1::RISK_FACTOR_CERTIFICATE_EXPIRING, 5, 10},
    {v1::RISK_FACTOR_SURVEILLANCE_OVERDUE, 5, 10},
    {v1::RISK_FACTOR_NO_CERTIFICATE, 0, 0},
    {v1::RISK_FACTOR_MONTHS_WITHOUT_CONTACT, 1, 24},
};

struct AgeRow {
  int within_days;
  int percent;
};

constexpr AgeRow kAges[] = {{90, kWhole}, {365, 50}, {730, 25}};

v1::RiskPolicy MakeDefault() {
  v1::RiskPolicy risk;
  for (const WeightRow& row : kWeights) {
    v1::RiskWeight& weight = *risk.add_weights();
    weight.set_factor(row.factor);
    weight.set_points(row.points);
    weight.set_most_points(row.most_points);
  }
  for (const AgeRow& row : kAges) {
    v1::RiskAge& age = *risk.add_ages();
    age.set_within_days(row.within_days);
    age.set_percent(row.percent);
  }
  return risk;
}

bool Within(int value, int least, int most) { return least <= value && value <= most; }

class Found final {
 public:
  explicit Found(std::vector<PolicyFault>& faults) : faults_(faults) {}

  void If(bool wrong, const std::string& field, const char* reason) {
    if (wrong) faults_.push_back({.field = field, .reason = reason});
  }

 private:
  std::vector<PolicyFault>& faults_;
};

void CheckFactor(v1::RiskFactor factor, const std::string& field, absl::flat_hash_set<int>& seen,
                 Found& found) {
  const bool given = factor != v1::RISK_FACTOR_UNSPECIFIED;
  const bool known = v1::RiskFactor_IsValid(factor);
  found.If(!given, field, "REQUIRED");
  found.If(!known, field, "UNKNOWN_VALUE");
  found.If(given && known && !seen.insert(factor).second, field, "DUPLICATE");
}

void CheckWeights(const v1::RiskPolicy& risk, Found& found) {
  found.If(risk.weights().empty(), "risk.weights", "REQUIRED");
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < risk.weights_size(); ++i) {
    const std::string at = absl::StrCat("risk.weights[", i, "]");
    const v1::RiskWeight& weight = risk.weights(i);
    CheckFactor(weight.factor(), at + ".factor", seen, found);
    found.If(!Within(weight.points(), 0, kMostPoints), at + ".points", "RISK_POINTS_OUT_OF_RANGE");
    found.If(!Within(weight.most_points(), 0, kMostOfAFactor), at + ".most_points",
             "RISK_POINTS_OUT_OF_RANGE");
  }
}

void CheckAges(const v1::RiskPolicy& risk, Found& found) {
  found.If(risk.ages_size() > kMostAges, "risk.ages", "TOO_MANY_RISK_AGES");
  int younger = 0;
  for (int i = 0; i < risk.ages_size(); ++i) {
    const std::string at = absl::StrCat("risk.ages[", i, "]");
    const v1::RiskAge& age = risk.ages(i);
    const bool in_range = Within(age.within_days(), 1, kLongestDays);
    found.If(!in_range, at + ".within_days", "RISK_AGE_OUT_OF_RANGE");
    found.If(in_range && age.within_days() <= younger, at + ".within_days", "RISK_AGES_OUT_OF_ORDER");
    found.If(!Within(age.percent(), 0, kWhole), at + ".percent", "RISK_PERCENT_OUT_OF_RANGE");
    younger = age.within_days();
  }
}

}  // namespace

const v1::RiskPolicy& DefaultRisk() {
  static const auto* const risk = new v1::RiskPolicy(MakeDefault());
  return *risk;
}

v1::RiskPolicy RiskOf(const v1::PolicyVersion& policy) {
  if (!policy.has_risk()) return DefaultRisk();
  v1::RiskPolicy own = policy.risk();
  if (own.ages().empty()) *own.mutable_ages() = DefaultRisk().ages();
  return own;
}

void AddRiskFaults(const v1::PolicyVersion& policy, std::vector<PolicyFault>& faults) {
  if (!policy.has_risk()) return;
  Found found(faults);
  CheckWeights(policy.risk(), found);
  CheckAges(policy.risk(), found);
}

}  // namespace waarborg::registry
