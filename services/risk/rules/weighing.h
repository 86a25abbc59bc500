#ifndef WAARBORG_SERVICES_RISK_RULES_WEIGHING_H_
#define WAARBORG_SERVICES_RISK_RULES_WEIGHING_H_

// Whom to assess next, explained (R-002-06): facts times weights, in whole points. Proposes; decides nothing.
// Pure.

#include <optional>
#include <string>
#include <vector>

#include "absl/time/civil_time.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/catalogue.pb.h"
#include "waarborg/risk/v1/risk.pb.h"

namespace waarborg::risk {

// How many resources a contribution names; the rest are counted.
inline constexpr int kNamedResources = 5;

using Names = std::vector<std::string>;

struct Report {
  registry::v1::RiskFactor factor = registry::v1::RISK_FACTOR_UNSPECIFIED;  // one of the reports
  absl::CivilDay day;                                                       // of receipt
  std::string incident;
};

struct Result {
  framework::v1::Band band = framework::v1::BAND_UNSPECIFIED;
  absl::CivilDay day;  // of the decision
  std::string assessment;
};

struct Contact {
  absl::CivilDay day;
  std::string resource;  // what shows it; the provider itself when there never was any
};

// What is known of one provider.
struct Facts {
  std::vector<Report> reports;
  Names open_terms;  // the resources that they are about
  Names overdue_plans;
  Names overdue_obligations;
  std::optional<Result> last_result;
  Names fallen_certificates;
  Names expiring_certificates;
  Names overdue_surveillances;
  // Holds none, though it is no entrant (R-000-05).
  bool no_certificate = false;
  Contact last_contact;
  std::string provider;
  std::string open_assessment;
  bool partial = false;
};

// Whole months from one day to another; 0 when it is no later.
int MonthsBetween(absl::CivilDay from, absl::CivilDay to);

// The view, but for its name, rank and policy. Every fact found is in it, also where it weighs nothing;
// reports older than the last age are not. `weights` holds together (registry/rules/risk_policy.h).
v1::RiskView Weigh(const Facts& facts, const registry::v1::RiskPolicy& weights, absl::CivilDay today);

}  // namespace waarborg::risk

#endif  // WAARBORG_SERVICES_RISK_RULES_WEIGHING_H_
