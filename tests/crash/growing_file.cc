#include "tests/crash/growing_file.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>

namespace waarborg::testing {

GrowingFile::GrowingFile(const std::string& path)
    : watch_(inotify_init1(IN_CLOEXEC | IN_NONBLOCK)),
      file_(open(path.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600)) {
  inotify_add_watch(watch_, path.c_str(), IN_MODIFY);
}

GrowingFile::~GrowingFile() {
  close(watch_);
  close(file_);
}

void GrowingFile::Count() {
  char bytes[65536];
  for (ssize_t count = read(file_, bytes, sizeof bytes); count > 0;
       count = read(file_, bytes, sizeof bytes)) {
    lines_ += std::count(bytes, bytes + count, '\n');
  }
}

bool GrowingFile::WaitForLines(std::int64_t lines) {
  constexpr int kMinute = 60'000;
  for (;;) {
    char events[4096];
    while (read(watch_, events, sizeof events) > 0) {
    }
    Count();
    if (lines_ >= lines) return true;
    pollfd added{.fd = watch_, .events = POLLIN, .revents = 0};
    if (poll(&added, 1, kMinute) <= 0) return false;
  }
}

}  // namespace waarborg::testing
