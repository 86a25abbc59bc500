// Of catalogue.h: the norms that ship with the product. A row per norm; the last column says where it comes
// from: `000:L32` is line 32 of the purchasers' questions on HKZ, `002` the assessment framework of 2019.

#include <string>
#include <vector>

#include "absl/strings/str_split.h"
#include "services/registry/rules/catalogue.h"

namespace waarborg::registry {
namespace {

struct NormRow {
  const char* id;
  const char* nl;
  const char* en;
  const char* meant_for_nl;
  const char* meant_for_en;
  int surveillance_months;
  bool in_register_of_nen;
  const char* criteria;
  const char* source;
};

constexpr int kLongestMonths = 36;
constexpr int kExpiryWarningDays = 90;

// What a care norm says has been arranged, as criteria of dkk-2019: the plan made and evaluated with the
// client (CG01, CG04, DT02), policy put into practice and led (DM01, DT04), risks (VE03, VE07), law and
// standards (VE14), learning and reporting (VE04), complaints (VE13, CG09), client experience (DT03, CG05),
// the client's own say (CG12) and work in the chain (DM04).
constexpr char kCareNorm[] = "VE03 VE04 VE07 VE13 VE14 DM01 DM04 DT02 DT03 DT04 CG01 CG04 CG05 CG09 CG12";

constexpr NormRow kNorms[] = {
    {"hkz-specific", "HKZ-norm voor een soort zorg", "HKZ norm for a kind of care",
     "organisaties met die ene soort zorg", "organisations with that one kind of care", 12, true, kCareNorm,
     "000:L32, L69, L96; R-000-02, R-000-06, R-001-03"},
    {"hkz-zorg-welzijn", "HKZ Zorg & Welzijn", "HKZ Care & Welfare", "organisaties van 10 fte of meer",
     "organisations of 10 fte or more", 12, true, kCareNorm, "000:L32, L69, L96; 001:L26; R-000-02, C-10"},
    {"hkz-small", "HKZ Kleine Organisaties", "HKZ Small Organisations", "organisaties tot en met 10 fte",
     "organisations up to and including 10 fte", 12, true, kCareNorm, "000:L32, L69, L96; R-000-02, C-10"},
    {"hkz-self-employed", "HKZ voor zzp'ers in de zorg", "HKZ for the self-employed in care",
     "zelfstandigen zonder personeel", "sole professionals without staff", 12, true, kCareNorm,
     "000:L32, L69, L96; R-000-02"},
    {"nen-en-15224", "NEN-EN 15224", "NEN-EN 15224", "zorgorganisaties die met ISO 9001 werken",
     "care organisations that work with ISO 9001", 12, true, kCareNorm, "000:L32, L69, L96; R-000-02"},
    {"nen-7510", "NEN 7510, informatiebeveiliging", "NEN 7510, information security",
     "wie gegevens over gezondheid verwerkt", "whoever processes data on health", 12, true, "VE15 CG08",
     "000:L32, L69, L96; R-000-02"},
    {"iso-9001", "ISO 9001", "ISO 9001", "organisaties van elke soort", "organisations of every kind", 12,
     false, "DM01 DT04", "000:L130-132; R-000-16"},
    {"care-farm", "Kwaliteitswaarborg Zorgboerderijen", "Care farm mark", "zorgboerderijen", "care farms", 12,
     false, "DM01", "002:L758-766"},
    {"sole-professional", "Keurmerk zzp'ers thuiszorg", "Mark for sole professionals in home care",
     "zelfstandigen in de thuiszorg", "sole professionals in home care", 12, false, "DM01", "002:L759"},
    {"other", "Ander certificaat of keurmerk", "Another certificate or mark", "wie een andere norm volgt",
     "whoever follows another norm", 0, false, "", "R-000-02"},
};

void Fill(const char* nl, const char* en, framework::v1::Text& text) {
  text.set_nl(nl);
  text.set_en(en);
}

v1::Norm NormOf(const NormRow& row) {
  v1::Norm norm;
  norm.set_id(row.id);
  Fill(row.nl, row.en, *norm.mutable_title());
  Fill(row.meant_for_nl, row.meant_for_en, *norm.mutable_meant_for());
  norm.set_longest_months(kLongestMonths);
  norm.set_surveillance_months(row.surveillance_months);
  if (row.in_register_of_nen) {
    Fill("openbaar register van NEN", "public register of NEN", *norm.mutable_public_register());
  }
  const std::vector<std::string> criteria = absl::StrSplit(row.criteria, ' ', absl::SkipEmpty());
  for (const std::string& criterion : criteria) norm.add_criteria(criterion);
  norm.set_source(row.source);
  return norm;
}

}  // namespace

const v1::CertificatePolicy& DefaultCertificates() {
  static const auto* const certificates = [] {
    auto* policy = new v1::CertificatePolicy;
    for (const NormRow& row : kNorms) *policy->add_norms() = NormOf(row);
    policy->set_expiry_warning_days(kExpiryWarningDays);
    return policy;
  }();
  return *certificates;
}

}  // namespace waarborg::registry
