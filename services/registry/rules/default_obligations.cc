// Of catalogue.h: the recurring obligations that ship with the product, from the care offices' purchasing
// profile (`003:L829` is its line 829), and how others' judgements are weighed.

#include "services/registry/rules/catalogue.h"

namespace waarborg::registry {
namespace {

struct ObligationRow {
  const char* id;
  v1::Sector sector;
  const char* nl;
  const char* en;
  int every_months;
  int due_month;
  int due_day;
  bool internal;
  const char* source;
};

constexpr int kInForceMonths = 24;

constexpr ObligationRow kObligations[] = {
    {"vv-quality-plan", v1::SECTOR_NURSING_AND_CARE, "Kwaliteitsplan", "Quality plan", 12, 12, 31, false,
     "003:L829-832; R-003-09"},
    {"vv-quality-report", v1::SECTOR_NURSING_AND_CARE, "Kwaliteitsverslag", "Quality report", 12, 6, 1, false,
     "003:L830-831; R-003-09"},
    {"gz-quality-report", v1::SECTOR_DISABILITY_CARE, "Kwaliteitsrapport", "Quality report", 12, 0, 0, false,
     "003:L816, L871; R-003-10"},
    {"gz-team-reflection", v1::SECTOR_DISABILITY_CARE, "Zelfreflectie in teams", "Team reflection", 12, 0, 0,
     true, "003:L808-813; R-003-10, R-003-11"},
    {"gz-client-research", v1::SECTOR_DISABILITY_CARE, "Onderzoek naar cliëntervaringen",
     "Client experience research", 36, 0, 0, false, "003:L805-806; R-003-10"},
    {"gz-visitation", v1::SECTOR_DISABILITY_CARE, "Externe visitatie", "External visitation", 24, 0, 0, false,
     "003:L878-880; R-003-10"},
};

v1::ObligationRule RuleOf(const ObligationRow& row) {
  v1::ObligationRule rule;
  rule.set_id(row.id);
  rule.set_sector(row.sector);
  rule.mutable_title()->set_nl(row.nl);
  rule.mutable_title()->set_en(row.en);
  rule.set_every_months(row.every_months);
  rule.set_due_month(row.due_month);
  rule.set_due_day(row.due_day);
  rule.set_internal(row.internal);
  rule.set_source(row.source);
  return rule;
}

}  // namespace

const v1::ObligationPolicy& DefaultObligations() {
  static const auto* const obligations = [] {
    auto* policy = new v1::ObligationPolicy;
    for (const ObligationRow& row : kObligations) *policy->add_rules() = RuleOf(row);
    return policy;
  }();
  return *obligations;
}

const v1::ExternalJudgementPolicy& DefaultExternalJudgements() {
  static const auto* const judgements = [] {
    auto* policy = new v1::ExternalJudgementPolicy;
    policy->set_divergence(v1::ExternalJudgementPolicy::DIVERGENCE_ASK_REASON);
    policy->set_in_force_months(kInForceMonths);
    return policy;
  }();
  return *judgements;
}

}  // namespace waarborg::registry
