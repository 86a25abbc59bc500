#ifndef WAARBORG_TESTS_SERVICES_WATCH_TOWER_H_
#define WAARBORG_TESTS_SERVICES_WATCH_TOWER_H_

// A place to watch from: a region with two providers, verbs that make things happen in it, and streams that are
// pulled by the test as the edge would.

#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "gmock/gmock.h"
#include "services/call/error.h"
#include "services/watch/cursor.h"
#include "services/watch/feed.h"
#include "services/watch/queries.h"
#include "services/watch/watcher.h"
#include "tests/support/desk.h"

namespace waarborg::watch {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using waarborg::testing::Desk;
using waarborg::testing::IsOk;
using waarborg::testing::ReasonIs;
using waarborg::testing::StatusIs;

inline constexpr char kFarm[] = "regions/nmd/providers/farm";
inline constexpr char kMill[] = "regions/nmd/providers/mill";
inline constexpr char kAssessment[] = "regions/nmd/assessments/a";
inline constexpr char kOtherAssessment[] = "regions/nmd/assessments/ab";
inline constexpr char kMillsAssessment[] = "regions/nmd/assessments/m";

inline std::vector<std::string> Kinds(const std::vector<v1::WatchUpdate>& updates) {
  std::vector<std::string> kinds;
  for (const v1::WatchUpdate& update : updates) {
    if (update.has_change()) kinds.push_back(update.change().kind());
  }
  return kinds;
}

// "member part", with a minus before who left.
inline std::vector<std::string> Places(const std::vector<v1::WatchUpdate>& updates) {
  std::vector<std::string> places;
  for (const v1::WatchUpdate& update : updates) {
    if (!update.has_presence()) continue;
    const v1::Presence& presence = update.presence();
    const std::string member = presence.member().substr(presence.member().rfind('/') + 1);
    places.push_back((presence.left() ? "-" : "") + member + " " + presence.part());
  }
  return places;
}

inline bool IsHeartbeat(const v1::WatchUpdate& update) {
  return update.news_case() == v1::WatchUpdate::NEWS_NOT_SET && !update.cursor().empty();
}

// A stream that the test pulls.
class Stream final {
 public:
  explicit Stream(call::Source<v1::WatchUpdate> source) : source_(std::move(source)) {}

  // All messages until it waits or ends.
  std::vector<v1::WatchUpdate> Drain(std::size_t most = 1'000'000) {
    std::vector<v1::WatchUpdate> updates;
    while (updates.size() < most) {
      std::optional<v1::WatchUpdate> update = Pull();
      if (!update.has_value()) break;
      updates.push_back(*std::move(update));
    }
    return updates;
  }

  // One message, or nothing when it waits, ends or fails.
  std::optional<v1::WatchUpdate> Pull() {
    while (true) {
      absl::StatusOr<call::Step<v1::WatchUpdate>> step = source_();
      status = step.status();
      if (!step.ok()) return std::nullopt;
      ended = step->ended;
      if (step->waiting != nullptr) {
        auto woken = std::make_shared<std::atomic<bool>>(false);
        wake_ = woken;
        step->waiting([woken] { *woken = true; });
        return std::nullopt;
      }
      if (ended) return std::nullopt;
      if (!step->item.has_value()) continue;
      cursor = step->item->cursor();
      return *std::move(step->item);
    }
  }

  // Whether what it waits for has come.
  [[nodiscard]] bool woken() const { return wake_ != nullptr && *wake_; }

  absl::Status status;
  bool ended = false;
  std::string cursor;

 private:
  call::Source<v1::WatchUpdate> source_;
  std::shared_ptr<std::atomic<bool>> wake_;
};

class Tower : public ::testing::Test {
 protected:
  // --- What happens.
  struct Act {
    std::string kind = "Happened";
    std::string resource = kAssessment;
    std::string provider = kFarm;
    std::string from_state;
    std::string to_state;
    call::Role role = team::v1::ROLE_QUALITY_MANAGER;
    std::string on_behalf_of;
  };
  void Happen(const Act& act) { HappenTo({act}); }
  // All in one commit.
  void HappenTo(const std::vector<Act>& acts) {
    ASSERT_THAT(desk.ledger.RunAndWait(CallOf(manager, "test/act"),
                                       [&acts](ledger::UnitOfWork& unit) {
                                         for (const Act& act : acts) unit.Record(FactOf(act));
                                         return absl::OkStatus();
                                       }),
                IsOk());
  }

  // --- Who watches.
  Stream WatchAssessment(const call::Caller& caller, const std::string& cursor = "",
                         const std::string& name = kAssessment) {
    v1::WatchAssessmentRequest request;
    request.set_name(name);
    request.set_cursor(cursor);
    return Opened(watch::WatchAssessment(feed)(CallOf(caller, "test/watch"), request));
  }
  Stream WatchCase(const call::Caller& caller, const std::string& cursor = "", const std::string& name = kFarm) {
    v1::WatchCaseRequest request;
    request.set_name(name);
    request.set_cursor(cursor);
    return Opened(watch::WatchCase(feed)(CallOf(caller, "test/watch"), request));
  }

  Stream WatchIncidents(const call::Caller& caller, const std::string& cursor = "") {
    v1::WatchIncidentsRequest request;
    request.set_parent("regions/nmd");
    request.set_cursor(cursor);
    return Opened(watch::WatchIncidents(feed)(CallOf(caller, "test/watch"), request));
  }
  Stream WatchTasks(const call::Caller& caller, const std::string& cursor = "") {
    v1::WatchTasksRequest request;
    request.set_parent("regions/nmd");
    request.set_cursor(cursor);
    return Opened(watch::WatchTasks(feed)(CallOf(caller, "test/watch"), request));
  }

  absl::StatusOr<v1::Presence> Be(const call::Caller& caller, const std::string& part, bool left = false,
                                  const std::string& resource = kAssessment) {
    v1::SetPresenceRequest request;
    request.set_resource(resource);
    request.set_part(part);
    request.set_left(left);
    std::promise<absl::StatusOr<v1::Presence>> answer;
    SetPresence(feed)(CallOf(caller, "test/presence"), request,
                      [&answer](absl::StatusOr<v1::Presence> result) { answer.set_value(std::move(result)); });
    return answer.get_future().get();
  }

  void Look() { ASSERT_THAT(feed.Look(), IsOk()); }

  call::Call CallOf(const call::Caller& caller, const std::string& method) {
    return {.caller = caller,
            .region = "nmd",
            .method = method,
            .request_id = "",
            .traceparent = "",
            .now = desk.clock.Now(),
            .deadline = desk.clock.Now() + absl::Minutes(15),
            .entropy = desk.entropy};
  }

  Desk desk;
  // What a provider may not read yet.
  std::set<std::string> hidden;
  // Whose task is whose.
  std::map<std::string, std::string> tasks;
  Feed feed{desk.ledger,
            {.may_read = [this](const storage::Reader&, const call::Caller& caller,
                                absl::string_view resource) { return Readable(caller, std::string(resource)); },
             .is_callers_task = [this](const storage::Reader&, const call::Caller& caller,
                                       absl::string_view task) -> absl::StatusOr<bool> {
               return tasks[std::string(task)] == caller.member;
             }}};
  const call::Caller manager = Desk::As("manager", {team::v1::ROLE_QUALITY_MANAGER});
  const call::Caller member = Desk::As("member", {team::v1::ROLE_TEAM_MEMBER});
  const call::Caller farmer = Desk::As("farmer", {team::v1::ROLE_PROVIDER_USER}, kFarm);
  const call::Caller wife = Desk::As("wife", {team::v1::ROLE_PROVIDER_USER}, kFarm);
  const call::Caller miller = Desk::As("miller", {team::v1::ROLE_PROVIDER_USER}, kMill);

 private:
  static ledger::Fact FactOf(const Act& act) {
    return {.kind = act.kind,
            .resource = act.resource,
            .provider = act.provider,
            .from_state = act.from_state,
            .to_state = act.to_state,
            .reason = "omdat het zo is",
            .role = act.role,
            .on_behalf_of = act.on_behalf_of};
  }

  absl::StatusOr<std::string> Readable(const call::Caller& caller, const std::string& resource) const {
    const std::string provider =
        resource == kMill || absl::StartsWith(resource, kMillsAssessment) ? kMill : kFarm;
    RETURN_IF_ERROR(call::CheckOwnProvider(caller, provider));
    if (caller.IsOnlyProvider() && hidden.contains(resource)) {
      return call::error::NotFound("ASSESSMENT", resource);
    }
    return provider;
  }

  static Stream Opened(absl::StatusOr<call::Source<v1::WatchUpdate>> source) {
    if (source.ok()) return Stream(*std::move(source));
    return Stream([status = source.status()] { return status; });
  }
};

}  // namespace waarborg::watch

#endif  // WAARBORG_TESTS_SERVICES_WATCH_TOWER_H_
