#ifndef WAARBORG_TESTS_CRASH_SERVER_PROCESS_H_
#define WAARBORG_TESTS_CRASH_SERVER_PROCESS_H_

// Programs as processes of their own: started, read from, killed. None outlives the test that started it.

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace waarborg::testing {

// A program under way. Destroying it kills it.
class Process final {
 public:
  // `words`: the program and its arguments. What it prints on standard output can be read; the rest goes
  // where ours goes, or nowhere when `quiet`. Call from a thread that lives as long as the process: when the
  // thread ends, the process is killed.
  static absl::StatusOr<Process> Start(const std::vector<std::string>& words, bool quiet = false);

  Process(Process&& other) noexcept;
  Process& operator=(Process&& other) noexcept;
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  // The next line it prints, without its end; OUT_OF_RANGE when it has closed its output.
  absl::StatusOr<std::string> ReadLine();
  // Everything it still prints.
  std::string ReadAll();

  void Signal(int signal) const;
  // Its exit status, or 128 and the signal that ended it. Waits.
  int Wait();

  // What it has used so far, in user and system mode; read from /proc.
  [[nodiscard]] absl::Duration CpuTime() const;
  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  Process(pid_t pid, int output) : pid_(pid), output_(output) {}
  void Abandon();

  pid_t pid_ = -1;
  int output_ = -1;
  std::string pending_;
};

// A real waarborgd on the loopback address.
class ServerProcess final {
 public:
  // Serves `directory`, which `Bootstrap` has made; answers when it listens. Port 0 is any free one.
  static absl::StatusOr<ServerProcess> Start(const std::string& program, const std::string& directory,
                                             const std::string& listen = "127.0.0.1:0");

  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] Process& process() { return process_; }

 private:
  ServerProcess(Process process, std::string address)
      : process_(std::move(process)), address_(std::move(address)) {}

  Process process_;
  std::string address_;
};

// Makes a store with `regions/shared/members/administrator` in it.
absl::Status Bootstrap(const std::string& program, const std::string& directory);

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CRASH_SERVER_PROCESS_H_
