#ifndef WAARBORG_CLIENTS_PUSH_SPOOL_H_
#define WAARBORG_CLIENTS_PUSH_SPOOL_H_

#include <sys/types.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "clients/cli/fault.h"
#include "clients/push/stop.h"

namespace waarborg::push {

// A folder that files are put in to be sent. A file counts when it stands there under its name whole: write
// it under a name that begins with a dot, or ends in .tmp or .part, or in another folder of the same disk,
// and rename it. What is answered goes to `done`, or to `failed` when something of it was refused; where that
// name is taken, a number is added. One program at a time has a spool. Thread-safe.
class Spool final {
 public:
  // Makes the two folders. Faults: PUSH_SPOOL_UNUSABLE, PUSH_SPOOL_IN_USE.
  static cli::Parsed<std::unique_ptr<Spool>> Open(const std::string& folder);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  // The next file that was not taken, in order of names; its name in the folder. Waits for one unless `once`;
  // nothing when the program has to end.
  std::optional<std::string> Next(const Stop& stop, bool once);
  [[nodiscard]] std::string PathOf(const std::string& name) const;
  // Puts a taken file where it belongs. A file that was replaced meanwhile stays, and will be taken. False
  // when it cannot be moved.
  bool Put(const std::string& name, bool all_acknowledged);

 private:
  Spool(std::string folder, int handle, int watch)
      : folder_(std::move(folder)), handle_(handle), watch_(watch) {}
  [[nodiscard]] std::vector<std::string> CompleteFiles() const;
  std::optional<std::string> TakeOne();
  void ForgetEvents() const;

  const std::string folder_;
  const int handle_;  // holds the lock
  const int watch_;   // inotify
  std::mutex mutex_;
  std::map<std::string, ino_t> taken_;
};

}  // namespace waarborg::push

#endif  // WAARBORG_CLIENTS_PUSH_SPOOL_H_
