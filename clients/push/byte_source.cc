#include "clients/push/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace waarborg::push {

std::unique_ptr<ByteSource> ByteSource::Open(const std::string& path, const Stop& stop) {
  if (path == "-") return std::unique_ptr<ByteSource>(new ByteSource(STDIN_FILENO, /*own=*/false, stop));
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  std::unique_ptr<ByteSource> source(new ByteSource(file, /*own=*/true, stop));
  struct stat facts {};
  if (fstat(file, &facts) != 0 || S_ISDIR(facts.st_mode)) return nullptr;
  return source;
}

ByteSource::~ByteSource() {
  if (own_) close(file_);
}

std::size_t ByteSource::Read(char* into, std::size_t most) {
  for (;;) {
    if (!stop_.WaitUnless(file_)) {
      broken_ = true;
      return 0;
    }
    const ssize_t count = read(file_, into, most);
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno == EINTR || errno == EAGAIN) continue;
    broken_ = true;
    return 0;
  }
}

}  // namespace waarborg::push
