#include "tests/load/stage.h"

#include <csignal>
#include <iostream>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "storage/rocksdb/rocksdb_store.h"

namespace waarborg::load {
namespace {

using testing::Process;
using testing::ServerProcess;

// The sample region with its people and providers, as `waarborg demo` makes it.
absl::Status PlaySample(const Settings& settings, const std::string& address) {
  ASSIGN_OR_RETURN(
      Process demo,
      Process::Start(
          {absl::StrCat(settings.binaries, "/waarborg"), "demo", absl::StrCat("--server=", address),
           absl::StrCat("--sample-dir=", settings.sources, "/deploy/sample"),
           absl::StrCat("--framework-file=", settings.sources, "/services/framework/data/dkk-2019.json")}));
  demo.ReadAll();
  return demo.Wait() == 0 ? absl::OkStatus() : absl::InternalError("the sample case did not play");
}

}  // namespace

void Say(absl::string_view what) { std::cerr << what << std::endl; }

absl::StatusOr<std::unique_ptr<Stage>> Stage::Open(const Settings& settings) {
  auto stage = std::make_unique<Stage>();
  stage->waarborgd_ = absl::StrCat(settings.binaries, "/waarborgd");
  stage->product_directory_ = absl::StrCat(settings.directory, "/product");
  RETURN_IF_ERROR(stage->StartEcho(settings));
  ASSIGN_OR_RETURN(stage->store_, storage::Open({.directory = absl::StrCat(settings.directory, "/store")}));
  RETURN_IF_ERROR(testing::Bootstrap(stage->waarborgd_, stage->product_directory_));
  RETURN_IF_ERROR(stage->StartProduct());
  RETURN_IF_ERROR(PlaySample(settings, stage->product().address()));
  if (settings.rounds.contains("push")) {
    stage->StopProduct();
    ASSIGN_OR_RETURN(stage->recording_, Recording::Of(stage->product_directory_));
    RETURN_IF_ERROR(stage->StartProduct());
  }
  return stage;
}

absl::Status Stage::StartEcho(const Settings& settings) {
  ASSIGN_OR_RETURN(echo_, Process::Start({settings.self, "--role=echo"}));
  ASSIGN_OR_RETURN(const std::string line, echo_->ReadLine());
  echo_address_ = line.substr(line.rfind(' ') + 1);
  return absl::OkStatus();
}

absl::Status Stage::StartProduct() {
  ASSIGN_OR_RETURN(product_, ServerProcess::Start(waarborgd_, product_directory_));
  return absl::OkStatus();
}

void Stage::StopProduct() {
  product_->process().Signal(SIGTERM);
  product_->process().Wait();
  product_.reset();
}

absl::Status Stage::Restart() {
  StopProduct();
  return StartProduct();
}

absl::StatusOr<Measured> Fire(ClosedLoop& loop, const NextShot& shots, const Process& server,
                              absl::Duration length) {
  const absl::Duration before = server.CpuTime();
  const Volley volley = loop.Run(shots, length);
  if (volley.failures > 0) {
    return absl::InternalError(absl::StrCat(volley.failures, " calls failed, first: ", volley.first_failure));
  }
  return MeasuredOf(volley, server.CpuTime() - before);
}

}  // namespace waarborg::load
