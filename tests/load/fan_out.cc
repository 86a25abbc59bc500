#include "tests/load/fan_out.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "services/language/status_macros.h"
#include "tests/load/crowd.h"
#include "tests/load/echo.h"
#include "tests/load/memory.h"
#include "tests/load/reports.h"

namespace waarborg::load {
namespace {

constexpr absl::Duration kLongest = absl::Minutes(1);
constexpr double kKibibyte = 1024;

struct FanOut {
  Volley deliveries;  // a call: one event, from the sending of the act until it was heard of
  absl::Duration cpu;
  Volley acts;  // until answered
  std::int64_t refused = 0;
  double bytes_per_watcher = 0;
  std::size_t connections = 0;
};

// One report, and when it is answered, everybody who hears of it.
absl::Status Act(ClosedLoop& loop, Submissions& submissions, Crowd& crowd, FanOut& result) {
  bool sent = false;
  crowd.Listen();
  const NextShot shots = submissions.Shots();
  const Volley act = loop.Run(
      [&](int caller) -> std::optional<Shot> {
        if (std::exchange(sent, true)) return std::nullopt;
        return shots(caller);
      },
      kLongest);
  if (act.failures > 0) return absl::InternalError(act.first_failure);
  result.acts.calls += act.calls;
  result.acts.micros.insert(result.acts.micros.end(), act.micros.begin(), act.micros.end());
  return crowd.AwaitAll(kLongest);
}

absl::StatusOr<FanOut> Measure(const Settings& settings, Stage& stage) {
  const testing::Process& server = stage.product().process();
  ClosedLoop loop(stage.product().address(), /*callers=*/1, /*channels=*/1);
  Submissions submissions("watched", /*callers=*/1);
  FanOut result;
  ASSIGN_OR_RETURN(const Memory before, MemoryOf(server.pid()));
  Crowd crowd(stage.product().address(), settings.watchers);
  Say(absl::StrCat(settings.watchers, " watchers come"));
  RETURN_IF_ERROR(crowd.Gather(kLongest));
  ASSIGN_OR_RETURN(const Memory after, MemoryOf(server.pid()));
  result.bytes_per_watcher = static_cast<double>(after.now - before.now) / settings.watchers;
  Say("they watch");
  const absl::Duration cpu_before = server.CpuTime();
  const absl::Time start = absl::Now();
  // As long as the other measurements of all turns take together.
  while (absl::Now() - start < settings.turns * settings.length) {
    RETURN_IF_ERROR(Act(loop, submissions, crowd, result));
  }
  result.deliveries.elapsed = absl::Now() - start;
  result.cpu = server.CpuTime() - cpu_before;
  result.deliveries.calls = crowd.delivered();
  result.deliveries.micros = crowd.Micros();
  result.refused = crowd.refused();
  result.connections = crowd.connections();
  std::sort(result.acts.micros.begin(), result.acts.micros.end());
  return result;
}

}  // namespace

absl::StatusOr<Section> MeasureFanOut(const Settings& settings, Stage& stage) {
  RETURN_IF_ERROR(stage.Restart());
  ASSIGN_OR_RETURN(const FanOut result, Measure(settings, stage));
  ClosedLoop echo_loop(stage.echo_address(), settings.callers, settings.channels);
  Say("echo, beside it");
  ASSIGN_OR_RETURN(const Measured echo, Fire(echo_loop, EchoShots(), stage.echo(), settings.length));
  const Measured deliveries = MeasuredOf(result.deliveries, result.cpu);
  return Section{
      .title =
          absl::StrCat(settings.watchers, " watchers of one case, over ", result.connections, " connections"),
      .rows = {
          RowOf("deliveries", "events delivered", deliveries),
          {.key = "watched_act",
           .words = "the act itself",
           .figures = {{"acts", static_cast<double>(result.acts.calls), 0, "acts"},
                       {"p50_ms", result.acts.Percentile(0.5) / 1000, 3, "ms p50"},
                       {"p99_ms", result.acts.Percentile(0.99) / 1000, 3, "ms p99"}}},
          RowOf("watcher", "server memory of a watcher", "kib", result.bytes_per_watcher / kKibibyte, 1,
                "KiB"),
          RowOf("refused_watchers", "refused and come again", "", static_cast<double>(result.refused), 0, ""),
          ShareOf("deliveries_to_echo", "deliveries / echo", deliveries.per_second / echo.per_second)}};
}

}  // namespace waarborg::load
