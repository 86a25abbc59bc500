#ifndef WAARBORG_TESTS_CRASH_REPORTS_H_
#define WAARBORG_TESTS_CRASH_REPORTS_H_

// Generated reports of the providers of the sample region: from a seed, always the same.

#include <cstdint>
#include <random>
#include <string>

namespace waarborg::testing {

class ReportGenerator final {
 public:
  explicit ReportGenerator(unsigned seed) : random_(seed) {}

  // The source of all of them.
  static const std::string& Source();
  // The id of the report of this number.
  static std::string IdOf(std::int64_t number);

  // As one line of JSON, as one row below CsvHeader, or as one CloudEvent on one line.
  std::string JsonLine(std::int64_t number);
  static std::string CsvHeader();
  std::string CsvRow(std::int64_t number);
  std::string CloudEvent(std::int64_t number);

 private:
  struct Report {
    std::string id, provider, kind, moment, summary, description;
  };
  Report Make(std::int64_t number);
  int Below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random_); }

  std::minstd_rand random_;
};

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CRASH_REPORTS_H_
