#include "tests/load/memory.h"

#include <fstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace waarborg::load {

absl::StatusOr<Memory> MemoryOf(pid_t process) {
  std::ifstream file(absl::StrCat("/proc/", process, "/status"));
  Memory memory;
  std::string word;
  while (file >> word) {
    std::int64_t kibibytes = 0;
    if (word == "VmRSS:" && file >> kibibytes) memory.now = kibibytes * 1024;
    if (word == "VmHWM:" && file >> kibibytes) memory.peak = kibibytes * 1024;
  }
  if (memory.now == 0 || memory.peak == 0)
    return absl::NotFoundError("the kernel tells no memory of the server");
  return memory;
}

absl::Status ForgetPeak(pid_t process) {
  // "5" resets VmHWM: proc(5).
  std::ofstream file(absl::StrCat("/proc/", process, "/clear_refs"));
  file << "5" << std::flush;
  return file.good() ? absl::OkStatus() : absl::UnavailableError("the peak of the server cannot be reset");
}

}  // namespace waarborg::load
