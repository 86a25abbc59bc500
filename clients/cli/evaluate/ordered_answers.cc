#include "clients/cli/evaluate/ordered_answers.h"

#include <utility>

namespace waarborg::cli {

std::uint64_t OrderedAnswers::Open() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.size() < window_; });
  waiting_.emplace_back();
  return first_ + waiting_.size() - 1;
}

void OrderedAnswers::Fill(std::uint64_t place, std::string text) {
  const std::lock_guard<std::mutex> lock(mutex_);
  waiting_[place - first_] = std::move(text);
  const std::uint64_t before = first_;
  while (!waiting_.empty() && waiting_.front().has_value()) {
    out_ << *waiting_.front();
    waiting_.pop_front();
    ++first_;
  }
  if (first_ == before) return;
  out_.flush();
  broken_ = !out_.good();
  // Under the lock: who waits may destroy this object as soon as the lock is free.
  changed_.notify_all();
}

bool OrderedAnswers::Broken() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return broken_;
}

void OrderedAnswers::Drain() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty(); });
}

}  // namespace waarborg::cli
