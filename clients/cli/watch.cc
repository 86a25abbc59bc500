// `waarborg watch assessment NAME`, `waarborg watch case NAME`, `watch incidents`, `watch tasks`: what
// happens, line by line, until it is interrupted. A stream that is cut is opened again where it was.

#include <random>

#include "absl/time/clock.h"
#include "clients/cli/case/arrow.h"
#include "clients/cli/error_text.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/response_text.h"
#include "clients/cli/special_commands.h"
#include "clients/cli/text_table.h"
#include "clients/cpp/retry.h"
#include "clients/cpp/services.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::cli {
namespace {

using client::ApiError;
using watch::v1::WatchUpdate;

// So often in a row a stream is opened in vain before it is given up: about a minute.
constexpr int kMostFailures = 25;

audit::v1::Event EventOf(const watch::v1::Change& change) {
  audit::v1::Event event;
  event.set_name(change.event());
  *event.mutable_time() = change.time();
  event.set_actor(change.actor());
  event.set_role(change.role());
  event.set_on_behalf_of(change.on_behalf_of());
  event.set_kind(change.kind());
  event.set_resource(change.resource());
  event.set_provider(change.provider());
  event.set_from_state(change.from_state());
  event.set_to_state(change.to_state());
  event.set_level(change.level());
  event.set_reason(change.reason());
  return event;
}

std::string PresenceText(const watch::v1::Presence& presence, Language language) {
  const std::string place =
      absl::StrCat(BelowRegion(presence.resource()), presence.part().empty() ? "" : " ", presence.part());
  return absl::StrCat("  ",
                      Say(language, presence.left() ? "WATCH_LEFT" : "WATCH_PRESENT",
                          {{"member", LastId(presence.member())}, {"place", place}}),
                      "\n");
}

// A heartbeat is nothing to read.
std::string LineOf(const WatchUpdate& update, const Style& style) {
  if (update.has_change()) return ArrowText(EventOf(update.change()), style);
  return update.has_presence() ? PresenceText(update.presence(), style.language) : "";
}

// What is met by opening the stream again: the server, or the way to it, is not there for a while.
bool IsCut(const ApiError& error) {
  switch (error.code) {
    case grpc::StatusCode::UNAVAILABLE:
    case grpc::StatusCode::CANCELLED:
    case grpc::StatusCode::DEADLINE_EXCEEDED:
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
      return true;
    default:
      return false;
  }
}

// One stream after another, each where the one before it ended.
class Watching final {
 public:
  explicit Watching(const Session& session) : session_(session) {}

  template <class Request>
  ExitStatus Go(const char* rpc, Request request) {
    client::CallOptions options = session_.CallAsMember();
    options.timeout = absl::ZeroDuration();
    const client::RetryPolicy policy{.attempts = kMostFailures};
    std::optional<client::Backoff> backoff;
    for (int failures = 0; failures < kMostFailures;) {
      bool heard = false;
      error_ = session_.client.Stream(*client::FindMethod(rpc), request, options,
                                      [&](const google::protobuf::Message& message) {
                                        heard = true;
                                        const auto& update = static_cast<const WatchUpdate&>(message);
                                        request.set_cursor(update.cursor());
                                        return Print(update);
                                      });
      if (!session_.out.good()) return kOther;
      if (error_.has_value() && !IsCut(*error_)) break;
      if (heard) {
        failures = 0;
        backoff.reset();
        if (!error_.has_value()) continue;
      }
      if (!backoff.has_value()) backoff.emplace(policy, std::random_device{}());
      ++failures;
      absl::SleepFor(backoff->Next());
    }
    return error_.has_value() ? Fail(session_, *error_) : kOther;
  }

 private:
  // False when nobody reads any more.
  bool Print(const WatchUpdate& update) {
    session_.out << (session_.json() ? PrintJson(update, /*on_one_line=*/true)
                                     : LineOf(update, session_.style))
                 << std::flush;
    return session_.out.good();
  }

  const Session& session_;
  std::optional<ApiError> error_;
};

template <class Request>
ExitStatus Watch(const Session& session, const char* rpc, const char* pattern) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(session.line, {{"cursor", ""}});
  if (!flags.ok()) return Fail(session, flags.error());
  if (session.name.empty()) return Fail(session, Fault{"NAME_EXPECTED", {}});
  Request request;
  request.set_name(Expand(session.name, pattern, session.line.region));
  request.set_cursor((*flags)["cursor"]);
  return Watching(session).Go(rpc, std::move(request));
}

// What is spread over the region that is spoken of.
template <class Request>
ExitStatus WatchRegion(const Session& session, const char* rpc) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(session.line, {{"cursor", ""}});
  if (!flags.ok()) return Fail(session, flags.error());
  if (!session.name.empty()) return Fail(session, Fault{"NAME_NOT_EXPECTED", {{"name", session.name}}});
  Request request;
  request.set_parent(absl::StrCat("regions/", session.line.region));
  request.set_cursor((*flags)["cursor"]);
  return Watching(session).Go(rpc, std::move(request));
}

}  // namespace

ExitStatus WatchAssessment(const Session& session) {
  return Watch<watch::v1::WatchAssessmentRequest>(session, "WatchAssessment", "regions/*/assessments/*");
}

ExitStatus WatchCase(const Session& session) {
  return Watch<watch::v1::WatchCaseRequest>(session, "WatchCase", "regions/*/providers/*");
}

ExitStatus WatchIncidents(const Session& session) {
  return WatchRegion<watch::v1::WatchIncidentsRequest>(session, "WatchIncidents");
}

ExitStatus WatchTasks(const Session& session) {
  return WatchRegion<watch::v1::WatchTasksRequest>(session, "WatchTasks");
}

}  // namespace waarborg::cli
