#include "services/timers.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"

namespace waarborg {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};

}  // namespace

Timers::Timers(ledger::Ledger& ledger, std::vector<ledger::DeadlineRule> rules, call::Entropy entropy,
               std::function<void(absl::string_view)> log)
    : ledger_(ledger),
      deadlines_(ledger, std::move(rules), std::move(entropy)),
      log_(std::move(log)),
      thread_([this] { Work(); }) {}

Timers::~Timers() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
  }
  stop_.NotifyAll();
  thread_.join();
}

absl::Status Timers::RunOnce() {
  const language::MutexLock lock(running_);
  absl::Status status = deadlines_.RunDue().status();
  status.Update(ledger_.ForgetOldAnswers().status());
  return status;
}

void Timers::Work() {
  while (true) {
    {
      const language::MutexLock lock(mutex_);
      if (!stopping_) stop_.WaitFor(mutex_, kBetweenLooks);
      if (stopping_) return;
    }
    const absl::Status status = RunOnce();
    if (!status.ok()) log_(absl::StrCat("timers: ", status.ToString()));
  }
}

}  // namespace waarborg
