#ifndef WAARBORG_SERVICES_NOTICE_RULES_SCHEDULE_H_
#define WAARBORG_SERVICES_NOTICE_RULES_SCHEDULE_H_

// When a notice goes out, and when it is tried again.

#include "absl/time/time.h"
#include "waarborg/notice/v1/notice.pb.h"

namespace waarborg::notice {

// So often a notice is tried; then it is given up.
inline constexpr int kMostAttempts = 8;

// Now, or at the next seven o'clock in the morning in Amsterdam. REQUIRES: not NONE.
absl::Time DueTime(v1::NoticeSetting::Frequency frequency, absl::Time now);

// After so many attempts in vain: a minute, two, four, and so on, two hours at most.
absl::Duration PauseAfter(int attempts);

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_RULES_SCHEDULE_H_
