#include "clients/push/counts.h"

#include <algorithm>

namespace waarborg::push {

void Counts::AddRead() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++figures_.read;
}

void Counts::AddKnown() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++figures_.known;
}

void Counts::AddAcknowledged() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++figures_.acknowledged;
}

void Counts::AddRefused(cli::ExitStatus status) {
  const std::lock_guard<std::mutex> lock(mutex_);
  ++figures_.refused;
  figures_.refusal = std::min(figures_.refusal.value_or(status), status);
}

Figures Counts::Look() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return figures_;
}

}  // namespace waarborg::push
