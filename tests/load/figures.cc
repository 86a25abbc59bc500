#include "tests/load/figures.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace waarborg::load {
namespace {

constexpr char kPercent[] = "%";

std::string Number(double value, int decimals) { return absl::StrFormat("%.*f", decimals, value); }

std::string Shown(const Figure& figure) {
  const double value = figure.unit == kPercent ? 100 * figure.value : figure.value;
  const int decimals = figure.unit == kPercent ? 1 : figure.decimals;
  return absl::StrFormat("%12s %-10s", Number(value, decimals), figure.unit);
}

std::string Member(const Row& row) {
  if (row.figures.size() == 1 && row.figures[0].key.empty()) {
    return absl::StrFormat(R"("%s": %s)", row.key, Number(row.figures[0].value, row.figures[0].decimals));
  }
  std::string members;
  for (const Figure& figure : row.figures) {
    absl::StrAppendFormat(&members, R"(%s"%s": %s)", members.empty() ? "" : ", ", figure.key,
                          Number(figure.value, figure.decimals));
  }
  return absl::StrFormat(R"("%s": {%s})", row.key, members);
}

}  // namespace

Measured MeasuredOf(const Volley& volley, absl::Duration cpu) {
  return {.per_second = volley.PerSecond(),
          .p50_micros = volley.Percentile(0.5),
          .p99_micros = volley.Percentile(0.99),
          .server_cpu_micros =
              absl::ToDoubleMicroseconds(cpu) / static_cast<double>(std::max<std::int64_t>(1, volley.calls))};
}

double Median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

Measured MedianOf(const std::vector<Measured>& turns) {
  const auto of = [&turns](double Measured::*figure) {
    std::vector<double> values;
    for (const Measured& turn : turns) values.push_back(turn.*figure);
    return Median(std::move(values));
  };
  return {.per_second = of(&Measured::per_second),
          .p50_micros = of(&Measured::p50_micros),
          .p99_micros = of(&Measured::p99_micros),
          .server_cpu_micros = of(&Measured::server_cpu_micros)};
}

Row RowOf(const std::string& key, const std::string& words, const Measured& measured) {
  return {.key = key,
          .words = words,
          .figures = {{"per_second", measured.per_second, 0, "/s"},
                      {"p50_ms", measured.p50_micros / 1000, 3, "ms p50"},
                      {"p99_ms", measured.p99_micros / 1000, 3, "ms p99"},
                      {"server_cpu_us", measured.server_cpu_micros, 1, "us server"}}};
}

Row RowOf(const std::string& key, const std::string& words, const std::string& figure, double value,
          int decimals, const std::string& unit) {
  return {.key = key, .words = words, .figures = {{figure, value, decimals, unit}}};
}

Row ShareOf(const std::string& key, const std::string& words, double share) {
  return RowOf(key, words, "", share, 3, kPercent);
}

std::string AsTable(const std::vector<Section>& sections) {
  std::string table;
  for (const Section& section : sections) {
    absl::StrAppend(&table, table.empty() ? "" : "\n", section.title, "\n");
    for (const Row& row : section.rows) {
      absl::StrAppendFormat(&table, "  %-34s", row.words);
      for (const Figure& figure : row.figures) absl::StrAppend(&table, Shown(figure));
      table.erase(table.find_last_not_of(' ') + 1);
      table += "\n";
    }
  }
  return table;
}

std::string AsJson(const std::string& head, const std::vector<Section>& sections) {
  std::string members;
  for (const Section& section : sections) {
    for (const Row& row : section.rows) absl::StrAppend(&members, members.empty() ? "" : ", ", Member(row));
  }
  return absl::StrCat("{", head, members, "}\n");
}

}  // namespace waarborg::load
