#include "tests/load/turns.h"

#include <functional>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/language/status_macros.h"
#include "tests/load/echo.h"
#include "tests/load/push_streams.h"
#include "tests/load/reports.h"
#include "tests/load/scene.h"
#include "tests/load/store_round.h"

namespace waarborg::load {
namespace {

constexpr double kMegabyte = 1e6;

struct Turn {
  Measured echo;
  double store = 0;
  Measured transitions;
  Measured submissions;
  double replay = 0;
  double events = 0;
  Measured pushes;
  double bytes_per_event = 0;
};

class Turns final {
 public:
  Turns(const Settings& settings, Stage& stage)
      : settings_(settings),
        stage_(stage),
        echo_(stage.echo_address(), settings.callers, settings.channels),
        product_(stage.product().address(), settings.callers, settings.channels),
        streams_(stage.product().address(), settings.streams),
        scene_(settings.act, settings.callers),
        submissions_("load", settings.callers) {}

  absl::Status SetUp() {
    if (!Does("transitions")) return absl::OkStatus();
    Say("setting the scene");
    return scene_.SetUp(product_, absl::Minutes(5));
  }

  absl::Status Take(int number) {
    Turn turn;
    const std::string which = absl::StrCat("turn ", number + 1, ": ");
    const testing::Process& server = stage_.product().process();
    if (Does("transitions") || Does("submit")) {
      Say(which + "echo");
      ASSIGN_OR_RETURN(turn.echo, Fire(echo_, EchoShots(), stage_.echo(), settings_.length));
    }
    if (Does("transitions")) {
      Say(which + "store and transitions");
      turn.store = Write(settings_.callers, FourKeys());
      ASSIGN_OR_RETURN(turn.transitions, Fire(product_, scene_.Shots(), server, settings_.length));
    }
    if (Does("submit")) {
      Say(which + "reports one by one");
      ASSIGN_OR_RETURN(turn.submissions, Fire(product_, submissions_.Shots(), server, settings_.length));
    }
    if (Does("push")) RETURN_IF_ERROR(Push(which, turn));
    turns_.push_back(turn);
    return absl::OkStatus();
  }

  [[nodiscard]] std::vector<Section> Sections() const {
    std::vector<Section> sections;
    if (Does("transitions")) sections.push_back(Transitions());
    if (Does("submit")) sections.push_back(Submissions());
    if (Does("push")) sections.push_back(Pushes());
    return sections;
  }

 private:
  [[nodiscard]] bool Does(const char* round) const { return settings_.rounds.contains(round); }

  double Write(int outstanding, const WriteOf& write) {
    return StoreWritesPerSecond(stage_.store(), outstanding, settings_.length, write);
  }

  absl::Status Push(const std::string& which, Turn& turn) {
    Say(which + "what a report puts, by the bare store");
    const int outstanding = settings_.streams * static_cast<int>(kWindow);
    turn.replay = Write(outstanding, stage_.recording().Replay());
    turn.events = Write(outstanding, OneKey(EventOf("load-0-0-000000").event().ByteSizeLong()));
    Say(which + "reports by stream");
    const absl::Duration before = stage_.product().process().CpuTime();
    ASSIGN_OR_RETURN(const Pushed pushed,
                     streams_.Run(absl::StrCat("load-", turns_.size()), settings_.length));
    if (pushed.volley.failures > 0) return absl::InternalError(pushed.volley.first_failure);
    turn.pushes = load::MeasuredOf(pushed.volley, stage_.product().process().CpuTime() - before);
    turn.bytes_per_event = static_cast<double>(pushed.bytes) / static_cast<double>(pushed.volley.calls);
    return absl::OkStatus();
  }

  // The median over the turns; ratios are taken within a turn first, so that noise hits both sides.
  [[nodiscard]] double Of(const std::function<double(const Turn&)>& figure) const {
    std::vector<double> values;
    for (const Turn& turn : turns_) values.push_back(figure(turn));
    return Median(std::move(values));
  }
  [[nodiscard]] Measured Of(Measured Turn::*kind) const {
    std::vector<Measured> values;
    for (const Turn& turn : turns_) values.push_back(turn.*kind);
    return MedianOf(values);
  }

  [[nodiscard]] Section Transitions() const {
    const auto of_echo = [](const Turn& turn) { return turn.transitions.per_second / turn.echo.per_second; };
    const auto of_store = [](const Turn& turn) { return turn.transitions.per_second / turn.store; };
    return {.title = absl::StrCat("Durable transitions (", settings_.act_name, ")"),
            .rows = {RowOf("echo", "bare gRPC echo", Of(&Turn::echo)),
                     RowOf("store", "bare store, synced", "per_second",
                           Of([](const Turn& t) { return t.store; }), 0, "/s"),
                     RowOf("product", "durable transitions", Of(&Turn::transitions)),
                     ShareOf("product_to_echo", "transitions / echo", Of(of_echo)),
                     ShareOf("product_to_store", "transitions / store", Of(of_store))}};
  }

  [[nodiscard]] Section Submissions() const {
    const auto of_echo = [](const Turn& turn) { return turn.submissions.per_second / turn.echo.per_second; };
    Section section{.title = "Reports one by one (SubmitIncident)", .rows = {}};
    if (!Does("transitions")) section.rows.push_back(RowOf("echo", "bare gRPC echo", Of(&Turn::echo)));
    section.rows.push_back(RowOf("submit", "reports", Of(&Turn::submissions)));
    section.rows.push_back(ShareOf("submit_to_echo", "reports / echo", Of(of_echo)));
    return section;
  }

  [[nodiscard]] Section Pushes() const {
    const double stored = stage_.recording().bytes_per_report();
    const double event = Of([](const Turn& turn) { return turn.bytes_per_event; });
    const double replay = Of([](const Turn& turn) { return turn.replay; });
    const double events = Of([](const Turn& turn) { return turn.events; });
    const Measured pushes = Of(&Turn::pushes);
    Row pushed = RowOf("push", "reports", pushes);
    pushed.figures.push_back({"sent_mb_per_second", pushes.per_second * event / kMegabyte, 1, "MB/s sent"});
    pushed.figures.push_back(
        {"stored_mb_per_second", pushes.per_second * stored / kMegabyte, 1, "MB/s stored"});
    return {.title = absl::StrFormat("Reports by stream (PushIncidents, %d streams of %d unanswered)",
                                     settings_.streams, kWindow),
            .rows = {{.key = "report",
                      .words = "one report",
                      .figures = {{"sent_bytes", event, 0, "B sent"},
                                  {"stored_bytes", stored, 0, "B stored"},
                                  {"stored_keys", stage_.recording().puts_per_report(), 1, "keys"}}},
                     {.key = "store_of_reports",
                      .words = "bare store, the same keys and bytes",
                      .figures = {{"per_second", replay, 0, "/s"},
                                  {"stored_mb_per_second", replay * stored / kMegabyte, 1, "MB/s stored"}}},
                     RowOf("store_of_events", "bare store, the event alone", "per_second", events, 0, "/s"),
                     pushed,
                     ShareOf("push_to_store", "reports / store, the same bytes",
                             Of([](const Turn& turn) { return turn.pushes.per_second / turn.replay; })),
                     ShareOf("push_to_store_of_events", "reports / store, the event alone",
                             Of([](const Turn& turn) { return turn.pushes.per_second / turn.events; }))}};
  }

  const Settings& settings_;
  Stage& stage_;
  ClosedLoop echo_;
  ClosedLoop product_;
  PushStreams streams_;
  Scene scene_;
  load::Submissions submissions_;
  std::vector<Turn> turns_;
};

}  // namespace

absl::StatusOr<std::vector<Section>> MeasureTurns(const Settings& settings, Stage& stage) {
  Turns turns(settings, stage);
  RETURN_IF_ERROR(turns.SetUp());
  for (int i = 0; i < settings.turns; ++i) RETURN_IF_ERROR(turns.Take(i));
  return turns.Sections();
}

}  // namespace waarborg::load
