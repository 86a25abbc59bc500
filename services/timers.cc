#include "services/timers.h"

#include <chrono>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"

namespace waarborg {
namespace {

constexpr std::chrono::seconds kBetweenLooks{1};

}  // namespace

Timers::Timers(ledger::Ledger& ledger, std::vector<ledger::DeadlineRule> rules, const call::Entropy& entropy,
               std::function<void(absl::string_view)> log)
    : ledger_(ledger),
      deadlines_(ledger, std::move(rules), entropy),
      lease_(ledger, entropy),
      log_(std::move(log)),
      thread_([this] { Work(); }) {}

Timers::~Timers() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
  }
  stop_.NotifyAll();
  thread_.join();
  const language::MutexLock lock(running_);
  const absl::Status status = lease_.Release();
  if (!status.ok()) log_(absl::StrCat("timers: ", status.ToString()));
}

absl::Status Timers::FireDue() {
  ASSIGN_OR_RETURN(const bool held, lease_.Hold());
  if (!held) return absl::OkStatus();
  return deadlines_.RunDue().status();
}

absl::Status Timers::RunOnce() {
  const language::MutexLock lock(running_);
  absl::Status status = FireDue();
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
