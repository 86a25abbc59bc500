#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "clients/cli/demo/script.h"
#include "clients/cli/demo/set_up.h"
#include "clients/cli/demo/stage.h"
#include "clients/cli/demo/trail.h"
#include "clients/cli/error_text.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/special_commands.h"

namespace waarborg::cli {
namespace {

using client::ApiError;

constexpr const char* kCases[] = {"1-ladder.json", "2-good.json", "3-acute.json"};

// One play of the three cases. A run has a number: its providers carry it in their ids, and its request ids
// too, so that a run that was cut off goes on where it was when it is played again.
class Play final {
 public:
  Play(const Session& session, int run) : session_(session), run_(run) {}

  std::optional<ApiError> Case(int number, const demo::Script& script) {
    demo::Known known(absl::ToCivilDay(absl::Now(), session_.style.zone));
    known.Set("run", absl::StrCat(run_));
    known.Set("kvk", absl::StrFormat("7%06d%d", run_ % 1'000'000, number));
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
    const demo::Answer answer =
        demo::Call(session_, step.rpc, known.Fill(step.request), known.FillText(step.member), request_id);
    if (!answer.ok()) {
      Say(Line(step, known, Red(session_.style, "✗")));
      return answer.error();
    }
    for (const auto& [name, path] : step.keep) known.Set(name, demo::TextAt(*answer, path).value_or(""));
    Say(Line(step, known, StateIn(*answer)));
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
      Say(absl::StrFormat("  %-34s %-12s · %s\n", "", "", TitleIn(reason)));
    }
  }

  static std::string StateIn(const nlohmann::json& answer) {
    std::string state = answer.is_object() ? answer.value("state", "") : "";
    constexpr absl::string_view kPrefix = "STATE_";
    if (state.rfind(std::string(kPrefix), 0) == 0) state.erase(0, kPrefix.size());
    return state;
  }

  [[nodiscard]] std::string Line(const demo::ScriptStep& step, const demo::Known& known,
                                 absl::string_view state) const {
    return absl::StrFormat("  %-34s %-12s %s\n", known.FillText(step.member), std::string(state),
                           TitleIn(step.title));
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

}  // namespace

ExitStatus PlayDemo(const Session& session) {
  Parsed<OwnFlags> flags = OwnFlags::Read(
      session.line,
      {{"sample-dir", WAARBORG_SAMPLE_DIR}, {"framework-file", WAARBORG_FRAMEWORK_FILE}, {"run", ""}});
  if (!flags.ok()) return Fail(session, flags.error());
  const std::string directory = (*flags)["sample-dir"];
  const demo::SampleFiles files{.sample_directory = directory, .framework_file = (*flags)["framework-file"]};
  if (auto error = demo::SetUp(session, files)) return Fail(session, *error);
  int run = 0;
  if (!absl::SimpleAtoi((*flags)["run"], &run)) {
    const client::Result<int, ApiError> next = NextRun(session);
    if (!next.ok()) return Fail(session, next.error());
    run = *next;
  }
  Play play(session, run);
  int number = 0;
  for (const char* file : kCases) {
    const std::string path = absl::StrCat(directory, "/nmd/cases/", file);
    const std::optional<demo::Script> script = demo::ParseScript(demo::ReadTextFile(path));
    if (!script.has_value()) return Fail(session, Fault{"SAMPLE_UNREADABLE", {{"file", path}}});
    if (auto error = play.Case(++number, *script)) return Fail(session, *error);
  }
  if (auto error = PrintTrail(session, play.providers())) return Fail(session, *error);
  return kOk;
}

}  // namespace waarborg::cli
