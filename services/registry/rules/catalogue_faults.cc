// Of catalogue.h: what does not hold together in a region's own norms, obligations and weighing.

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "services/language/blank.h"
#include "services/registry/rules/catalogue.h"

namespace waarborg::registry {
namespace {

// Ten years: longer than any certificate or term, short enough for every calendar.
constexpr int kLongestMonths = 120;
constexpr int kLongestDays = 3650;
constexpr int kMonthsOfAYear = 12;
constexpr std::size_t kLongestId = 63;

class Found final {
 public:
  explicit Found(std::vector<PolicyFault>& faults) : faults_(faults) {}

  void Add(absl::string_view field, absl::string_view reason) {
    faults_.push_back({.field = std::string(field), .reason = std::string(reason)});
  }
  void Unless(bool holds, absl::string_view field, absl::string_view reason) {
    if (!holds) Add(field, reason);
  }

 private:
  std::vector<PolicyFault>& faults_;
};

// What people type on a command line and what may stand in a resource name.
bool IsCatalogueId(const std::string& id) {
  const auto plain = [](unsigned char c) { return absl::ascii_islower(c) || absl::ascii_isdigit(c); };
  return !id.empty() && id.size() <= kLongestId && plain(id.front()) && plain(id.back()) &&
         std::all_of(id.begin(), id.end(), [&](unsigned char c) { return plain(c) || c == '-'; });
}

void CheckId(const std::string& id, const std::string& field, absl::flat_hash_set<std::string>& seen,
             Found& found) {
  if (!IsCatalogueId(id)) {
    found.Add(field, "INVALID_ID");
  } else if (!seen.insert(id).second) {
    found.Add(field, "DUPLICATE");
  }
}

void CheckBothLanguages(const framework::v1::Text& text, const std::string& field, Found& found) {
  found.Unless(!language::IsBlank(text.nl()), field + ".nl", "REQUIRED");
  found.Unless(!language::IsBlank(text.en()), field + ".en", "REQUIRED");
}

bool Within(int number, int least, int most) { return number >= least && number <= most; }

void CheckNorm(const v1::Norm& norm, const std::string& at, Found& found) {
  CheckBothLanguages(norm.title(), at + ".title", found);
  if (norm.has_meant_for()) CheckBothLanguages(norm.meant_for(), at + ".meant_for", found);
  if (norm.has_public_register()) CheckBothLanguages(norm.public_register(), at + ".public_register", found);
  found.Unless(Within(norm.longest_months(), 1, kLongestMonths), at + ".longest_months",
               "CATALOGUE_TERM_OUT_OF_RANGE");
  found.Unless(Within(norm.surveillance_months(), 0, kLongestMonths), at + ".surveillance_months",
               "CATALOGUE_TERM_OUT_OF_RANGE");
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < norm.criteria_size(); ++i) {
    found.Unless(seen.insert(norm.criteria(i)).second, absl::StrCat(at, ".criteria[", i, "]"), "DUPLICATE");
  }
}

void CheckNorms(const v1::CertificatePolicy& certificates, Found& found) {
  if (certificates.norms().empty()) found.Add("certificates.norms", "REQUIRED");
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < certificates.norms_size(); ++i) {
    const std::string at = absl::StrCat("certificates.norms[", i, "]");
    CheckId(certificates.norms(i).id(), at + ".id", seen, found);
    CheckNorm(certificates.norms(i), at, found);
  }
  found.Unless(Within(certificates.expiry_warning_days(), 0, kLongestDays),
               "certificates.expiry_warning_days", "CATALOGUE_TERM_OUT_OF_RANGE");
}

// A day that every year has: 29 February is none.
bool IsDayOfEveryYear(int month, int day) {
  constexpr int kNoLeapYear = 2023;
  constexpr int kDaysOfAMonth = 31;
  if (!Within(month, 1, kMonthsOfAYear) || !Within(day, 1, kDaysOfAMonth)) return false;
  return absl::CivilDay(kNoLeapYear, month, day).month() == month;
}

void CheckDueDay(const v1::ObligationRule& rule, const std::string& at, Found& found) {
  if (rule.due_month() == 0 && rule.due_day() == 0) return;
  if (!IsDayOfEveryYear(rule.due_month(), rule.due_day())) {
    found.Add(at + ".due_day", "NO_DAY_OF_EVERY_YEAR");
  } else if (rule.every_months() % kMonthsOfAYear != 0) {
    found.Add(at + ".every_months", "WHOLE_YEARS_EXPECTED");
  }
}

void CheckObligations(const v1::ObligationPolicy& obligations, Found& found) {
  if (obligations.rules().empty()) found.Add("obligations.rules", "REQUIRED");
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < obligations.rules_size(); ++i) {
    const std::string at = absl::StrCat("obligations.rules[", i, "]");
    const v1::ObligationRule& rule = obligations.rules(i);
    CheckId(rule.id(), at + ".id", seen, found);
    CheckBothLanguages(rule.title(), at + ".title", found);
    found.Unless(rule.sector() != v1::SECTOR_UNSPECIFIED, at + ".sector", "REQUIRED");
    found.Unless(v1::Sector_IsValid(rule.sector()), at + ".sector", "UNKNOWN_VALUE");
    found.Unless(Within(rule.every_months(), 1, kLongestMonths), at + ".every_months",
                 "CATALOGUE_TERM_OUT_OF_RANGE");
    CheckDueDay(rule, at, found);
  }
}

void CheckWeighing(const v1::ExternalJudgementPolicy& judgements, Found& found) {
  found.Unless(judgements.divergence() != v1::ExternalJudgementPolicy::DIVERGENCE_UNSPECIFIED,
               "external_judgements.divergence", "REQUIRED");
  found.Unless(Within(judgements.in_force_months(), 0, kLongestMonths), "external_judgements.in_force_months",
               "CATALOGUE_TERM_OUT_OF_RANGE");
}

}  // namespace

void AddCatalogueFaults(const v1::PolicyVersion& policy, std::vector<PolicyFault>& faults) {
  Found found(faults);
  if (policy.has_certificates()) CheckNorms(policy.certificates(), found);
  if (policy.has_obligations()) CheckObligations(policy.obligations(), found);
  if (policy.has_external_judgements()) CheckWeighing(policy.external_judgements(), found);
}

}  // namespace waarborg::registry
