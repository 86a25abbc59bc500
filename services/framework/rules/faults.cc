#include "services/framework/rules/faults.h"

#include "absl/strings/substitute.h"
#include "services/language/die.h"

namespace waarborg::framework {
namespace {

struct FaultRow {
  FaultKind kind;
  absl::string_view reason;
  absl::string_view nl;
  absl::string_view en;
};

// `$0` is the detail.
constexpr FaultRow kRows[] = {
    {FaultKind::kMissing, "REQUIRED", "Dit onderdeel ontbreekt.", "This part is missing."},
    {FaultKind::kInvalidName, "INVALID_NAME",
     "De naam '$0' heeft niet de vorm frameworks/{kader}/versions/{versie}, met kleine letters en cijfers.",
     "The name '$0' is not of the form frameworks/{framework}/versions/{version}, in lower-case letters and "
     "digits."},
    {FaultKind::kInvalidId, "INVALID_ID", "De code '$0' mag alleen letters, cijfers, '-' en '_' bevatten.",
     "The id '$0' may hold letters, digits, '-' and '_' only."},
    {FaultKind::kDuplicate, "DUPLICATE", "'$0' komt meer dan eens voor.", "'$0' occurs more than once."},
    {FaultKind::kUnknownReference, "UNKNOWN_REFERENCE", "'$0' bestaat niet in deze versie.",
     "'$0' does not exist in this version."},
    {FaultKind::kInvalidValue, "INVALID_VALUE", "De waarde '$0' is hier niet toegestaan.",
     "The value '$0' is not allowed here."},
    {FaultKind::kThemeWithoutCriteria, "THEME_WITHOUT_CRITERIA", "Bij thema '$0' hoort geen enkel criterium.",
     "No criterion belongs to theme '$0'."},
    {FaultKind::kScaleWithoutFullPoint, "SCALE_WITHOUT_FULL_POINT",
     "De hoogste score van de schaal moet precies een heel punt waard zijn (4 kwartpunten).",
     "The highest score of the scale must be worth exactly one point (4 quarter points)."},
    {FaultKind::kSufficientBelowInsufficient, "SUFFICIENT_BELOW_INSUFFICIENT",
     "De score '$0' telt als voldoende, maar is minder waard dan een score die onvoldoende is.",
     "The score '$0' counts as sufficient but is worth less than one that does not."},
    {FaultKind::kBandsOutOfOrder, "BANDS_OUT_OF_ORDER",
     "De resultaten moeten van hoog naar laag staan en elk hoogstens een keer voorkomen.",
     "The bands must stand from high to low, each at most once."},
    {FaultKind::kBandsGap, "BANDS_GAP", "Rond $0 valt een waarde in geen enkel resultaat.",
     "Around $0 a value falls into no band."},
    {FaultKind::kBandsOverlap, "BANDS_OVERLAP", "Rond $0 valt een waarde in twee resultaten.",
     "Around $0 a value falls into two bands."},
    {FaultKind::kCannotDecide, "READING_CANNOT_DECIDE",
     "Met vaste aantallen kan niet elk resultaat worden bepaald; kies een lezing met percentages.",
     "Fixed numbers cannot decide every result; choose a reading with percentages."},
    {FaultKind::kNoFollowUp, "BAND_WITHOUT_FOLLOW_UP", "Voor het resultaat '$0' is geen vervolg beschreven.",
     "No follow-up is described for the band '$0'."},
};

const FaultRow& RowOf(FaultKind kind) {
  for (const FaultRow& row : kRows) {
    if (row.kind == kind) return row;
  }
  language::Die("a kind of fault without a row");
}

}  // namespace

void Faults::Add(absl::string_view field, FaultKind kind, absl::string_view detail) {
  const FaultRow& row = RowOf(kind);
  Fault& fault = faults_.emplace_back();
  fault.field = std::string(field);
  fault.reason = std::string(row.reason);
  fault.message.set_nl(absl::Substitute(row.nl, detail));
  fault.message.set_en(absl::Substitute(row.en, detail));
}

}  // namespace waarborg::framework
