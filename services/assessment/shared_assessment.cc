#include "services/assessment/shared_assessment.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "absl/base/thread_annotations.h"
#include "services/assessment/records.h"
#include "services/language/mutex.h"
#include "services/language/status_macros.h"

namespace waarborg::assessment {
namespace {

constexpr std::size_t kMostAssessments = 8192;

class Shelf final {
 public:
  // The assessment that was parsed from these very bytes, or null.
  SharedAssessment Find(const std::string& key, const std::string& bytes) {
    const language::MutexLock lock(mutex_);
    const auto found = parsed_.find(key);
    return found == parsed_.end() || found->second.bytes != bytes ? nullptr : found->second.assessment;
  }

  void Keep(const std::string& key, std::string bytes, SharedAssessment assessment) {
    const language::MutexLock lock(mutex_);
    if (parsed_.size() >= kMostAssessments) parsed_.clear();
    parsed_.insert_or_assign(key, Parsed{.bytes = std::move(bytes), .assessment = std::move(assessment)});
  }

 private:
  struct Parsed {
    std::string bytes;
    SharedAssessment assessment;
  };

  language::Mutex mutex_;
  std::map<std::string, Parsed> parsed_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace

absl::StatusOr<SharedAssessment> LoadShared(const storage::Reader& reader, const AssessmentName& name) {
  static auto* const shelf = new Shelf();
  const std::string key = name.Key();
  ASSIGN_OR_RETURN(std::optional<std::string> bytes, reader.Get(kAssessments.id, key));
  if (!bytes.has_value()) return call::error::NotFound("ASSESSMENT", name.ToString());
  if (SharedAssessment known = shelf->Find(key, *bytes); known != nullptr) return known;
  ASSIGN_OR_RETURN(v1::Assessment parsed, storage::Table<v1::Assessment>(kAssessments.id).Parse(*bytes));
  const auto assessment = std::make_shared<const v1::Assessment>(std::move(parsed));
  shelf->Keep(key, *std::move(bytes), assessment);
  return assessment;
}

}  // namespace waarborg::assessment
