#include "clients/push/spool.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace waarborg::push {
namespace {

using cli::Fault;

// Folders of other machines tell nothing of what happens in them: they are looked at this often.
constexpr absl::Duration kLookAnyway = absl::Seconds(30);

bool IsUnderWay(const std::string& name) {
  return absl::StartsWith(name, ".") || absl::EndsWith(name, ".tmp") || absl::EndsWith(name, ".part");
}

ino_t NumberOf(const std::string& path) {
  struct stat facts {};
  return lstat(path.c_str(), &facts) == 0 ? facts.st_ino : 0;
}

bool Sync(const std::string& folder) {
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return false;
  const bool synced = fsync(handle) == 0 || errno == EINVAL;
  close(handle);
  return synced;
}

// To a name that nothing has: "name", else "name.1", "name.2", ...
bool MoveInto(const std::string& path, const std::string& folder, const std::string& name) {
  constexpr int kMost = 10'000;
  for (int i = 0; i < kMost; ++i) {
    const std::string target = absl::StrCat(folder, "/", name, i == 0 ? "" : absl::StrCat(".", i));
    if (renameat2(AT_FDCWD, path.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno != EEXIST) return false;
  }
  return false;
}

}  // namespace

cli::Parsed<std::unique_ptr<Spool>> Spool::Open(const std::string& folder) {
  const Fault unusable{"PUSH_SPOOL_UNUSABLE", {{"folder", folder}}};
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return unusable;
  const int watch = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  std::unique_ptr<Spool> spool(new Spool(folder, handle, watch));
  if (flock(handle, LOCK_EX | LOCK_NB) != 0) return Fault{"PUSH_SPOOL_IN_USE", {{"folder", folder}}};
  for (const char* inner : {"done", "failed"}) {
    if (mkdirat(handle, inner, 0700) != 0 && errno != EEXIST) return unusable;
  }
  if (inotify_add_watch(watch, folder.c_str(), IN_MOVED_TO | IN_CLOSE_WRITE | IN_ONLYDIR) < 0)
    return unusable;
  return spool;
}

Spool::~Spool() {
  if (watch_ >= 0) close(watch_);
  close(handle_);
}

std::string Spool::PathOf(const std::string& name) const { return absl::StrCat(folder_, "/", name); }

std::vector<std::string> Spool::CompleteFiles() const {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator each(folder_, error), end; !error && each != end;
       each.increment(error)) {
    std::error_code gone;
    const std::string name = each->path().filename().string();
    if (!IsUnderWay(name) && each->symlink_status(gone).type() == std::filesystem::file_type::regular) {
      names.push_back(name);
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<std::string> Spool::TakeOne() {
  const std::vector<std::string> names = CompleteFiles();
  const std::lock_guard<std::mutex> lock(mutex_);
  for (const std::string& name : names) {
    const ino_t number = NumberOf(PathOf(name));
    if (number != 0 && taken_.emplace(name, number).second) return name;
  }
  return std::nullopt;
}

std::optional<std::string> Spool::Next(const Stop& stop, bool once) {
  while (!stop.asked()) {
    // What happens from here on wakes the wait below.
    ForgetEvents();
    std::optional<std::string> name = TakeOne();
    if (name.has_value() || once) return name;
    if (!stop.WaitUnless(watch_, kLookAnyway)) break;
  }
  return std::nullopt;
}

void Spool::ForgetEvents() const {
  char events[4096];
  while (read(watch_, events, sizeof events) > 0) {
  }
}

bool Spool::Put(const std::string& name, bool all_acknowledged) {
  const std::lock_guard<std::mutex> lock(mutex_);
  const auto taken = taken_.find(name);
  const bool same = taken != taken_.end() && NumberOf(PathOf(name)) == taken->second;
  const std::string target = PathOf(all_acknowledged ? "done" : "failed");
  // A file that cannot be moved stays taken, and is not sent again and again.
  if (same && !MoveInto(PathOf(name), target, name)) return false;
  if (taken != taken_.end()) taken_.erase(taken);
  return !same || Sync(target);
}

}  // namespace waarborg::push
