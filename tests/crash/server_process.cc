#include "tests/crash/server_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fstream>
#include <iterator>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/language/status_macros.h"

namespace waarborg::testing {
namespace {

// In the child, between fork and exec: nothing here may allocate or lock.
[[noreturn]] void Become(char* const* words, int output, bool quiet) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  dup2(output, STDOUT_FILENO);
  if (quiet) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDERR_FILENO);
  }
  execv(words[0], words);
  _exit(127);
}

}  // namespace

absl::StatusOr<Process> Process::Start(const std::vector<std::string>& words, bool quiet) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return absl::ErrnoToStatus(errno, "pipe");
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  const pid_t pid = fork();
  if (pid == 0) Become(arguments.data(), ends[1], quiet);
  close(ends[1]);
  if (pid > 0) return Process(pid, ends[0]);
  close(ends[0]);
  return absl::ErrnoToStatus(errno, "fork");
}

Process::Process(Process&& other) noexcept { *this = std::move(other); }

Process& Process::operator=(Process&& other) noexcept {
  if (this == &other) return *this;
  Abandon();
  pid_ = std::exchange(other.pid_, -1);
  output_ = std::exchange(other.output_, -1);
  pending_ = std::move(other.pending_);
  return *this;
}

Process::~Process() { Abandon(); }

void Process::Abandon() {
  if (pid_ > 0) {
    Signal(SIGKILL);
    Wait();
  }
  if (output_ >= 0) close(output_);
}

absl::StatusOr<std::string> Process::ReadLine() {
  for (;;) {
    if (const std::size_t end = pending_.find('\n'); end != std::string::npos) {
      std::string line = pending_.substr(0, end);
      pending_.erase(0, end + 1);
      return line;
    }
    char bytes[4096];
    const ssize_t count = read(output_, bytes, sizeof bytes);
    if (count <= 0)
      return absl::OutOfRangeError(absl::StrCat("the program has closed its output: ", pending_));
    pending_.append(bytes, static_cast<std::size_t>(count));
  }
}

std::string Process::ReadAll() {
  std::string all;
  for (absl::StatusOr<std::string> line = ReadLine(); line.ok(); line = ReadLine())
    absl::StrAppend(&all, *line, "\n");
  return all + std::exchange(pending_, "");
}

void Process::Signal(int signal) const {
  if (pid_ > 0) kill(pid_, signal);
}

int Process::Wait() {
  if (pid_ <= 0) return -1;
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

absl::Duration Process::CpuTime() const {
  // Fields 14 and 15 of proc(5), counted from behind the name, which may hold spaces.
  std::ifstream file(absl::StrCat("/proc/", pid_, "/stat"));
  const std::string stat((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::size_t name_end = stat.rfind(')');
  if (name_end == std::string::npos) return absl::ZeroDuration();
  const std::vector<std::string> fields = absl::StrSplit(stat.substr(name_end + 2), ' ');
  std::int64_t user = 0;
  std::int64_t system = 0;
  if (fields.size() < 13 || !absl::SimpleAtoi(fields[11], &user) || !absl::SimpleAtoi(fields[12], &system)) {
    return absl::ZeroDuration();
  }
  return absl::Seconds(user + system) / sysconf(_SC_CLK_TCK);
}

absl::StatusOr<ServerProcess> ServerProcess::Start(const std::string& program, const std::string& directory,
                                                   const std::string& listen) {
  ASSIGN_OR_RETURN(Process process, Process::Start({program, "serve", absl::StrCat("--data-dir=", directory),
                                                    absl::StrCat("--listen=", listen), "--dev-identities"}));
  ASSIGN_OR_RETURN(const std::string line, process.ReadLine());
  constexpr absl::string_view kListening = "waarborgd: listening on ";
  if (!absl::StartsWith(line, kListening)) return absl::InternalError(absl::StrCat("unexpected: ", line));
  return ServerProcess(std::move(process), line.substr(kListening.size()));
}

absl::Status Bootstrap(const std::string& program, const std::string& directory) {
  ASSIGN_OR_RETURN(Process process,
                   Process::Start({program, "bootstrap", absl::StrCat("--data-dir=", directory)}));
  process.ReadAll();
  if (const int status = process.Wait(); status != 0) {
    return absl::InternalError(absl::StrCat("bootstrap ended with status ", status));
  }
  return absl::OkStatus();
}

}  // namespace waarborg::testing
