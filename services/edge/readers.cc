#include "services/edge/readers.h"

#include <utility>

namespace waarborg::edge {

Readers::Readers(std::size_t threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
}

Readers::~Readers() {
  {
    const language::MutexLock lock(mutex_);
    stopping_ = true;
  }
  changed_.NotifyAll();
  for (std::thread& thread : threads_) thread.join();
}

bool Readers::Begin(std::function<void()> piece) {
  {
    const language::MutexLock lock(mutex_);
    if (waiting_.size() >= most_waiting_) return false;
    waiting_.push_back(std::move(piece));
  }
  changed_.NotifyOne();
  return true;
}

void Readers::Continue(std::function<void()> piece) {
  {
    const language::MutexLock lock(mutex_);
    waiting_.push_back(std::move(piece));
  }
  changed_.NotifyOne();
}

void Readers::Work() {
  while (true) {
    std::function<void()> piece;
    {
      const language::MutexLock lock(mutex_);
      while (waiting_.empty() && !stopping_) changed_.Wait(mutex_);
      if (waiting_.empty()) return;
      piece = std::move(waiting_.front());
      waiting_.pop_front();
    }
    piece();
  }
}

}  // namespace waarborg::edge
