#ifndef WAARBORG_SERVICES_WATCH_LOOKOUT_H_
#define WAARBORG_SERVICES_WATCH_LOOKOUT_H_

// The thread that looks for the feed: at once when something was committed here, and every second for what
// other processes committed, who went away, and whose heartbeat is due.

#include <functional>
#include <thread>

#include "absl/strings/string_view.h"
#include "services/language/mutex.h"
#include "services/watch/feed.h"

namespace waarborg::watch {

class Lookout final {
 public:
  // `feed` must outlive it, and hears of no commit before this is there.
  Lookout(Feed& feed, std::function<void(absl::string_view)> log);
  ~Lookout();
  Lookout(const Lookout&) = delete;
  Lookout& operator=(const Lookout&) = delete;

 private:
  void Work() ABSL_LOCKS_EXCLUDED(mutex_);
  void Hear() ABSL_LOCKS_EXCLUDED(mutex_);

  Feed& feed_;
  const std::function<void(absl::string_view)> log_;
  language::Mutex mutex_;
  language::Condition changed_;
  bool news_ ABSL_GUARDED_BY(mutex_) = false;
  bool stopping_ ABSL_GUARDED_BY(mutex_) = false;
  std::thread thread_;  // Last: it uses all of the above.
};

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_LOOKOUT_H_
