#include "services/framework/records.h"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "absl/strings/str_cat.h"
#include "services/language/mutex.h"

namespace waarborg::framework {
namespace {

constexpr std::size_t kMostVersions = 16;

class Shelf final {
 public:
  SharedVersion Find(const std::string& pin) {
    const language::MutexLock lock(mutex_);
    const auto found = versions_.find(pin);
    return found == versions_.end() ? nullptr : found->second;
  }

  void Keep(const std::string& pin, SharedVersion version) {
    const language::MutexLock lock(mutex_);
    if (versions_.size() >= kMostVersions) versions_.clear();
    versions_[pin] = std::move(version);
  }

 private:
  language::Mutex mutex_;
  std::map<std::string, SharedVersion> versions_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

absl::StatusOr<SharedVersion> LoadPinned(const storage::Reader& reader, const FrameworkVersionName& name,
                                         absl::string_view content_hash) {
  static auto* const shelf = new Shelf();
  const std::string pin = absl::StrCat(name.ToString(), " ", content_hash);
  if (SharedVersion known = shelf->Find(pin); known != nullptr) return known;
  ASSIGN_OR_RETURN(v1::FrameworkVersion stored, Load(reader, name));
  if (stored.content_hash() != content_hash) {
    return absl::DataLossError(absl::StrCat(name.ToString(), " is not the version that was pinned"));
  }
  const auto version = std::make_shared<const v1::FrameworkVersion>(std::move(stored));
  shelf->Keep(pin, version);
  return version;
}

}  // namespace waarborg::framework
