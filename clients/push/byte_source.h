#ifndef WAARBORG_CLIENTS_PUSH_BYTE_SOURCE_H_
#define WAARBORG_CLIENTS_PUSH_BYTE_SOURCE_H_

#include <cstddef>
#include <memory>
#include <string>

#include "clients/push/stop.h"

namespace waarborg::push {

// A file, or what comes in, as bytes. Waiting for more ends when the program has to. Not thread-safe.
class ByteSource final {
 public:
  // `path`, or standard input for "-"; null when it cannot be opened, or is a folder.
  static std::unique_ptr<ByteSource> Open(const std::string& path, const Stop& stop);
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // At most `most` bytes; 0 at the end, when the program has to end, and when reading fails.
  std::size_t Read(char* into, std::size_t most);
  // Reading ended before the end.
  [[nodiscard]] bool broken() const { return broken_; }

 private:
  ByteSource(int file, bool own, const Stop& stop) : file_(file), own_(own), stop_(stop) {}

  const int file_;
  const bool own_;
  const Stop& stop_;
  bool broken_ = false;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_BYTE_SOURCE_H_
