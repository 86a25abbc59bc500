// waarborg_load: how much of the machine the product leaves for the work. One run measures a bare gRPC echo,
// the bare store, and durable transitions through the whole product, in turns, so that the noise of the
// machine hits all alike.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/flags/flag.h"
#include "absl/flags/parse.h"
#include "absl/flags/usage.h"
#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "storage/rocksdb/rocksdb_store.h"
#include "tests/crash/server_process.h"
#include "tests/load/closed_loop.h"
#include "tests/load/echo.h"
#include "tests/load/figures.h"
#include "tests/load/scene.h"
#include "tests/load/store_round.h"

ABSL_FLAG(std::string, role, "measure", "measure, or echo: the process that answers and does nothing");
ABSL_FLAG(std::string, act, "score", "what the callers do: score, observe or move");
ABSL_FLAG(std::string, output, "table", "table or json");
ABSL_FLAG(int, callers, 64, "requests under way at any moment");
ABSL_FLAG(int, channels, 4, "connections they share");
ABSL_FLAG(int, rounds, 5, "turns");
ABSL_FLAG(double, seconds, 2, "length of each measurement in a turn");
ABSL_FLAG(std::string, directory, "", "an empty directory for the stores, on the disk that counts");
ABSL_FLAG(std::string, binaries, "", "directory of waarborgd and waarborg");
ABSL_FLAG(std::string, sources, "", "the repository, for the sample region");

namespace waarborg::load {
namespace {

using testing::Process;
using testing::ServerProcess;

absl::StatusOr<std::pair<Process, std::string>> StartEcho(const std::string& self) {
  ASSIGN_OR_RETURN(Process process, Process::Start({self, "--role=echo"}));
  ASSIGN_OR_RETURN(const std::string line, process.ReadLine());
  return std::make_pair(std::move(process), line.substr(line.rfind(' ') + 1));
}

// The sample region with its people and providers, as `waarborg demo` makes it.
absl::Status PlaySample(const std::string& address) {
  const std::string sources = absl::GetFlag(FLAGS_sources);
  ASSIGN_OR_RETURN(
      Process demo,
      Process::Start({absl::StrCat(absl::GetFlag(FLAGS_binaries), "/waarborg"), "demo",
                      absl::StrCat("--server=", address),
                      absl::StrCat("--sample-dir=", sources, "/deploy/sample"),
                      absl::StrCat("--framework-file=", sources, "/services/framework/data/dkk-2019.json")}));
  demo.ReadAll();
  return demo.Wait() == 0 ? absl::OkStatus() : absl::InternalError("the sample case did not play");
}

Measured MeasuredOf(const Volley& volley, absl::Duration cpu) {
  return {.per_second = volley.PerSecond(),
          .p50_micros = volley.Percentile(0.5),
          .p99_micros = volley.Percentile(0.99),
          .server_cpu_micros =
              absl::ToDoubleMicroseconds(cpu) / static_cast<double>(std::max<std::int64_t>(1, volley.calls))};
}

absl::StatusOr<Measured> Fire(ClosedLoop& loop, const NextShot& shots, const Process& server) {
  const absl::Duration before = server.CpuTime();
  const Volley volley = loop.Run(shots, absl::Seconds(absl::GetFlag(FLAGS_seconds)));
  if (volley.failures > 0) {
    return absl::InternalError(absl::StrCat(volley.failures, " calls failed, first: ", volley.first_failure));
  }
  return MeasuredOf(volley, server.CpuTime() - before);
}

// Progress, apart from the figures.
void Say(absl::string_view what) { std::cerr << what << std::endl; }

absl::StatusOr<Act> ActNamed(const std::string& name) {
  if (name == "score") return Act::kScore;
  if (name == "observe") return Act::kObserve;
  if (name == "move") return Act::kMove;
  return absl::InvalidArgumentError(absl::StrCat("no such act: ", name));
}

absl::StatusOr<std::vector<Round>> Measure(const std::string& self) {
  const std::string directory = absl::GetFlag(FLAGS_directory);
  const std::string waarborgd = absl::StrCat(absl::GetFlag(FLAGS_binaries), "/waarborgd");
  const int callers = absl::GetFlag(FLAGS_callers);
  const int channels = absl::GetFlag(FLAGS_channels);
  ASSIGN_OR_RETURN(auto echo, StartEcho(self));
  ASSIGN_OR_RETURN(const std::unique_ptr<storage::Store> store,
                   storage::Open({.directory = absl::StrCat(directory, "/store")}));
  RETURN_IF_ERROR(testing::Bootstrap(waarborgd, absl::StrCat(directory, "/product")));
  ASSIGN_OR_RETURN(ServerProcess product,
                   ServerProcess::Start(waarborgd, absl::StrCat(directory, "/product")));
  RETURN_IF_ERROR(PlaySample(product.address()));
  ClosedLoop echo_loop(echo.second, callers, channels);
  ClosedLoop product_loop(product.address(), callers, channels);
  ASSIGN_OR_RETURN(const Act act, ActNamed(absl::GetFlag(FLAGS_act)));
  Scene scene(act, callers);
  Say("setting the scene");
  RETURN_IF_ERROR(scene.SetUp(product_loop, absl::Minutes(5)));
  std::vector<Round> rounds;
  for (int i = 0; i < absl::GetFlag(FLAGS_rounds); ++i) {
    Round round;
    Say(absl::StrCat("round ", i + 1, ": echo"));
    ASSIGN_OR_RETURN(round.echo, Fire(echo_loop, EchoShots(), echo.first));
    Say(absl::StrCat("round ", i + 1, ": store"));
    round.store.per_second =
        StoreWritesPerSecond(*store, callers, absl::Seconds(absl::GetFlag(FLAGS_seconds)));
    Say(absl::StrCat("round ", i + 1, ": product"));
    ASSIGN_OR_RETURN(round.product, Fire(product_loop, scene.Shots(), product.process()));
    rounds.push_back(round);
  }
  return rounds;
}

int Main(int argc, char** argv) {
  absl::SetProgramUsageMessage("measures the product; tests/load/run calls it with the right paths");
  absl::ParseCommandLine(argc, argv);
  if (absl::GetFlag(FLAGS_role) == "echo") return ServeEcho();
  const absl::StatusOr<std::vector<Round>> rounds = Measure(argv[0]);
  if (!rounds.ok()) {
    std::cerr << "waarborg_load: " << rounds.status().message() << std::endl;
    return EXIT_FAILURE;
  }
  const Setting setting{.act = absl::GetFlag(FLAGS_act),
                        .callers = absl::GetFlag(FLAGS_callers),
                        .channels = absl::GetFlag(FLAGS_channels),
                        .seconds = absl::GetFlag(FLAGS_seconds)};
  std::cout << (absl::GetFlag(FLAGS_output) == "json" ? AsJson(*rounds, setting) : AsTable(*rounds, setting));
  return EXIT_SUCCESS;
}

}  // namespace
}  // namespace waarborg::load

int main(int argc, char** argv) { return waarborg::load::Main(argc, argv); }
