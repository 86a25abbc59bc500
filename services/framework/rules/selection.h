#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_SELECTION_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_SELECTION_H_

#include <cstdint>
#include <vector>

// Choosing a few changes out of many with an exact sum: the dynamic programme behind flip.h.

namespace waarborg::framework {

// What one item can contribute, at most one of the values; empty when it cannot be chosen. Values lie within
// -4 .. 4.
using Options = std::vector<int32_t>;

struct Chosen {
  int32_t item = 0;
  int32_t value = 0;

  friend bool operator==(const Chosen&, const Chosen&) = default;
};

// The greatest sum of exactly `count` items with one option each.
// REQUIRES: at least `count` items have an option.
[[nodiscard]] int32_t GreatestSum(const std::vector<Options>& items, int32_t count);

// Chooses exactly `count` items whose values make exactly `sum`. Of all such choices: the one whose item
// numbers come first in lexicographic order, and on the same items the one whose values do. Empty when there
// is none. REQUIRES: GreatestSum(items, count) - 3 <= sum. Every part of a choice so near the greatest sum is
// itself within 3 of the greatest that its items can make, or the whole could be made greater than the
// greatest; so four possibilities for each part are all there are to remember.
[[nodiscard]] std::vector<Chosen> ChooseExactly(const std::vector<Options>& items, int32_t count,
                                                int32_t sum);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_SELECTION_H_
