#ifndef WAARBORG_TESTS_LOAD_FIGURES_H_
#define WAARBORG_TESTS_LOAD_FIGURES_H_

// What was measured, for people and for programs.

#include <string>
#include <vector>

namespace waarborg::load {

// Of one kind of load in one round.
struct Measured {
  double per_second = 0;
  double p50_micros = 0;
  double p99_micros = 0;
  double server_cpu_micros = 0;  // a call
};

struct Round {
  Measured echo;
  Measured store;  // per second only
  Measured product;
};

struct Setting {
  std::string act;
  int callers = 0;
  int channels = 0;
  double seconds = 0;
};

// The median of every figure over the rounds; ratios are taken within a round first, so that noise hits both sides.
std::string AsTable(const std::vector<Round>& rounds, const Setting& setting);
std::string AsJson(const std::vector<Round>& rounds, const Setting& setting);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_FIGURES_H_
