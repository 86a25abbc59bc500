#ifndef WAARBORG_TESTS_LOAD_MEMORY_H_
#define WAARBORG_TESTS_LOAD_MEMORY_H_

// What a process holds, as the kernel counts it.

#include <sys/types.h>

#include <cstdint>

#include "absl/status/statusor.h"

namespace waarborg::load {

struct Memory {
  std::int64_t now = 0;   // bytes, VmRSS
  std::int64_t peak = 0;  // bytes, VmHWM
};

absl::StatusOr<Memory> MemoryOf(pid_t process);

// The peak is counted anew from what is held now.
absl::Status ForgetPeak(pid_t process);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_MEMORY_H_
