#ifndef WAARBORG_SERVICES_EVIDENCE_SCANNER_H_
#define WAARBORG_SERVICES_EVIDENCE_SCANNER_H_

// The thread that has what is in quarantine judged, one content after another, and writes down the verdict as
// SYSTEM. Several servers may do so at once: the first verdict counts.

#include <atomic>
#include <functional>
#include <map>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/call/call.h"
#include "services/evidence/clamd.h"
#include "services/language/mutex.h"
#include "services/ledger/ledger.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::evidence {

// Thread-safe. `ledger` must outlive it.
class Scanner final {
 public:
  using Log = std::function<void(absl::string_view)>;

  Scanner(ledger::Ledger& ledger, call::Entropy entropy, std::string address, Log log);
  ~Scanner();
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  // Something has come in.
  void Wake() ABSL_LOCKS_EXCLUDED(mutex_);

  // Has all that waits judged. UNAVAILABLE when the daemon cannot be reached, RESOURCE_EXHAUSTED when a
  // verdict cannot be written down: that and the rest waits for the next time. What cannot be judged, or on
  // which the daemon breaks off, holds up nothing else and is tried again after an hour.
  absl::Status RunOnce() ABSL_LOCKS_EXCLUDED(running_, mutex_);

 private:
  void Work() ABSL_LOCKS_EXCLUDED(mutex_);
  // Waits until there may be something to do; false when the scanner stops.
  bool Wait(absl::Duration longest) ABSL_LOCKS_EXCLUDED(mutex_);
  // Judges one and writes it down.
  absl::StatusOr<Judgement> ScanOne(const std::string& key);
  absl::StatusOr<Judgement> Judge(const v1::Attachment& attachment) const;
  absl::Status WriteDown(const v1::Attachment& attachment, const Judgement& judgement);

  ledger::Ledger& ledger_;
  const call::Entropy entropy_;
  const Clamd clamd_;
  const Log log_;
  language::Mutex running_;
  // When what could not be judged is tried again.
  std::map<std::string, absl::Time> again_ ABSL_GUARDED_BY(running_);
  language::Mutex mutex_;
  language::Condition changed_;
  bool woken_ ABSL_GUARDED_BY(mutex_) = false;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_SCANNER_H_
