#include "services/evidence/disk.h"

#include <algorithm>
#include <filesystem>

#include "services/evidence/errors.h"

namespace waarborg::evidence {
namespace {

constexpr std::uintmax_t kMostReserved = std::uintmax_t{1} << 30;

}  // namespace

std::uintmax_t DiskReserve(std::uintmax_t capacity) { return std::min(kMostReserved, capacity / 20); }

absl::Status CheckDisk(const Settings& settings, std::int64_t bytes) {
  if (settings.disk_space == nullptr || bytes == 0) return absl::OkStatus();
  const std::filesystem::space_info space = settings.disk_space();
  const std::uintmax_t reserve = DiskReserve(space.capacity);
  if (space.available >= reserve + static_cast<std::uintmax_t>(bytes)) return absl::OkStatus();
  return errors::DiskNearlyFull(space.available, bytes, reserve);
}

}  // namespace waarborg::evidence
