#include "services/risk/rules/weighing.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace waarborg::risk {
namespace {

using registry::v1::RiskFactor;
using registry::v1::RiskPolicy;
using registry::v1::RiskWeight;
using v1::RiskContribution;

constexpr int kWhole = 100;
constexpr int kMonthsOfAYear = 12;

constexpr RiskFactor kReports[] = {
    registry::v1::RISK_FACTOR_INCIDENT,  registry::v1::RISK_FACTOR_CALAMITY,
    registry::v1::RISK_FACTOR_VIOLENCE,  registry::v1::RISK_FACTOR_DATA_BREACH,
    registry::v1::RISK_FACTOR_SIGNAL,    registry::v1::RISK_FACTOR_CLIENT_SIGNAL,
    registry::v1::RISK_FACTOR_COMPLAINT,
};

// What was found of one factor, at one age.
struct Finding {
  RiskFactor factor;
  RiskContribution::Unit unit;
  int quantity;
  Names resources;
  int within_days = 0;
  int percent = kWhole;
};

RiskWeight WeightOf(const RiskPolicy& weights, RiskFactor factor) {
  for (const RiskWeight& weight : weights.weights()) {
    if (weight.factor() == factor) return weight;
  }
  return {};
}

RiskFactor FactorOf(framework::v1::Band band) {
  if (band == framework::v1::BAND_GOOD) return registry::v1::RISK_FACTOR_LAST_RESULT_GOOD;
  if (band == framework::v1::BAND_SUFFICIENT) return registry::v1::RISK_FACTOR_LAST_RESULT_SUFFICIENT;
  return registry::v1::RISK_FACTOR_LAST_RESULT_INSUFFICIENT;
}

// Adds findings to a view, each factor within its bound.
class Scale final {
 public:
  explicit Scale(const RiskPolicy& weights) : weights_(weights) {}

  // REQUIRES: findings of one factor come one after another.
  void Add(const Finding& finding) {
    if (finding.quantity == 0) return;
    const RiskWeight weight = WeightOf(weights_, finding.factor);
    RiskContribution& row = *view_.add_contributions();
    row.set_factor(finding.factor);
    row.set_quantity(finding.quantity);
    row.set_unit(finding.unit);
    row.set_within_days(finding.within_days);
    row.set_weight(weight.points());
    row.set_percent(finding.percent);
    SetPoints(weight, row);
    NameResources(finding.resources, row);
    view_.set_total(view_.total() + row.points());
  }

  // As many as there are names.
  void AddEach(RiskFactor factor, RiskContribution::Unit unit, Names resources) {
    const int quantity = static_cast<int>(resources.size());
    Add({.factor = factor, .unit = unit, .quantity = quantity, .resources = std::move(resources)});
  }

  v1::RiskView Done() { return std::move(view_); }

 private:
  void SetPoints(const RiskWeight& weight, RiskContribution& row) {
    const std::int64_t whole = std::int64_t{row.quantity()} * row.weight() * row.percent() / kWhole;
    if (weight.factor() != current_) added_ = 0;
    current_ = weight.factor();
    const std::int64_t most =
        weight.most_points() == 0 ? std::numeric_limits<std::int32_t>::max() : weight.most_points();
    const std::int64_t points = std::min(whole, most - added_);
    added_ += points;
    row.set_points(static_cast<std::int32_t>(points));
    row.set_bounded(points < whole);
  }

  static void NameResources(const Names& resources, RiskContribution& row) {
    const int named = std::min(kNamedResources, static_cast<int>(resources.size()));
    for (int i = 0; i < named; ++i) row.add_resources(resources[i]);
    row.set_more_resources(static_cast<int>(resources.size()) - named);
  }

  const RiskPolicy& weights_;
  RiskFactor current_ = registry::v1::RISK_FACTOR_UNSPECIFIED;
  std::int64_t added_ = 0;  // of the current factor
  v1::RiskView view_;
};

// The reports of one kind, youngest age first. One of a day yet to come is as young as can be.
void AddReports(const Facts& facts, RiskFactor factor, const RiskPolicy& weights, absl::CivilDay today,
                Scale& scale) {
  std::int64_t younger = -1;
  for (const registry::v1::RiskAge& age : weights.ages()) {
    Finding finding{.factor = factor,
                    .unit = RiskContribution::UNIT_REPORTS,
                    .quantity = 0,
                    .resources = {},
                    .within_days = age.within_days(),
                    .percent = age.percent()};
    for (const Report& report : facts.reports) {
      const std::int64_t days = std::max<std::int64_t>(0, today - report.day);
      if (report.factor != factor || days <= younger || days > age.within_days()) continue;
      finding.resources.push_back(report.incident);
    }
    finding.quantity = static_cast<int>(finding.resources.size());
    scale.Add(finding);
    younger = age.within_days();
  }
}

void AddLastResult(const Facts& facts, absl::CivilDay today, Scale& scale) {
  if (!facts.last_result.has_value()) {
    scale.Add(
        {registry::v1::RISK_FACTOR_NEVER_ASSESSED, RiskContribution::UNIT_PROVIDERS, 1, {facts.provider}});
    return;
  }
  const Result& last = *facts.last_result;
  scale.Add({FactorOf(last.band), RiskContribution::UNIT_RESULTS, 1, {last.assessment}});
  scale.Add({registry::v1::RISK_FACTOR_MONTHS_SINCE_RESULT,
             RiskContribution::UNIT_MONTHS,
             MonthsBetween(last.day, today),
             {last.assessment}});
}

void AddCertificates(const Facts& facts, Scale& scale) {
  constexpr auto kUnit = RiskContribution::UNIT_CERTIFICATES;
  scale.AddEach(registry::v1::RISK_FACTOR_CERTIFICATE_FALLEN, kUnit, facts.fallen_certificates);
  scale.AddEach(registry::v1::RISK_FACTOR_CERTIFICATE_EXPIRING, kUnit, facts.expiring_certificates);
  scale.AddEach(registry::v1::RISK_FACTOR_SURVEILLANCE_OVERDUE, kUnit, facts.overdue_surveillances);
  if (!facts.no_certificate) return;
  scale.Add(
      {registry::v1::RISK_FACTOR_NO_CERTIFICATE, RiskContribution::UNIT_PROVIDERS, 1, {facts.provider}});
}

}  // namespace

int MonthsBetween(absl::CivilDay from, absl::CivilDay to) {
  if (to <= from) return 0;
  const std::int64_t months = (to.year() - from.year()) * kMonthsOfAYear + (to.month() - from.month()) -
                              (to.day() < from.day() ? 1 : 0);
  return static_cast<int>(months);
}

v1::RiskView Weigh(const Facts& facts, const RiskPolicy& weights, absl::CivilDay today) {
  Scale scale(weights);
  for (const RiskFactor factor : kReports) AddReports(facts, factor, weights, today, scale);
  scale.AddEach(registry::v1::RISK_FACTOR_OPEN_TERM, RiskContribution::UNIT_TERMS, facts.open_terms);
  scale.AddEach(registry::v1::RISK_FACTOR_PLAN_OVERDUE, RiskContribution::UNIT_PLANS, facts.overdue_plans);
  scale.AddEach(registry::v1::RISK_FACTOR_OBLIGATION_OVERDUE, RiskContribution::UNIT_OBLIGATIONS,
                facts.overdue_obligations);
  AddLastResult(facts, today, scale);
  AddCertificates(facts, scale);
  scale.Add({registry::v1::RISK_FACTOR_MONTHS_WITHOUT_CONTACT,
             RiskContribution::UNIT_MONTHS,
             MonthsBetween(facts.last_contact.day, today),
             {facts.last_contact.resource}});
  v1::RiskView view = scale.Done();
  view.set_open_assessment(facts.open_assessment);
  view.set_partial(facts.partial);
  return view;
}

}  // namespace waarborg::risk
