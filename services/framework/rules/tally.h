#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_TALLY_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_TALLY_H_

#include <cstdint>
#include <vector>

#include "waarborg/framework/v1/framework.pb.h"

// The decision rule on counts alone: what was tested, what it scored, and which band a reading names for it.
// Borders are compared by cross-multiplication; nothing is divided except what is only shown.

namespace waarborg::framework {

// Sums over the tested criteria, or over those of one theme.
struct Tally {
  int32_t n = 0;  // tested criteria: the only denominator (R-002-34)
  int32_t quarter_points = 0;
  int32_t sufficient = 0;

  friend bool operator==(const Tally&, const Tally&) = default;
};

// Adds one tested criterion that has `value`.
void Add(const v1::ScaleValue& value, Tally& tally);

// The bands in which a reading places a tally, highest first. Several where the source lists a value twice
// (C-05); none when nothing was tested, or when an ABSOLUTE reading was made for another number of criteria.
[[nodiscard]] std::vector<v1::Band> BandsOf(const v1::ReadingRule& rule, const Tally& tally, int32_t full);

// The single band that a percentage reading names; BAND_UNSPECIFIED when it names none or several.
[[nodiscard]] v1::Band BandOf(const v1::ReadingRule& rule, const Tally& tally, int32_t full);

// Whether a share of points lies strictly below a percentage (C-06). Never for a theme that was not tested.
[[nodiscard]] bool BelowPercent(const Tally& tally, int32_t percent, int32_t full);

// A share in hundredths of a percent, rounded down; 0 of 0 is 0. For showing, never for deciding.
[[nodiscard]] int32_t BasisPoints(int32_t part, int32_t whole);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_TALLY_H_
