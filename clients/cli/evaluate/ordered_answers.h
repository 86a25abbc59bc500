#ifndef WAARBORG_CLIENTS_CLI_EVALUATE_ORDERED_ANSWERS_H_
#define WAARBORG_CLIENTS_CLI_EVALUATE_ORDERED_ANSWERS_H_

// Answers that come in any order and leave in the order of their questions, a bounded number of them waiting.
// Thread-safe: one thread opens places, any thread fills them.

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <ostream>
#include <string>

namespace waarborg::cli {

class OrderedAnswers final {
 public:
  // At most `window` places are open at a time. `out` outlives this.
  OrderedAnswers(std::ostream& out, std::size_t window) : out_(out), window_(window) {}

  // Waits until there is room, then gives the number of a new place.
  std::uint64_t Open();

  // Fills a place; text is written when all before it are, and flushed when nothing more is ready.
  void Fill(std::uint64_t place, std::string text);

  // Whether `out` takes no more, because who read it went away; what is filled from then on is lost.
  [[nodiscard]] bool Broken();

  // Waits until every open place is filled.
  void Drain();

 private:
  std::ostream& out_;
  const std::size_t window_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::optional<std::string>> waiting_;
  std::uint64_t first_ = 0;  // the place at the front of `waiting_`
  bool broken_ = false;
};

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_EVALUATE_ORDERED_ANSWERS_H_
