#ifndef WAARBORG_SERVICES_TEAM_DIRECTORY_H_
#define WAARBORG_SERVICES_TEAM_DIRECTORY_H_

// Who a member is, read from the store at each call: a change of roles holds from the next call on, in every
// process.

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/call.h"
#include "storage/store.h"

namespace waarborg::team {

// Thread-safe. `store` must outlive it.
class StoreDirectory final : public call::Directory {
 public:
  explicit StoreDirectory(storage::Store& store) : store_(store) {}

  // One point read. UNAUTHENTICATED (UNKNOWN_MEMBER) for what is no name of a member, too.
  [[nodiscard]] absl::StatusOr<call::Caller> Find(absl::string_view member) const override;

 private:
  storage::Store& store_;
};

}  // namespace waarborg::team

#endif  // WAARBORG_SERVICES_TEAM_DIRECTORY_H_
