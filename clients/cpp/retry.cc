#include "clients/cpp/retry.h"

#include <algorithm>

namespace waarborg::client {

absl::Duration Backoff::Next() {
  const double share = std::uniform_real_distribution<double>(0.5, 1.0)(random_);
  const absl::Duration pause = bound_ * share;
  bound_ = std::min(bound_ * 2, policy_.longest_pause);
  return pause;
}

}  // namespace waarborg::client
