#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/strip.h"
#include "absl/time/clock.h"
#include "clients/cli/coded_text.h"
#include "clients/cli/dates.h"
#include "clients/cli/demo/act.h"
#include "clients/cli/demo/sample.h"
#include "clients/cli/demo/script.h"
#include "clients/cli/demo/set_up.h"
#include "clients/cli/demo/stage.h"
#include "clients/cli/demo/trail.h"
#include "clients/cli/error_text.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/special_commands.h"

namespace waarborg::cli {
namespace {

using client::ApiError;

// Where the sample lives.
constexpr absl::string_view kRegion = "nmd";

// One play of the three cases. A run has a number: its providers carry it in their ids, and its request ids
// too, so that a run that was cut off goes on where it was when it is played again.
class Play final {
 public:
  Play(const Session& session, int run) : session_(session), run_(run) {}

  std::optional<ApiError> Case(int number, const demo::Script& script) {
    demo::Known known(absl::ToCivilDay(absl::Now(), Amsterdam()));
    known.Set("run", absl::StrCat(run_));
    known.Set("kvk", absl::StrFormat("7%06d%d", run_, number));
    Say(absl::StrCat("\n", Bold(session_.style, TitleIn(script.title)), "\n"));
    int step = 0;
    for (const demo::ScriptStep& each : script.steps) {
      ++step;
      if (auto error = Step(absl::StrCat("demo-", run_, "-", number, "-", step), each, known)) return error;
    }
    providers_.push_back(known.FillText(script.provider));
    return std::nullopt;
  }

  [[nodiscard]] const std::vector<std::string>& providers() const { return providers_; }

 private:
  std::optional<ApiError> Step(const std::string& request_id, const demo::ScriptStep& step,
                               demo::Known& known) {
    const demo::Act act = demo::ActOf(step, known, request_id);
    const demo::Answer answer = demo::Perform(session_, act);
    if (!answer.ok()) {
      Say(Line(act.member, Red(session_.style, "✗"), step));
      return answer.error();
    }
    for (const auto& [name, path] : step.keep) known.Set(name, demo::TextAt(*answer, path).value_or(""));
    Say(Line(WhoDid(act, *answer), StateIn(*answer), step));
    if (step.rpc == "SubmitScores") SayReasons(*answer);
    return std::nullopt;
  }

  [[nodiscard]] std::string TitleIn(const nlohmann::json& title) const {
    return TextOf(title, session_.style.language);
  }

  // What the decision rule said, in its own words; of a re-assessment the merged result.
  void SayReasons(const nlohmann::json& answer) const {
    const char* key = answer.contains("mergedEvaluation") ? "mergedEvaluation" : "evaluation";
    if (!answer.contains(key) || !answer[key].contains("reasons")) return;
    for (const nlohmann::json& reason : answer[key]["reasons"]) {
      Say(absl::StrFormat("  %-34s %-22s · %s\n", "", "", TitleIn(reason)));
    }
  }

  [[nodiscard]] std::string StateIn(const nlohmann::json& answer) const {
    if (!answer.is_object()) return "";
    const std::string state(absl::StripPrefix(answer.value("state", ""), "STATE_"));
    return StateLabel(answer.value("name", ""), state, session_.style.language);
  }

  // What was awaited is the doing of somebody else: of `system` where a term fired.
  static std::string WhoDid(const demo::Act& act, const nlohmann::json& answer) {
    return act.await.empty() ? act.member : LastId(answer.value("author", act.member));
  }

  [[nodiscard]] std::string Line(const std::string& person, const std::string& state,
                                 const demo::ScriptStep& step) const {
    return absl::StrFormat("  %-34s %-22s %s\n", person, state, TitleIn(step.title));
  }

  // Scripts get the JSON array and nothing else.
  void Say(absl::string_view text) const {
    if (!session_.json()) session_.out << text << std::flush;
  }

  const Session& session_;
  int run_;
  std::vector<std::string> providers_;
};

// The first run whose providers are not there yet.
client::Result<int, ApiError> NextRun(const Session& session) {
  for (int run = 1;; ++run) {
    const std::string provider = absl::StrCat("regions/", session.line.region, "/providers/de-esdoorn-", run);
    const demo::Answer answer = demo::Call(session, "GetProvider", {{"name", provider}}, "auditor", "");
    if (answer.ok()) continue;
    if (answer.error().code == grpc::StatusCode::NOT_FOUND) return run;
    return answer.error();
  }
}

std::optional<ApiError> PrintTrail(const Session& session, const std::vector<std::string>& providers) {
  demo::Events all;
  for (const std::string& provider : providers) {
    client::Result<demo::Events, ApiError> events = demo::EventsOf(session, provider);
    if (!events.ok()) return events.error();
    all.insert(all.end(), events->begin(), events->end());
  }
  if (session.json()) {
    session.out << demo::TrailJson(std::move(all)) << "\n";
    return std::nullopt;
  }
  const Values count = {{"count", absl::StrCat(all.size())}};
  session.out << "\n" << Say(session.style.language, "DEMO_DONE", count) << "\n";
  for (const std::string& provider : providers) session.out << "  waarborg case show " << provider << "\n";
  return std::nullopt;
}

// The run that is asked for, 0 for the next one; nothing when the text says no run. More digits would not fit
// the KvK numbers that a run makes.
std::optional<int> RunSaid(const std::string& text) {
  constexpr int kLastRun = 999'999;
  if (text.empty()) return 0;
  int run = 0;
  if (!absl::SimpleAtoi(text, &run) || run < 1 || run > kLastRun) return std::nullopt;
  return run;
}

// What a person said, checked as far as it can be before anything is written.
struct Wish {
  demo::Sample sample;
  int run = 0;
};

Parsed<Wish> ReadWish(const Session& session) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(
      session.line,
      {{"sample-dir", WAARBORG_SAMPLE_DIR}, {"framework-file", WAARBORG_FRAMEWORK_FILE}, {"run", ""}});
  if (!flags.ok()) return flags.error();
  if (!session.name.empty()) return Fault{"NAME_NOT_EXPECTED", {{"name", session.name}}};
  if (session.line.region != kRegion) {
    return Fault{"FLAG_VALUE_INVALID", {{"flag", "region"}, {"value", session.line.region}}};
  }
  const std::optional<int> run = RunSaid((*flags)["run"]);
  if (!run.has_value()) return Fault{"FLAG_VALUE_INVALID", {{"flag", "run"}, {"value", (*flags)["run"]}}};
  Parsed<demo::Sample> sample = demo::ReadSample(
      {.sample_directory = (*flags)["sample-dir"], .framework_file = (*flags)["framework-file"]});
  if (!sample.ok()) return sample.error();
  return Wish{.sample = *std::move(sample), .run = *run};
}

}  // namespace

ExitStatus PlayDemo(const Session& session) {
  const Parsed<Wish> wish = ReadWish(session);
  if (!wish.ok()) return Fail(session, wish.error());
  if (auto error = demo::SetUp(session, wish->sample)) return Fail(session, *error);
  int run = wish->run;
  if (run == 0) {
    const client::Result<int, ApiError> next = NextRun(session);
    if (!next.ok()) return Fail(session, next.error());
    run = *next;
  }
  Play play(session, run);
  int number = 0;
  for (const demo::Script& script : wish->sample.cases) {
    if (auto error = play.Case(++number, script)) return Fail(session, *error);
  }
  if (auto error = PrintTrail(session, play.providers())) return Fail(session, *error);
  return kOk;
}

}  // namespace waarborg::cli
