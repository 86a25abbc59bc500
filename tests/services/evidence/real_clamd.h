#ifndef WAARBORG_TESTS_SERVICES_EVIDENCE_REAL_CLAMD_H_
#define WAARBORG_TESTS_SERVICES_EVIDENCE_REAL_CLAMD_H_

// Debian's clamd, with one signature of the test's own, on a socket in a scratch directory.

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <fstream>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "tests/storage/scratch_directory.h"

namespace waarborg::evidence {

// What the daemon knows as a virus, and by which name.
inline constexpr char kPlanted[] = "waarborgsplanted";
inline constexpr char kPlantedName[] = "Waarborg.Test.Planted.UNOFFICIAL";

class RealClamd final {
 public:
  RealClamd() {
    std::ofstream(scratch_.In("test.ndb")) << "Waarborg.Test.Planted:0:*:77616172626f726773706c616e746564\n";
    std::ofstream(scratch_.In("clamd.conf"))
        << absl::StrCat("LocalSocket ", socket(), "\nDatabaseDirectory ", folder(), "\nTemporaryDirectory ",
                        folder(), "\nForeground yes\nStreamMaxLength 1M\nMaxThreads 2\n");
  }
  ~RealClamd() { Stop(); }
  RealClamd(const RealClamd&) = delete;
  RealClamd& operator=(const RealClamd&) = delete;

  [[nodiscard]] std::string address() const { return absl::StrCat("unix:", socket()); }

  // Returns when it listens.
  void Start() {
    int ends[2];
    ASSERT_EQ(pipe(ends), 0);
    process_ = fork();
    if (process_ == 0) {
      dup2(ends[1], STDOUT_FILENO);
      dup2(ends[1], STDERR_FILENO);
      close(ends[0]);
      const std::string configuration = scratch_.In("clamd.conf");
      execlp("clamd", "clamd", "-c", configuration.c_str(), nullptr);
      _exit(127);
    }
    close(ends[1]);
    output_ = fdopen(ends[0], "r");
    std::string all;
    char line[512];
    while (std::fgets(line, sizeof(line), output_) != nullptr) {
      all += line;
      if (absl::StrContains(line, "Self checking every")) return;
    }
    FAIL() << "clamd (Debian's clamav-daemon) does not start: " << all;
  }

  // Kills: asked to end while it starts up, clamd can miss it.
  void Stop() {
    if (process_ <= 0) return;
    kill(process_, SIGKILL);
    waitpid(process_, nullptr, 0);
    process_ = 0;
    std::fclose(output_);
  }

 private:
  [[nodiscard]] std::string folder() const { return scratch_.In("."); }
  [[nodiscard]] std::string socket() const { return scratch_.In("clamd.sock"); }

  const storage::ScratchDirectory scratch_;
  pid_t process_ = 0;
  std::FILE* output_ = nullptr;
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_TESTS_SERVICES_EVIDENCE_REAL_CLAMD_H_
