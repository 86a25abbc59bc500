#include "clients/push/file_tally.h"

namespace waarborg::push {

void FileTally::AddSent() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++waiting_;
}

void FileTally::AddRefusedUnsent() {
  const std::lock_guard<std::mutex> lock(mutex_);
  refused_ = true;
}

void FileTally::AddAnswer(bool acknowledged) {
  std::unique_lock<std::mutex> lock(mutex_);
  --waiting_;
  refused_ |= !acknowledged;
  Look(std::move(lock));
}

void FileTally::EndOfFile() {
  std::unique_lock<std::mutex> lock(mutex_);
  read_ = true;
  Look(std::move(lock));
}

void FileTally::Look(std::unique_lock<std::mutex> lock) {
  if (!read_ || waiting_ > 0 || whole_ == nullptr) return;
  const Whole whole = std::exchange(whole_, nullptr);
  const bool acknowledged = !refused_;
  lock.unlock();
  whole(acknowledged);
}

}  // namespace waarborg::push
