#ifndef WAARBORG_SERVICES_WATCH_WATCHER_H_
#define WAARBORG_SERVICES_WATCH_WATCHER_H_

// One watcher: the source of one stream. It holds its position, the few sequences it reads next when it is
// behind, and who it has said is present; never more.

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "services/call/call.h"
#include "services/watch/feed.h"
#include "services/watch/subject.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::watch {

// An idle stream says so often how far it is.
inline constexpr absl::Duration kBetweenHeartbeats = absl::Seconds(15);
// Whoever takes longer for one message is cut off, to go on from the cursor in the error.
inline constexpr absl::Duration kTakenInTime = absl::Seconds(30);
// A stream ends by itself so long before its call's deadline.
inline constexpr absl::Duration kEndsBefore = absl::Seconds(5);

// One thread at a time.
class Watcher final {
 public:
  using Step = call::Step<v1::WatchUpdate>;

  // Goes on after the event with sequence `after`.
  Watcher(Feed& feed, Feed::Seat seat, call::Call call, Subject subject, std::uint64_t after);

  // A message; or the end, shortly before the call's deadline; or, when there is nothing to tell, the way to
  // wait. RESOURCE_EXHAUSTED (SLOW_READER), UNAVAILABLE (SERVER_ENDS).
  absl::StatusOr<Step> Next();

 private:
  // OK while the server stays and the client keeps up.
  [[nodiscard]] absl::Status CheckPace(absl::Time now) const;
  // The next event that the caller sees; nothing when there is none, or none was found in one go
  // (searching_).
  absl::StatusOr<std::optional<v1::WatchUpdate>> NextChange();
  // The next event of the subject, shown or not; neither event nor end: look again.
  struct Looked {
    std::shared_ptr<const audit::v1::Event> event;
    bool at_end = false;
  };
  absl::StatusOr<Looked> LookAtNext();
  absl::Status ReadAhead();
  std::optional<v1::WatchUpdate> NextPresence();
  // Finds who came, went or moved since the client was last told.
  void Compare(const Presences& present);
  [[nodiscard]] v1::WatchUpdate Heartbeat() const;
  [[nodiscard]] call::Waiting Wait() const;
  Step Give(v1::WatchUpdate update, absl::Time now);

  Feed& feed_;
  const Feed::Seat seat_;
  const call::Call call_;
  const Subject subject_;
  std::uint64_t position_;
  // Where the watcher is behind the tail: the sequences to read, and what is covered when they are read.
  std::deque<std::uint64_t> ahead_;
  std::uint64_t ahead_to_ = 0;
  bool searching_ = false;
  // Whom the client was told of, by resource and member, and what it is told next.
  std::map<std::pair<std::string, std::string>, v1::Presence> told_;
  std::shared_ptr<const Presences> present_;
  std::deque<v1::Presence> untold_;
  absl::Time last_given_ = absl::InfinitePast();
  bool given_ = false;  // and not yet known to be taken
  bool ended_ = false;
};

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_WATCHER_H_
