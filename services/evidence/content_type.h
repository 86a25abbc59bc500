#ifndef WAARBORG_SERVICES_EVIDENCE_CONTENT_TYPE_H_
#define WAARBORG_SERVICES_EVIDENCE_CONTENT_TYPE_H_

// What a content is, from its first bytes, by libmagic: it compares them with known beginnings and takes
// nothing apart.

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "services/language/mutex.h"

struct magic_set;

namespace waarborg::evidence {

// Thread-safe.
class ContentTypes final {
 public:
  // Reads the system's list of beginnings; without one, every type is "".
  ContentTypes();

  // The media type of a content that begins like this, "application/octet-stream" when nothing is known.
  [[nodiscard]] std::string TypeOf(absl::string_view first_bytes) const ABSL_LOCKS_EXCLUDED(mutex_);

 private:
  struct Close {
    void operator()(magic_set* magic) const;
  };
  mutable language::Mutex mutex_;
  std::unique_ptr<magic_set, Close> magic_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_CONTENT_TYPE_H_
