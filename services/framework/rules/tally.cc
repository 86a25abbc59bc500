#include "services/framework/rules/tally.h"

namespace waarborg::framework {
namespace {

// A share as a fraction on the scale of the borders: `part * unit` against `border * whole`.
struct Measured {
  int64_t part;
  int64_t whole;
  int64_t unit;
};

Measured MeasuredBy(const v1::ReadingRule& rule, const Tally& tally, int32_t full) {
  switch (rule.measure()) {
    case v1::ReadingRule::MEASURE_POINTS:
      return {tally.quarter_points, int64_t{full} * tally.n, 100};
    case v1::ReadingRule::MEASURE_COUNT:
      return {tally.sufficient, tally.n, 100};
    default:
      return {tally.sufficient, 1, 1};
  }
}

bool Applies(const v1::ReadingRule& rule, const Tally& tally) {
  if (tally.n == 0) return false;
  return rule.measure() != v1::ReadingRule::MEASURE_ABSOLUTE || tally.n == rule.absolute_n();
}

bool Within(const Measured& measured, const v1::BandBorder& border) {
  const int64_t value = measured.part * measured.unit;
  const int64_t low = border.low() * measured.whole;
  const int64_t high = border.high() * measured.whole;
  return (value > low || (border.low_included() && value == low)) &&
         (value < high || (border.high_included() && value == high));
}

}  // namespace

void Add(const v1::ScaleValue& value, Tally& tally) {
  ++tally.n;
  tally.quarter_points += value.quarter_points();
  if (value.sufficient()) ++tally.sufficient;
}

std::vector<v1::Band> BandsOf(const v1::ReadingRule& rule, const Tally& tally, int32_t full) {
  std::vector<v1::Band> bands;
  if (!Applies(rule, tally)) return bands;
  const Measured measured = MeasuredBy(rule, tally, full);
  for (const v1::BandBorder& border : rule.bands()) {
    if (Within(measured, border)) bands.push_back(border.band());
  }
  return bands;
}

v1::Band BandOf(const v1::ReadingRule& rule, const Tally& tally, int32_t full) {
  const std::vector<v1::Band> bands = BandsOf(rule, tally, full);
  return bands.size() == 1 ? bands.front() : v1::BAND_UNSPECIFIED;
}

bool BelowPercent(const Tally& tally, int32_t percent, int32_t full) {
  return tally.n > 0 && int64_t{100} * tally.quarter_points < int64_t{percent} * full * tally.n;
}

int32_t BasisPoints(int32_t part, int32_t whole) {
  return whole == 0 ? 0 : static_cast<int32_t>(int64_t{10000} * part / whole);
}

}  // namespace waarborg::framework
