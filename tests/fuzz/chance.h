#ifndef WAARBORG_TESTS_FUZZ_CHANCE_H_
#define WAARBORG_TESTS_FUZZ_CHANCE_H_

// All chance of a fuzz test comes from its seed: the same seed sends the same requests in the same order.
// WAARBORG_FUZZ_SEED=n plays that one seed.

#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace waarborg::fuzz {

class Chance final {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}

  std::uint64_t Bits() { return engine_(); }
  // From 0 up to, not including, the bound.
  int Below(int bound) { return static_cast<int>(engine_() % static_cast<unsigned>(bound)); }
  bool Percent(int percent) { return Below(100) < percent; }
  template <class List>
  const auto& Pick(const List& list) {
    return *std::next(std::begin(list), Below(static_cast<int>(std::size(list))));
  }

 private:
  std::mt19937_64 engine_;
};

inline std::vector<unsigned> Seeds(unsigned count) {
  const char* const chosen = std::getenv("WAARBORG_FUZZ_SEED");
  if (chosen != nullptr) return {static_cast<unsigned>(std::strtoul(chosen, nullptr, 10))};
  std::vector<unsigned> seeds;
  for (unsigned seed = 1; seed <= count; ++seed) seeds.push_back(seed);
  return seeds;
}

// What a failure says, so that it can be played again.
inline std::string Replay(unsigned seed) { return absl::StrCat("WAARBORG_FUZZ_SEED=", seed, "\n"); }

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_CHANCE_H_
