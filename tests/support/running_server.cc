#include "tests/support/running_server.h"

#include <sstream>

#include "absl/time/clock.h"
#include "clients/cli/run.h"
#include "clients/cpp/client.h"
#include "services/language/die.h"
#include "services/team/bootstrap.h"

namespace waarborg::testing {
namespace {

// Takes what is written, and is gone at the first flush.
class OneMessage final : public std::stringbuf {
 public:
  int sync() override { return -1; }
};

int RunAt(const std::string& address, const std::vector<std::string>& words, std::istream& in,
          std::ostream& out, std::ostream& err) {
  return cli::Run(words, {.in = in,
                          .out = out,
                          .err = err,
                          .environment = [](const char*) { return std::string(); },
                          .connect = [&address](const std::string&) { return client::Connect(address); }});
}

}  // namespace

RunningServer::RunningServer(const std::string& backup_directory) : store(NewMemoryStore()) {
  clock->Set(absl::Now());
  const call::Entropy entropy = FakeEntropy();
  const auto now = [clock = clock] { return clock->Now(); };
  ledger::Ledger ledger(*store, now);
  const call::Call call{.caller = call::SystemCaller("shared"),
                        .region = "shared",
                        .method = "test/bootstrap",
                        .request_id = "",
                        .traceparent = "",
                        .now = now(),
                        .deadline = absl::InfiniteFuture(),
                        .entropy = entropy};
  const absl::Status bootstrapped = ledger.RunAndWait(call, [](ledger::UnitOfWork& unit) {
    return team::BootstrapAdministrator(unit, "administrator", "Beheerder");
  });
  if (!bootstrapped.ok()) language::Die(bootstrapped.message());
  absl::StatusOr<std::unique_ptr<Server>> started =
      Server::Start({.listen = "127.0.0.1:0", .dev_identities = true, .backup_directory = backup_directory},
                    *store, {.clock = now, .entropy = entropy, .log = [](absl::string_view line) {
                               fprintf(stderr, "%.*s\n", static_cast<int>(line.size()), line.data());
                             }});
  if (!started.ok()) language::Die(started.status().message());
  server = *std::move(started);
}

Ended RunningServer::Waarborg(const std::vector<std::string>& words, const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int status = RunAt(server->address(), words, in, out, err);
  return {.status = status, .out = out.str(), .err = err.str()};
}

Ended RunningServer::Listen(const std::vector<std::string>& words) {
  std::istringstream in;
  OneMessage heard;
  std::ostream out(&heard);
  std::ostringstream err;
  const int status = RunAt(server->address(), words, in, out, err);
  return {.status = status, .out = heard.str(), .err = err.str()};
}

}  // namespace waarborg::testing
