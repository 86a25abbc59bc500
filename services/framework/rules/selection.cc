#include "services/framework/rules/selection.h"

#include <algorithm>
#include <set>

namespace waarborg::framework {
namespace {

constexpr int32_t kNone = -1'000'000;

// For every suffix of the items and every number of items chosen from it: the greatest sum, and which of the
// sums from there down to kWidth - 1 less can be made.
class SuffixSums final {
 public:
  SuffixSums(const std::vector<Options>& items, int32_t count)
      : columns_(count + 1), cells_((items.size() + 1) * columns_) {
    At(items.size(), 0) = {.greatest = 0, .made = 1};
    for (size_t i = items.size(); i-- > 0;) {
      for (int32_t chosen = 0; chosen <= count; ++chosen) At(i, chosen) = Extend(items[i], i + 1, chosen);
    }
  }

  [[nodiscard]] int32_t Greatest(size_t from, int32_t count) const { return At(from, count).greatest; }

  [[nodiscard]] bool CanMake(size_t from, int32_t count, int32_t sum) const {
    const Cell& cell = At(from, count);
    const int32_t below = cell.greatest - sum;
    return cell.greatest != kNone && below >= 0 && below < kWidth && ((cell.made >> below) & 1) != 0;
  }

 private:
  static constexpr int32_t kWidth = 8;

  struct Cell {
    int32_t greatest = kNone;
    uint8_t made = 0;  // bit b: greatest - b can be made
  };

  [[nodiscard]] Cell& At(size_t from, int32_t count) { return cells_[from * columns_ + count]; }
  [[nodiscard]] const Cell& At(size_t from, int32_t count) const { return cells_[from * columns_ + count]; }

  // Joins the sums of `part`, each raised by `value`, to those of `cell`.
  static void Join(const Cell& part, int32_t value, Cell& cell) {
    if (part.greatest == kNone) return;
    const int32_t greatest = part.greatest + value;
    if (greatest > cell.greatest) {
      const int32_t drop = greatest - cell.greatest;
      cell.made = drop >= kWidth ? 0 : static_cast<uint8_t>(cell.made << drop);
      cell.greatest = greatest;
    }
    const int32_t below = cell.greatest - greatest;
    if (below < kWidth) cell.made |= static_cast<uint8_t>(part.made << below);
  }

  [[nodiscard]] Cell Extend(const Options& options, size_t rest, int32_t chosen) const {
    Cell cell = At(rest, chosen);
    if (chosen == 0) return cell;
    for (const int32_t value : options) Join(At(rest, chosen - 1), value, cell);
    return cell;
  }

  size_t columns_;
  std::vector<Cell> cells_;
};

// The sums that remain to be made by later items, over all ways to have used the items chosen so far.
using Remaining = std::set<int32_t>;

Remaining AfterChoosing(const SuffixSums& sums, const Options& options, size_t rest, int32_t count,
                        const Remaining& remaining) {
  Remaining after;
  for (const int32_t sum : remaining) {
    for (const int32_t value : options) {
      if (sums.CanMake(rest, count, sum - value)) after.insert(sum - value);
    }
  }
  return after;
}

std::vector<int32_t> FirstItems(const std::vector<Options>& items, int32_t count, int32_t sum) {
  std::vector<int32_t> chosen;
  const SuffixSums sums(items, count);
  if (!sums.CanMake(0, count, sum)) return chosen;
  Remaining remaining = {sum};
  for (size_t i = 0; count > 0; ++i) {
    Remaining after = AfterChoosing(sums, items[i], i + 1, count - 1, remaining);
    if (after.empty()) {
      std::erase_if(remaining, [&](int32_t left) { return !sums.CanMake(i + 1, count, left); });
      continue;
    }
    chosen.push_back(static_cast<int32_t>(i));
    remaining = std::move(after);
    --count;
  }
  return chosen;
}

// Gives every chosen item its value, the smallest that fits for the first.
std::vector<Chosen> FirstValues(const std::vector<Options>& items, const std::vector<int32_t>& chosen,
                                int32_t sum) {
  std::vector<Options> options;
  for (const int32_t item : chosen) {
    options.push_back(items[item]);
    std::sort(options.back().begin(), options.back().end());
  }
  const int32_t count = static_cast<int32_t>(chosen.size());
  const SuffixSums sums(options, count);
  std::vector<Chosen> values;
  for (int32_t i = 0; i < count; ++i) {
    const Options::const_iterator value =
        std::find_if(options[i].begin(), options[i].end(),
                     [&](int32_t candidate) { return sums.CanMake(i + 1, count - i - 1, sum - candidate); });
    values.push_back({.item = chosen[i], .value = *value});
    sum -= *value;
  }
  return values;
}

}  // namespace

int32_t GreatestSum(const std::vector<Options>& items, int32_t count) {
  std::vector<int32_t> best;
  for (const Options& options : items) {
    if (!options.empty()) best.push_back(*std::max_element(options.begin(), options.end()));
  }
  std::sort(best.begin(), best.end(), std::greater<>());
  int32_t sum = 0;
  for (int32_t i = 0; i < count; ++i) sum += best[i];
  return sum;
}

std::vector<Chosen> ChooseExactly(const std::vector<Options>& items, int32_t count, int32_t sum) {
  return FirstValues(items, FirstItems(items, count, sum), sum);
}

}  // namespace waarborg::framework
