#include "clients/push/acks.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <string>
#include <utility>

#include "absl/strings/string_view.h"
#include "clients/cli/dates.h"
#include "clients/push/lines.h"
#include "clients/push/moment.h"
#include "nlohmann/json.hpp"

namespace waarborg::push {
namespace {

using cli::Fault;
using nlohmann::json;
using nlohmann::ordered_json;

// A file that was just made is found again only when its folder is synced too.
void SyncFolderOf(const std::string& path) {
  const std::filesystem::path parent = std::filesystem::path(path).parent_path();
  const int folder = open(parent.empty() ? "." : parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder < 0) return;
  fsync(folder);
  close(folder);
}

bool WriteAll(int file, absl::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

// Where the last whole line ends, before `size`.
off_t EndOfLastLine(int file, off_t size) {
  constexpr off_t kPiece = 4096;
  char piece[kPiece];
  while (size > 0) {
    const off_t begin = std::max<off_t>(0, size - kPiece);
    const ssize_t count = pread(file, piece, static_cast<std::size_t>(size - begin), begin);
    if (count <= 0) return 0;
    const std::size_t at = absl::string_view(piece, static_cast<std::size_t>(count)).rfind('\n');
    if (at != absl::string_view::npos) return begin + static_cast<off_t>(at) + 1;
    size = begin;
  }
  return 0;
}

std::string TextAt(const json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace

cli::Parsed<std::unique_ptr<AcksFile>> AcksFile::Open(const std::string& path) {
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return Fault{"PUSH_ACKS_UNUSABLE", {{"file", path}}};
  std::unique_ptr<AcksFile> acks(new AcksFile(file));
  if (flock(file, LOCK_EX | LOCK_NB) != 0) return Fault{"PUSH_ACKS_IN_USE", {{"file", path}}};
  struct stat facts {};
  if (fstat(file, &facts) != 0) return Fault{"PUSH_ACKS_UNUSABLE", {{"file", path}}};
  // A pipe to another program, or a device, has nothing to cut or to load.
  if (!S_ISREG(facts.st_mode)) return acks;
  const off_t end = EndOfLastLine(file, facts.st_size);
  if (end != facts.st_size && ftruncate(file, end) != 0) return Fault{"PUSH_ACKS_UNUSABLE", {{"file", path}}};
  SyncFolderOf(path);
  acks->Load();
  return acks;
}

AcksFile::~AcksFile() { close(file_); }

void AcksFile::Load() {
  off_t at = 0;
  Lines lines([this, &at](char* into, std::size_t most) {
    const ssize_t count = pread(file_, into, most, at);
    at += std::max<ssize_t>(count, 0);
    return static_cast<std::size_t>(std::max<ssize_t>(count, 0));
  });
  for (std::optional<Line> line = lines.Next(); line.has_value(); line = lines.Next()) {
    const json parsed = json::parse(line->text, nullptr, /*allow_exceptions=*/false);
    if (!parsed.is_object()) continue;
    known_.insert(KeyOf(TextAt(parsed, "source"), TextAt(parsed, "id"), TextAt(parsed, "payloadDigest")));
  }
}

bool AcksFile::Knows(const Item& item) const {
  const incident::v1::CloudEvent& event = item.request.event();
  return known_.contains(KeyOf(event.source(), event.id(), item.digest));
}

void AcksFile::Add(const Item& item, const incident::v1::IncidentReceipt& receipt) {
  const incident::v1::CloudEvent& event = item.request.event();
  const ordered_json line = {{"source", event.source()},
                             {"id", event.id()},
                             {"payloadDigest", item.digest},
                             {"incident", receipt.incident()},
                             {"receiptNumber", receipt.receipt_number()},
                             {"receiveTime", FormatRfc3339(cli::ToTime(receipt.receive_time()))},
                             {"place", item.place.ToString()}};
  added_ += line.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  added_ += '\n';
}

bool AcksFile::Sync() {
  if (added_.empty()) return true;
  const bool written = WriteAll(file_, added_);
  added_.clear();
  // EINVAL: of what cannot be synced, such as a pipe, nothing more is asked.
  return written && (fdatasync(file_) == 0 || errno == EINVAL);
}

}  // namespace waarborg::push
