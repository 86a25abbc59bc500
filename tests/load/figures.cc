#include "tests/load/figures.h"

#include <algorithm>
#include <functional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace waarborg::load {
namespace {

using Figure = std::function<double(const Round&)>;

double Median(const std::vector<Round>& rounds, const Figure& figure) {
  std::vector<double> values;
  for (const Round& round : rounds) values.push_back(figure(round));
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

Measured MedianOf(const std::vector<Round>& rounds, Measured Round::*kind) {
  const auto of = [&rounds, kind](double Measured::*figure) {
    return Median(rounds, [kind, figure](const Round& round) { return (round.*kind).*figure; });
  };
  return {.per_second = of(&Measured::per_second),
          .p50_micros = of(&Measured::p50_micros),
          .p99_micros = of(&Measured::p99_micros),
          .server_cpu_micros = of(&Measured::server_cpu_micros)};
}

double OfEcho(const Round& round) { return round.product.per_second / round.echo.per_second; }
double OfStore(const Round& round) { return round.product.per_second / round.store.per_second; }

std::string Row(const char* name, const Measured& measured) {
  return absl::StrFormat("%-28s %10.0f %9.2f %9.2f %12.1f\n", name, measured.per_second,
                         measured.p50_micros / 1000, measured.p99_micros / 1000, measured.server_cpu_micros);
}

std::string Json(const char* name, const Measured& measured) {
  return absl::StrFormat(
      R"("%s": {"per_second": %.0f, "p50_ms": %.3f, "p99_ms": %.3f, "server_cpu_us": %.1f})", name,
      measured.per_second, measured.p50_micros / 1000, measured.p99_micros / 1000,
      measured.server_cpu_micros);
}

}  // namespace

std::string AsTable(const std::vector<Round>& rounds, const Setting& setting) {
  return absl::StrCat(
      absl::StrFormat("%d rounds of %.1f s each, medians; %d callers over %d channels; act: %s\n\n",
                      rounds.size(), setting.seconds, setting.callers, setting.channels, setting.act),
      absl::StrFormat("%-28s %10s %9s %9s %12s\n", "", "a second", "p50 ms", "p99 ms", "server us"),
      Row("bare gRPC echo", MedianOf(rounds, &Round::echo)),
      absl::StrFormat("%-28s %10.0f\n", "bare store, synced", MedianOf(rounds, &Round::store).per_second),
      Row("durable transitions", MedianOf(rounds, &Round::product)),
      absl::StrFormat("\ntransitions / echo  %5.1f %%\ntransitions / store %5.1f %%\n",
                      100 * Median(rounds, OfEcho), 100 * Median(rounds, OfStore)));
}

std::string AsJson(const std::vector<Round>& rounds, const Setting& setting) {
  return absl::StrFormat(
      R"({"act": "%s", "rounds": %d, "seconds": %.1f, "callers": %d, "channels": %d, %s, "store": {"per_second": %.0f}, )"
      R"(%s, "product_to_echo": %.3f, "product_to_store": %.3f})"
      "\n",
      setting.act, rounds.size(), setting.seconds, setting.callers, setting.channels,
      Json("echo", MedianOf(rounds, &Round::echo)), MedianOf(rounds, &Round::store).per_second,
      Json("product", MedianOf(rounds, &Round::product)), Median(rounds, OfEcho), Median(rounds, OfStore));
}

}  // namespace waarborg::load
