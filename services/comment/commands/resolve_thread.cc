#include <utility>

#include "services/comment/changes.h"
#include "services/comment/revision.h"
#include "services/language/status_macros.h"

namespace waarborg::comment {

absl::StatusOr<v1::Thread> ResolveThread(ledger::UnitOfWork& unit, const v1::ResolveThreadRequest& request,
                                         const std::string& provider) {
  ASSIGN_OR_RETURN(const ThreadName name, ThreadName::Parse(request.name()));
  ASSIGN_OR_RETURN(v1::Thread thread, OpenThread(unit, name, request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowThread(unit, thread, "resolve", provider));
  return KeepThread(unit, std::move(thread), std::move(fact));
}

}  // namespace waarborg::comment
