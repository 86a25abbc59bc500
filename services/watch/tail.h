#ifndef WAARBORG_SERVICES_WATCH_TAIL_H_
#define WAARBORG_SERVICES_WATCH_TAIL_H_

// The last events of one region's journal, in memory, so that all who watch share one read. Bounded by number
// and by bytes; whoever is further behind reads the journal. Not thread-safe.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>

#include "services/watch/subject.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::watch {

inline constexpr std::size_t kMostTailEvents = 1024;
inline constexpr std::size_t kMostTailBytes = std::size_t{1} << 20;

// What follows a position: an event, or nothing up to a sequence, or more than the tail knows.
struct Found {
  std::shared_ptr<const audit::v1::Event> event;
  std::uint64_t up_to = 0;
  bool behind = false;
};

class Tail final {
 public:
  // Knows nothing yet, and begins after the event with this sequence.
  explicit Tail(std::uint64_t end = 0) : begin_(end), end_(end) {}

  // REQUIRES: the event after end(). Its after-images are left out.
  void Append(audit::v1::Event event);

  // The last sequence it has come to.
  [[nodiscard]] std::uint64_t end() const { return end_; }

  [[nodiscard]] Found Next(const Subject& subject, std::uint64_t after) const;

  [[nodiscard]] std::size_t size() const { return events_.size(); }
  [[nodiscard]] std::size_t bytes() const { return bytes_; }

 private:
  // Holds the events after begin_ up to end_.
  std::uint64_t begin_;
  std::uint64_t end_;
  std::deque<std::shared_ptr<const audit::v1::Event>> events_;
  std::size_t bytes_ = 0;
};

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_TAIL_H_
