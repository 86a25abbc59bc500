#ifndef WAARBORG_SERVICES_EDGE_TRANSFERS_H_
#define WAARBORG_SERVICES_EDGE_TRANSFERS_H_

// How many contents are under way at once, and what the messages of theirs hold.

#include <atomic>
#include <cstddef>
#include <memory>

#include "services/edge/limits.h"

namespace waarborg::edge {

// Thread-safe. Must outlive its tickets.
class Transfers final {
 public:
  explicit Transfers(std::size_t most = limits::kTransfers) : most_(most) {}

  // Held as long as a transfer lasts.
  using Ticket = std::shared_ptr<void>;

  // Null when there are as many as may be.
  [[nodiscard]] Ticket Admit() {
    if (open_.fetch_add(1) < most_) return {this, [this](Transfers*) { --open_; }};
    --open_;
    return nullptr;
  }

  // Counts a message for as long as it is held.
  void Hold(std::size_t bytes) {
    const std::size_t now = held_.fetch_add(bytes) + bytes;
    std::size_t most = most_held_;
    while (most < now && !most_held_.compare_exchange_weak(most, now)) {
    }
  }
  void LetGo(std::size_t bytes) { held_ -= bytes; }

  [[nodiscard]] std::size_t open() const { return open_; }
  // The most that messages held at one moment.
  [[nodiscard]] std::size_t most_held() const { return most_held_; }

 private:
  const std::size_t most_;
  std::atomic<std::size_t> open_ = 0;
  std::atomic<std::size_t> held_ = 0;
  std::atomic<std::size_t> most_held_ = 0;
};

}  // namespace waarborg::edge

#endif  // WAARBORG_SERVICES_EDGE_TRANSFERS_H_
