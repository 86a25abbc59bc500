#ifndef WAARBORG_SERVICES_TIMERS_H_
#define WAARBORG_SERVICES_TIMERS_H_

// The thread that looks, once a second, for deadlines that are due and for answers that may be forgotten. Of
// several servers on one store, the one that holds the lease fires deadlines.

#include <functional>
#include <thread>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/language/mutex.h"
#include "services/ledger/deadlines.h"
#include "services/ledger/lease.h"
#include "services/ledger/ledger.h"

namespace waarborg {

class Timers final {
 public:
  Timers(ledger::Ledger& ledger, std::vector<ledger::DeadlineRule> rules, const call::Entropy& entropy,
         std::function<void(absl::string_view)> log);
  ~Timers();
  Timers(const Timers&) = delete;
  Timers& operator=(const Timers&) = delete;

  // Does both, whatever becomes of the first.
  absl::Status RunOnce();

 private:
  absl::Status FireDue() ABSL_EXCLUSIVE_LOCKS_REQUIRED(running_);
  void Work() ABSL_LOCKS_EXCLUDED(mutex_);

  ledger::Ledger& ledger_;
  language::Mutex running_;
  ledger::DeadlineRunner deadlines_ ABSL_GUARDED_BY(running_);
  ledger::TimerLease lease_ ABSL_GUARDED_BY(running_);
  std::function<void(absl::string_view)> log_;
  language::Mutex mutex_;
  language::Condition stop_;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace waarborg

#endif  // WAARBORG_SERVICES_TIMERS_H_
