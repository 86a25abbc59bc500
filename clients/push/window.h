#ifndef WAARBORG_CLIENTS_PUSH_WINDOW_H_
#define WAARBORG_CLIENTS_PUSH_WINDOW_H_

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>

#include "clients/push/item.h"

namespace waarborg::push {

// The items between being read and being answered, which is all that the program holds of its input: so many,
// and of so many bytes together (one item may pass the bytes). Who reads waits for room. One thread offers,
// one sends, one hears; each may be another.
//
// A stream counts its items: Begin, then the item of each Next is at the next position, the first at 1. What
// a stream left unanswered comes first in the one that follows, in its order.
class Window final {
 public:
  using Held = std::shared_ptr<const Item>;

  Window(std::size_t items, std::size_t bytes) : most_items_(items), most_bytes_(bytes) {}

  // Waits for room; false when nothing is taken any more.
  bool Offer(Item item);
  // Nothing more will be offered.
  void EndInput();
  // Nothing more is taken, and nothing more is begun.
  void Close();

  // Waits until something is to be sent; false when nothing ever will be.
  bool WaitForWork();
  // Nothing is in hand.
  [[nodiscard]] bool IsIdle() const;
  // All is offered and answered.
  [[nodiscard]] bool IsDone() const;

  // A new stream.
  void Begin();
  // Waits for the next item to send; null when this stream sends no more.
  Held Next();
  // This stream sends no more.
  void End();
  // The item at a position, which is answered; null when there is none.
  Held Take(std::int64_t position);
  // An item that was taken, and is to be sent again in the next stream.
  void Keep(std::int64_t position, Held item);

 private:
  [[nodiscard]] std::size_t InHand() const { return waiting_.size() + sent_.size() + kept_.size(); }
  [[nodiscard]] bool HasRoom() const;

  const std::size_t most_items_;
  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Held> waiting_;
  std::map<std::int64_t, Held> sent_;
  std::map<std::int64_t, Held> kept_;
  std::size_t bytes_ = 0;  // of all three
  std::int64_t position_ = 0;
  bool input_over_ = false;
  bool closed_ = false;
  bool stream_over_ = false;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_WINDOW_H_
