#include "services/watch/tail.h"

#include <algorithm>
#include <utility>

namespace waarborg::watch {

void Tail::Append(audit::v1::Event event) {
  event.clear_changes();
  ++end_;
  bytes_ += event.ByteSizeLong();
  events_.push_back(std::make_shared<const audit::v1::Event>(std::move(event)));
  while (events_.size() > kMostTailEvents || bytes_ > kMostTailBytes) {
    bytes_ -= events_.front()->ByteSizeLong();
    events_.pop_front();
    ++begin_;
  }
}

Found Tail::Next(const Subject& subject, std::uint64_t after) const {
  if (after < begin_) return {.up_to = after, .behind = true};
  for (std::uint64_t at = after; at < end_; ++at) {
    const auto& event = events_[at - begin_];
    if (subject.Concerns(*event)) return {.event = event, .up_to = at + 1};
  }
  return {.up_to = std::max(after, end_)};
}

}  // namespace waarborg::watch
