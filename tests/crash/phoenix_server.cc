#include "tests/crash/phoenix_server.h"

#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "services/language/die.h"

namespace waarborg::testing {
namespace {

template <class Value>
Value OrDie(absl::StatusOr<Value> value) {
  if (!value.ok()) language::Die(value.status().message());
  return *std::move(value);
}

}  // namespace

PhoenixServer::PhoenixServer(const std::string& name)
    : directory_(absl::StrCat(::testing::TempDir(), "/", name, getpid())),
      port_(OrDie(ReservedPort::Take())) {
  const absl::Status made = Bootstrap(WAARBORG_SERVER, directory_);
  if (!made.ok()) language::Die(made.message());
  Rise();
}

PhoenixServer::~PhoenixServer() {
  server_.reset();
  std::filesystem::remove_all(directory_);
}

void PhoenixServer::KillAndRise() {
  server_->process().Signal(SIGKILL);
  server_->process().Wait();
  Rise();
}

void PhoenixServer::Rise() {
  server_.emplace(OrDie(ServerProcess::Start(WAARBORG_SERVER, directory_, address())));
}

}  // namespace waarborg::testing
