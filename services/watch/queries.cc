#include "services/watch/queries.h"

#include <memory>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "services/ledger/journal.h"
#include "services/watch/cursor.h"
#include "services/watch/watcher.h"

namespace waarborg::watch {
namespace {

using UpdateSource = call::Source<v1::WatchUpdate>;

absl::StatusOr<UpdateSource> Open(Feed& feed, const call::Call& call, Subject subject,
                                  const std::string& cursor) {
  ASSIGN_OR_RETURN(Feed::Seat seat, feed.Sit(call.region));
  ASSIGN_OR_RETURN(const audit::v1::TreeHead head,
                   ledger::ReadHead(*feed.ledger().store().Read(), call.region));
  auto after = static_cast<std::uint64_t>(head.size());
  if (!cursor.empty()) {
    ASSIGN_OR_RETURN(after, ParseCursor(cursor, call.region, after));
  }
  auto watcher = std::make_shared<Watcher>(feed, std::move(seat), call, std::move(subject), after);
  return UpdateSource([watcher] { return watcher->Next(); });
}

}  // namespace

call::StreamHandler<v1::WatchAssessmentRequest, v1::WatchUpdate> WatchAssessment(Feed& feed) {
  return [&feed](const call::Call& call,
                 const v1::WatchAssessmentRequest& request) -> absl::StatusOr<UpdateSource> {
    ASSIGN_OR_RETURN(std::string provider,
                     feed.neighbours().may_read(*feed.ledger().store().Read(), call.caller, request.name()));
    return Open(feed, call,
                {.region = call.region, .provider = std::move(provider), .resource = request.name()},
                request.cursor());
  };
}

call::StreamHandler<v1::WatchCaseRequest, v1::WatchUpdate> WatchCase(Feed& feed) {
  return [&feed](const call::Call& call,
                 const v1::WatchCaseRequest& request) -> absl::StatusOr<UpdateSource> {
    ASSIGN_OR_RETURN(std::string provider,
                     feed.neighbours().may_read(*feed.ledger().store().Read(), call.caller, request.name()));
    return Open(feed, call, {.region = call.region, .provider = std::move(provider)}, request.cursor());
  };
}

call::StreamHandler<v1::WatchIncidentsRequest, v1::WatchUpdate> WatchIncidents(Feed& feed) {
  return [&feed](const call::Call& call, const v1::WatchIncidentsRequest& request) {
    return Open(feed, call, {.region = call.region, .resource = absl::StrCat(request.parent(), "/incidents")},
                request.cursor());
  };
}

call::StreamHandler<v1::WatchTasksRequest, v1::WatchUpdate> WatchTasks(Feed& feed) {
  return [&feed](const call::Call& call, const v1::WatchTasksRequest& request) {
    return Open(
        feed, call,
        {.region = call.region, .resource = absl::StrCat(request.parent(), "/tasks"), .callers_own = true},
        request.cursor());
  };
}

}  // namespace waarborg::watch
