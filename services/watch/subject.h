#ifndef WAARBORG_SERVICES_WATCH_SUBJECT_H_
#define WAARBORG_SERVICES_WATCH_SUBJECT_H_

// What one stream watches: one provider's case, or a resource of it with all that is below; or all resources
// of one kind in a region.

#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/string_view.h"
#include "absl/strings/strip.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::watch {

struct Subject {
  std::string region;
  std::string provider;      // "": of any, and of none
  std::string resource;      // "": the whole case
  bool callers_own = false;  // only what is the caller's to do

  // What watchers of the same are woken by.
  [[nodiscard]] const std::string& topic() const { return provider.empty() ? resource : provider; }

  [[nodiscard]] bool Covers(absl::string_view name) const {
    if (resource.empty()) return true;
    return absl::ConsumePrefix(&name, resource) && (name.empty() || name.front() == '/');
  }
  [[nodiscard]] bool Concerns(const audit::v1::Event& event) const {
    return (provider.empty() || event.provider() == provider) && Covers(event.resource());
  }
};

// `regions/{region}/incidents` for what is one of them or below one; "" for another name.
inline std::string CollectionOf(absl::string_view name) {
  std::size_t end = 0;
  for (int slashes = 0; slashes < 3; ++slashes) {
    end = name.find('/', end);
    if (end == absl::string_view::npos) return "";
    ++end;
  }
  return std::string(name.substr(0, end - 1));
}

// The topics that an event belongs to.
inline std::vector<std::string> TopicsOf(const audit::v1::Event& event) {
  std::vector<std::string> topics = {CollectionOf(event.resource())};
  if (!event.provider().empty()) topics.push_back(event.provider());
  return topics;
}

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_SUBJECT_H_
