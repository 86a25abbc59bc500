#include "services/improvement/rules/ground.h"

#include <algorithm>

namespace waarborg::improvement {

framework::v1::Band BandOf(const assessment::v1::Conclusion& conclusion) {
  for (const framework::v1::ReadingResult& result : conclusion.advice().readings()) {
    if (result.reading() != conclusion.chosen_reading() || result.bands().empty()) continue;
    return static_cast<framework::v1::Band>(*std::min_element(result.bands().begin(), result.bands().end()));
  }
  return conclusion.advice().band();
}

bool CallsForPlan(const assessment::v1::Conclusion& conclusion, registry::v1::Level level) {
  if (level >= registry::v1::LEVEL_IMPROVEMENT_PLAN) return true;
  const framework::v1::Band band = BandOf(conclusion);
  if (band == framework::v1::BAND_INSUFFICIENT || band == framework::v1::BAND_SUFFICIENT) return true;
  const auto& chosen = conclusion.follow_up();
  return !conclusion.advice().theme_flags().empty() ||
         std::find(chosen.begin(), chosen.end(), framework::v1::FOLLOW_UP_IMPROVEMENT_PLAN) != chosen.end();
}

}  // namespace waarborg::improvement
