#ifndef WAARBORG_TESTS_SUPPORT_DESK_H_
#define WAARBORG_TESTS_SUPPORT_DESK_H_

// A desk to work at without a server: the real engine in memory, the real ledger, a clock that the test
// moves, and randomness that is the same every time.
//
//   Desk desk;
//   const call::Caller qm = desk.As("quality-manager", {team::v1::ROLE_QUALITY_MANAGER});
//   const auto plan = desk.Run(&improvement::StartImprovementPlan, request, qm);
//   desk.clock.Advance(absl::Hours(24 * 7));
//   desk.RunDeadlines(improvement::Deadlines());

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "absl/time/time.h"
#include "services/call/authorization.h"
#include "services/call/call.h"
#include "services/call/error.h"
#include "services/call/request_check.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/journal.h"
#include "services/ledger/ledger.h"
#include "storage/store.h"
#include "tests/support/matchers.h"

namespace waarborg::testing {

// A clock that only the test moves. Starts on Monday 2 June 2025, 09:00 in Amsterdam.
class FakeClock final {
 public:
  [[nodiscard]] absl::Time Now() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return now_;
  }
  void Advance(absl::Duration by) {
    const std::lock_guard<std::mutex> lock(mutex_);
    now_ += by;
  }
  void Set(absl::Time to) {
    const std::lock_guard<std::mutex> lock(mutex_);
    now_ = to;
  }

 private:
  mutable std::mutex mutex_;
  absl::Time now_ = absl::FromUnixSeconds(1'748'847'600);
};

// Repeatable randomness. Thread-safe.
call::Entropy FakeEntropy();

// A fresh store in memory.
std::unique_ptr<storage::Store> NewMemoryStore();

class Desk final {
 public:
  Desk()
      : store(NewMemoryStore()),
        ledger(
            *store, [this] { return clock.Now(); },
            [this](ledger::UnitOfWork& unit) {
              return epilogue == nullptr ? absl::OkStatus() : epilogue(unit);
            }) {}

  // A member of region nmd, without looking anyone up.
  [[nodiscard]] static call::Caller As(absl::string_view member, std::vector<call::Role> roles,
                                       absl::string_view provider = "", absl::string_view region = "nmd") {
    return {.member = absl::StrCat("regions/", region, "/members/", member),
            .region = std::string(region),
            .roles = std::move(roles),
            .provider = std::string(provider)};
  }

  // Checks the request's shape as the edge does, then runs the command and waits for its answer.
  template <class Request, class Response>
  absl::StatusOr<Response> Run(absl::StatusOr<Response> (*command)(ledger::UnitOfWork&, const Request&),
                               const Request& request, const call::Caller& caller,
                               absl::string_view request_id = "") {
    return Wait<Request, Response>(ledger.Command(command), request, caller, request_id);
  }

  // As above, for a command that is given more than the request.
  template <class Request, class Response>
  absl::StatusOr<Response> Run(
      std::function<absl::StatusOr<Response>(ledger::UnitOfWork&, const Request&)> command,
      const Request& request, const call::Caller& caller) {
    return Wait<Request, Response>(ledger.CommandOf(std::move(command)), request, caller, "");
  }

  template <class Request, class Response>
  absl::StatusOr<Response> Ask(absl::StatusOr<Response> (*query)(const ledger::View&, const Request&),
                               const Request& request, const call::Caller& caller) {
    return Wait<Request, Response>(ledger.Query(query), request, caller, "");
  }

  // As Run, for a handler that does more than run a command.
  template <class Request, class Response>
  absl::StatusOr<Response> Hand(const call::Handler<Request, Response>& handler, const Request& request,
                                const call::Caller& caller, absl::string_view request_id = "") {
    return Wait<Request, Response>(handler, request, caller, request_id);
  }

  // Changes the store directly: for setting the scene.
  absl::Status Write(const std::function<absl::Status(ledger::UnitOfWork&)>& work,
                     absl::string_view region = "nmd") {
    return ledger.RunAndWait(CallOf(call::SystemCaller(region), std::string(region), "test/scene", ""), work);
  }

  absl::StatusOr<int> RunDeadlines(const std::vector<ledger::DeadlineRule>& rules) {
    return ledger::DeadlineRunner(ledger, rules, entropy).RunDue();
  }

  // The journal of a region, oldest first.
  std::vector<audit::v1::Event> Events(absl::string_view region = "nmd") const {
    std::vector<audit::v1::Event> events;
    const std::unique_ptr<const storage::Snapshot> snapshot = store->Read();
    for (std::uint64_t sequence = 1;; ++sequence) {
      const auto event = ledger::ReadEvent(*snapshot, region, sequence);
      if (!event.ok() || !event->has_value()) return events;
      events.push_back(**event);
    }
  }

  // The last event of a region; the default event when there is none.
  audit::v1::Event LastEvent(absl::string_view region = "nmd") const {
    std::vector<audit::v1::Event> events = Events(region);
    return events.empty() ? audit::v1::Event() : events.back();
  }

  FakeClock clock;
  call::Entropy entropy = FakeEntropy();
  // What the server does at the end of each unit of work; a test that is about it sets it.
  ledger::Epilogue epilogue;
  std::unique_ptr<storage::Store> store;
  ledger::Ledger ledger;

 private:
  call::Call CallOf(call::Caller caller, std::string region, std::string method,
                    absl::string_view request_id) {
    return {.caller = std::move(caller),
            .region = std::move(region),
            .method = std::move(method),
            .request_id = std::string(request_id),
            .traceparent = "",
            .now = clock.Now(),
            .deadline = absl::InfiniteFuture(),
            .entropy = entropy};
  }

  template <class Request, class Response>
  absl::StatusOr<Response> Wait(const call::Handler<Request, Response>& handler, const Request& request,
                                const call::Caller& caller, absl::string_view request_id) {
    call::Violations violations;
    call::CheckRequest(request, violations);
    std::string region = call::RegionOfRequest(request, violations);
    if (!violations.empty()) return violations.ToStatus();
    const call::Call call =
        CallOf(caller, std::move(region), std::string(Request::descriptor()->name()), request_id);
    std::mutex mutex;
    std::condition_variable answered;
    std::optional<absl::StatusOr<Response>> answer;
    handler(call, request, [&](absl::StatusOr<Response> result) {
      const std::lock_guard<std::mutex> lock(mutex);
      answer = std::move(result);
      answered.notify_one();
    });
    std::unique_lock<std::mutex> lock(mutex);
    answered.wait(lock, [&answer] { return answer.has_value(); });
    return *std::move(answer);
  }
};

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SUPPORT_DESK_H_
