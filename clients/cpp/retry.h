#ifndef WAARBORG_CLIENTS_CPP_RETRY_H_
#define WAARBORG_CLIENTS_CPP_RETRY_H_

#include <random>

#include "absl/time/time.h"

namespace waarborg::client {

// How often a call that met UNAVAILABLE is sent again, and after which pauses.
struct RetryPolicy {
  int attempts = 5;  // the first one included; 1 means never again
  absl::Duration first_pause = absl::Milliseconds(100);
  absl::Duration longest_pause = absl::Seconds(3);
};

// The pauses of one call: each is chosen at random between half of a bound and the bound, which doubles every
// time up to the longest, so that many callers that failed together do not come back together.
class Backoff final {
 public:
  Backoff(const RetryPolicy& policy, unsigned seed)
      : bound_(policy.first_pause), policy_(policy), random_(seed) {}

  [[nodiscard]] absl::Duration Next();

 private:
  absl::Duration bound_;
  RetryPolicy policy_;
  std::minstd_rand random_;
};

}  // namespace waarborg::client

#endif  // WAARBORG_CLIENTS_CPP_RETRY_H_
