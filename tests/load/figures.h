#ifndef WAARBORG_TESTS_LOAD_FIGURES_H_
#define WAARBORG_TESTS_LOAD_FIGURES_H_

// What was measured, for people and for programs.

#include <string>
#include <vector>

#include "absl/time/time.h"
#include "tests/load/closed_loop.h"

namespace waarborg::load {

// One number. Its key is "" where it is the only one of its row.
struct Figure {
  std::string key;
  double value = 0;
  int decimals = 0;
  std::string unit;
};

// What belongs together on a line.
struct Row {
  std::string key;
  std::string words;
  std::vector<Figure> figures;
};

struct Section {
  std::string title;
  std::vector<Row> rows;
};

// Of one kind of load in one turn.
struct Measured {
  double per_second = 0;
  double p50_micros = 0;
  double p99_micros = 0;
  double server_cpu_micros = 0;  // a call
};

// `cpu`: what the server used for it.
Measured MeasuredOf(const Volley& volley, absl::Duration cpu);

// 0 of nothing.
double Median(std::vector<double> values);
Measured MedianOf(const std::vector<Measured>& turns);

Row RowOf(const std::string& key, const std::string& words, const Measured& measured);
Row RowOf(const std::string& key, const std::string& words, const std::string& figure, double value,
          int decimals, const std::string& unit);
// A ratio: in percent for people, as a fraction for programs.
Row ShareOf(const std::string& key, const std::string& words, double share);

std::string AsTable(const std::vector<Section>& sections);
// One object; every row is a member, whatever its section. `head`: members that go first, `"a": 1, `.
std::string AsJson(const std::string& head, const std::vector<Section>& sections);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_FIGURES_H_
