#include "clients/push/window.h"

#include <utility>

namespace waarborg::push {

bool Window::HasRoom() const { return InHand() < most_items_ && (bytes_ < most_bytes_ || InHand() == 0); }

bool Window::Offer(Item item) {
  auto held = std::make_shared<const Item>(std::move(item));
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || HasRoom(); });
  if (closed_) return false;
  bytes_ += held->bytes;
  waiting_.push_back(std::move(held));
  changed_.notify_all();
  return true;
}

void Window::EndInput() {
  const std::lock_guard<std::mutex> lock(mutex_);
  input_over_ = true;
  changed_.notify_all();
}

void Window::Close() {
  const std::lock_guard<std::mutex> lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

bool Window::WaitForWork() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return closed_ || input_over_ || InHand() > 0; });
  return !closed_ && InHand() > 0;
}

bool Window::IsIdle() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return InHand() == 0;
}

bool Window::IsDone() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return input_over_ && InHand() == 0;
}

void Window::Begin() {
  const std::lock_guard<std::mutex> lock(mutex_);
  sent_.merge(kept_);
  kept_.clear();
  for (auto item = sent_.rbegin(); item != sent_.rend(); ++item) waiting_.push_front(std::move(item->second));
  sent_.clear();
  position_ = 0;
  stream_over_ = false;
}

Window::Held Window::Next() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return stream_over_ || closed_ || input_over_ || !waiting_.empty(); });
  if (stream_over_ || closed_ || waiting_.empty()) return nullptr;
  Held item = std::move(waiting_.front());
  waiting_.pop_front();
  sent_[++position_] = item;
  return item;
}

void Window::End() {
  const std::lock_guard<std::mutex> lock(mutex_);
  stream_over_ = true;
  changed_.notify_all();
}

Window::Held Window::Take(std::int64_t position) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto found = sent_.find(position);
  if (found == sent_.end()) return nullptr;
  Held item = std::move(found->second);
  sent_.erase(found);
  bytes_ -= item->bytes;
  changed_.notify_all();
  return item;
}

void Window::Keep(std::int64_t position, Held item) {
  const std::lock_guard<std::mutex> lock(mutex_);
  bytes_ += item->bytes;
  kept_[position] = std::move(item);
}

}  // namespace waarborg::push
