#ifndef WAARBORG_SERVICES_NOTICE_RULES_SCHEDULE_H_
#define WAARBORG_SERVICES_NOTICE_RULES_SCHEDULE_H_

// When a notice goes out, and when it is tried again.

#include "absl/time/time.h"
#include "waarborg/notice/v1/notice.pb.h"

namespace waarborg::notice {

// So long a mail server may be away before what waits for it is given up (RFC 5321, 4.5.4.1).
inline constexpr absl::Duration kPatience = absl::Hours(5 * 24);

// Now, or at the next seven o'clock in the morning in Amsterdam. REQUIRES: not NONE.
absl::Time DueTime(v1::NoticeSetting::Frequency frequency, absl::Time now);

// After so many attempts in vain: a minute, two, four, and so on, two hours at most.
absl::Duration PauseAfter(int attempts);

// Whether so many attempts in vain, with the pauses between them, took longer than the patience lasts.
bool IsHopeless(int attempts);

}  // namespace waarborg::notice

#endif  // WAARBORG_SERVICES_NOTICE_RULES_SCHEDULE_H_
