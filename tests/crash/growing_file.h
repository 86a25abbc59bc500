#ifndef WAARBORG_TESTS_CRASH_GROWING_FILE_H_
#define WAARBORG_TESTS_CRASH_GROWING_FILE_H_

#include <cstdint>
#include <string>

namespace waarborg::testing {

// A file that another program adds lines to.
class GrowingFile final {
 public:
  // Makes it when it is not there.
  explicit GrowingFile(const std::string& path);
  ~GrowingFile();
  GrowingFile(const GrowingFile&) = delete;
  GrowingFile& operator=(const GrowingFile&) = delete;

  // Waits until it has had so many lines; false when nothing was added to it for a minute.
  bool WaitForLines(std::int64_t lines);

 private:
  void Count();

  int watch_ = -1;
  int file_ = -1;
  std::int64_t lines_ = 0;
};

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CRASH_GROWING_FILE_H_
