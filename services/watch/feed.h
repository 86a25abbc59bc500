#ifndef WAARBORG_SERVICES_WATCH_FEED_H_
#define WAARBORG_SERVICES_WATCH_FEED_H_

// The live feed of one server: for each region that somebody watches, the tail of its journal and who is
// present, read once for all watchers, and who waits for what. A commit of this process makes it look at
// once; what other processes commit it finds at its next look.
//
// Thread-safe. Holds no thread; Lookout is the one that looks.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/call/call.h"
#include "services/language/mutex.h"
#include "services/ledger/ledger.h"
#include "services/watch/presence.h"
#include "services/watch/subject.h"
#include "services/watch/tail.h"
#include "storage/store.h"

namespace waarborg::watch {

// The provider whose case a resource belongs to, for a caller who may read the resource as its own room shows
// it; otherwise the refusal that room gives.
using ReadRight = std::function<absl::StatusOr<std::string>(
    const storage::Reader& reader, const call::Caller& caller, absl::string_view resource)>;

// Whether a task is the caller's to do: given to the caller, or of a role the caller holds.
using IsCallersTask = std::function<absl::StatusOr<bool>(const storage::Reader& reader,
                                                         const call::Caller& caller, absl::string_view task)>;

// What the feed asks of other rooms.
struct Neighbours {
  ReadRight may_read;
  IsCallersTask is_callers_task;
};

// What the feed holds and has done.
struct Counts {
  std::size_t watchers = 0;
  std::size_t waiting = 0;
  std::size_t tail_events = 0;
  std::size_t tail_bytes = 0;
  std::uint64_t events_read = 0;  // from the journal, for the tails
};

// What a waiting watcher knows already, and when it wants to be woken whatever happens.
struct Known {
  std::uint64_t sequence = 0;
  std::shared_ptr<const Presences> present;
  absl::Time until;
};

class Feed final {
 public:
  // `ledger` must outlive it.
  Feed(ledger::Ledger& ledger, Neighbours neighbours) : ledger_(ledger), neighbours_(std::move(neighbours)) {}
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  // `heard` is called when there may be something to look at; it must not block. To be said before anything
  // else.
  void OnNews(std::function<void()> heard) { heard_ = std::move(heard); }

  // The region's journal has grown. Costs next to nothing where nobody watches.
  void Grew(const std::string& region) ABSL_LOCKS_EXCLUDED(mutex_);
  // Somebody came, went or moved in a case.
  void Moved(const std::string& region, const std::string& provider) ABSL_LOCKS_EXCLUDED(mutex_);

  // Reads what is new in the regions that are watched, and wakes whom it concerns and whose time has come.
  absl::Status Look() ABSL_LOCKS_EXCLUDED(looking_, mutex_);

  // Wakes everybody, and lets nobody wait any more: the server ends.
  void Close() ABSL_LOCKS_EXCLUDED(mutex_);
  [[nodiscard]] bool closed() const { return closed_; }

  // A watcher of a region: while this lives, the region's tail is kept. It begins where the journal ends.
  using Seat = std::shared_ptr<void>;
  absl::StatusOr<Seat> Sit(const std::string& region) ABSL_LOCKS_EXCLUDED(mutex_);

  // REQUIRES: a seat at the subject's region.
  Found Next(const Subject& subject, std::uint64_t after) const ABSL_LOCKS_EXCLUDED(mutex_);
  // Never null.
  std::shared_ptr<const Presences> PresentAt(const Subject& subject) const ABSL_LOCKS_EXCLUDED(mutex_);

  // Wakes once: at once where there is more than the watcher knows.
  void Await(const Subject& subject, const Known& known, std::function<void()> wake)
      ABSL_LOCKS_EXCLUDED(mutex_);

  [[nodiscard]] Counts counts() const ABSL_LOCKS_EXCLUDED(mutex_);
  [[nodiscard]] ledger::Ledger& ledger() { return ledger_; }
  [[nodiscard]] const Neighbours& neighbours() const { return neighbours_; }

 private:
  struct Waiter {
    absl::Time until;
    std::function<void()> wake;
  };
  using Wakes = std::vector<std::function<void()>>;
  struct Region {
    explicit Region(std::uint64_t end) : tail(end) {}
    Tail tail;
    PresencesByProvider present;
    std::map<std::string, std::vector<Waiter>, std::less<>> waiting;  // by topic
    std::size_t seats = 0;
    absl::Time first_due = absl::InfiniteFuture();  // of those who wait
    absl::Time presence_read = absl::InfinitePast();
    std::set<std::string> moved;  // cases in which somebody did
  };

  std::vector<std::string> Watched() const ABSL_LOCKS_EXCLUDED(mutex_);
  absl::Status LookAt(const std::string& region, Wakes& wakes) ABSL_LOCKS_EXCLUDED(mutex_);
  absl::Status ReadEvents(const std::string& region, Wakes& wakes) ABSL_LOCKS_EXCLUDED(mutex_);
  absl::Status ReadPresent(const std::string& region, Wakes& wakes) ABSL_LOCKS_EXCLUDED(mutex_);
  absl::Status ReadPresentIn(const std::string& region, const std::string& provider, Wakes& wakes)
      ABSL_LOCKS_EXCLUDED(mutex_);
  static void Replace(Region& region, const std::string& provider, std::shared_ptr<const Presences> present,
                      Wakes& wakes);
  void CleanUp(std::vector<std::string> lapsed);
  static void WakeAll(Region& region, const std::string& topic, Wakes& wakes);
  static void WakeDue(Region& region, absl::Time now, Wakes& wakes);
  void Leave(const std::string& region) ABSL_LOCKS_EXCLUDED(mutex_);

  ledger::Ledger& ledger_;
  const Neighbours neighbours_;
  std::function<void()> heard_;
  std::atomic<bool> closed_ = false;
  std::atomic<std::size_t> seats_ = 0;
  language::Mutex looking_;
  mutable language::Mutex mutex_;
  std::map<std::string, Region, std::less<>> regions_ ABSL_GUARDED_BY(mutex_);
  std::uint64_t events_read_ ABSL_GUARDED_BY(mutex_) = 0;
};

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_FEED_H_
