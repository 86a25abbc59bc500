// waarborg_load: how much of the machine the product leaves for the work. One run measures the product, and
// beside it the bare parts that it is made of, in turns where it can, so that the noise of the machine hits
// all alike.

#include <cstdlib>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "services/language/status_macros.h"
#include "tests/load/content.h"
#include "tests/load/due.h"
#include "tests/load/echo.h"
#include "tests/load/fan_out.h"
#include "tests/load/figures.h"
#include "tests/load/settings.h"
#include "tests/load/stage.h"
#include "tests/load/turns.h"

ABSL_FLAG(std::string, role, "measure", "measure, or echo: the process that answers and does nothing");
ABSL_FLAG(std::vector<std::string>, rounds, {},
          "which of transitions, submit, push, content, watch, deadlines; all");
ABSL_FLAG(std::string, act, "score", "what the callers of transitions do: score, observe or move");
ABSL_FLAG(std::string, output, "table", "table or json");
ABSL_FLAG(int, callers, 64, "requests under way at any moment");
ABSL_FLAG(int, channels, 4, "connections they share");
ABSL_FLAG(int, streams, 4, "streams that push reports");
ABSL_FLAG(int, turns, 5, "turns");
ABSL_FLAG(double, seconds, 2, "length of each measurement in a turn");
ABSL_FLAG(int, watchers, 10'000, "who watch one case");
ABSL_FLAG(int, content_mebibytes, 256, "size of the file that goes up and down");
ABSL_FLAG(int, deadlines, 1'000'000, "open deadlines");
ABSL_FLAG(std::string, directory, "", "an empty directory for the stores, on the disk that counts");
ABSL_FLAG(std::string, binaries, "", "directory of waarborgd and waarborg");
ABSL_FLAG(std::string, sources, "", "the repository, for the sample region");

namespace waarborg::load {
namespace {

const std::set<std::string>& AllRounds() {
  static const auto* const rounds =
      new std::set<std::string>{"transitions", "submit", "push", "content", "watch", "deadlines"};
  return *rounds;
}

absl::StatusOr<Act> ActNamed(const std::string& name) {
  if (name == "score") return Act::kScore;
  if (name == "observe") return Act::kObserve;
  if (name == "move") return Act::kMove;
  return absl::InvalidArgumentError(absl::StrCat("no such act: ", name));
}

absl::StatusOr<std::set<std::string>> RoundsNamed(const std::vector<std::string>& names) {
  if (names.empty()) return AllRounds();
  for (const std::string& name : names) {
    if (!AllRounds().contains(name)) return absl::InvalidArgumentError(absl::StrCat("no such round: ", name));
  }
  return std::set<std::string>(names.begin(), names.end());
}

absl::StatusOr<Settings> SettingsOfFlags(const std::string& self) {
  Settings settings{.self = self,
                    .directory = absl::GetFlag(FLAGS_directory),
                    .binaries = absl::GetFlag(FLAGS_binaries),
                    .sources = absl::GetFlag(FLAGS_sources),
                    .act_name = absl::GetFlag(FLAGS_act),
                    .callers = absl::GetFlag(FLAGS_callers),
                    .channels = absl::GetFlag(FLAGS_channels),
                    .streams = absl::GetFlag(FLAGS_streams),
                    .turns = absl::GetFlag(FLAGS_turns),
                    .length = absl::Seconds(absl::GetFlag(FLAGS_seconds)),
                    .watchers = absl::GetFlag(FLAGS_watchers),
                    .content_mebibytes = absl::GetFlag(FLAGS_content_mebibytes),
                    .deadlines = absl::GetFlag(FLAGS_deadlines)};
  ASSIGN_OR_RETURN(settings.act, ActNamed(settings.act_name));
  ASSIGN_OR_RETURN(settings.rounds, RoundsNamed(absl::GetFlag(FLAGS_rounds)));
  return settings;
}

// The deadlines come last: what they leave to the disk disturbs nobody then.
absl::StatusOr<std::vector<Section>> Measure(const Settings& settings) {
  const auto does = [&settings](const char* round) { return settings.rounds.contains(round); };
  std::vector<Section> sections;
  if (settings.rounds != std::set<std::string>{"deadlines"}) {
    ASSIGN_OR_RETURN(const std::unique_ptr<Stage> stage, Stage::Open(settings));
    ASSIGN_OR_RETURN(sections, MeasureTurns(settings, *stage));
    if (does("content")) {
      ASSIGN_OR_RETURN(Section content, MeasureContent(settings, *stage));
      sections.push_back(std::move(content));
    }
    if (does("watch")) {
      ASSIGN_OR_RETURN(Section watch, MeasureFanOut(settings, *stage));
      sections.push_back(std::move(watch));
    }
  }
  if (does("deadlines")) {
    ASSIGN_OR_RETURN(Section due, MeasureDue(settings));
    sections.push_back(std::move(due));
  }
  return sections;
}

std::string Printed(const Settings& settings, const std::vector<Section>& sections) {
  const double seconds = absl::ToDoubleSeconds(settings.length);
  if (absl::GetFlag(FLAGS_output) == "json") {
    return AsJson(
        absl::StrFormat(R"("act": "%s", "turns": %d, "seconds": %.1f, "callers": %d, "channels": %d, )",
                        settings.act_name, settings.turns, seconds, settings.callers, settings.channels),
        sections);
  }
  return absl::StrFormat("%d turns of %.1f s a measurement, medians; %d callers over %d channels\n\n%s",
                         settings.turns, seconds, settings.callers, settings.channels, AsTable(sections));
}

int Main(int argc, char** argv) {
  absl::SetProgramUsageMessage("measures the product; tests/load/run calls it with the right paths");
  absl::ParseCommandLine(argc, argv);
  if (absl::GetFlag(FLAGS_role) == "echo") return ServeEcho();
  const absl::StatusOr<Settings> settings = SettingsOfFlags(argv[0]);
  if (!settings.ok()) {
    std::cerr << "waarborg_load: " << settings.status().message() << std::endl;
    return 2;
  }
  const absl::StatusOr<std::vector<Section>> sections = Measure(*settings);
  if (!sections.ok()) {
    std::cerr << "waarborg_load: " << sections.status().message() << std::endl;
    return EXIT_FAILURE;
  }
  std::cout << Printed(*settings, *sections);
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace waarborg::load

int main(int argc, char** argv) { return waarborg::load::Main(argc, argv); }
