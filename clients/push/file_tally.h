#ifndef WAARBORG_CLIENTS_PUSH_FILE_TALLY_H_
#define WAARBORG_CLIENTS_PUSH_FILE_TALLY_H_

#include <cstdint>
#include <functional>
#include <mutex>
#include <utility>

namespace waarborg::push {

// How many reports of one file wait for their answer. Thread-safe.
class FileTally final {
 public:
  // Called once, when the file is read to its end and all of it is answered.
  using Whole = std::function<void(bool all_acknowledged)>;

  explicit FileTally(Whole whole) : whole_(std::move(whole)) {}

  void AddSent();
  void AddRefusedUnsent();
  void AddAnswer(bool acknowledged);
  void EndOfFile();

 private:
  // Runs `whole_` outside the lock when nothing waits any more.
  void Look(std::unique_lock<std::mutex> lock);

  std::mutex mutex_;
  Whole whole_;
  std::int64_t waiting_ = 0;
  bool refused_ = false;
  bool read_ = false;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_FILE_TALLY_H_
