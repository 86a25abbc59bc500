#include "services/watch/watcher.h"

#include <algorithm>
#include <vector>

#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/ledger/journal.h"
#include "services/watch/cursor.h"
#include "services/watch/shown.h"
#include "storage/schema.h"

namespace waarborg::watch {
namespace {

// One step looks at so many events, and a watcher that is behind knows so many sequences ahead.
constexpr int kLookAt = 64;

}  // namespace

Watcher::Watcher(Feed& feed, Feed::Seat seat, call::Call call, Subject subject, std::uint64_t after)
    : feed_(feed),
      seat_(std::move(seat)),
      call_(std::move(call)),
      subject_(std::move(subject)),
      position_(after) {}

absl::StatusOr<Watcher::Step> Watcher::Next() {
  if (ended_) return Step{.ended = true};
  const absl::Time now = feed_.ledger().now();
  RETURN_IF_ERROR(CheckPace(now));
  given_ = false;
  ended_ = now >= call_.deadline - kEndsBefore;
  if (ended_ || last_given_ == absl::InfinitePast()) return Give(Heartbeat(), now);
  ASSIGN_OR_RETURN(std::optional<v1::WatchUpdate> update, NextChange());
  if (!update.has_value() && searching_) return Step();
  if (!update.has_value()) update = NextPresence();
  if (update.has_value()) return Give(*std::move(update), now);
  if (now >= last_given_ + kBetweenHeartbeats) return Give(Heartbeat(), now);
  return Step{.waiting = Wait()};
}

absl::Status Watcher::CheckPace(absl::Time now) const {
  const std::string cursor = CursorAt(subject_.region, position_);
  if (feed_.closed()) {
    return call::Error(absl::StatusCode::kUnavailable, "SERVER_ENDS").With("cursor", cursor);
  }
  if (given_ && now > last_given_ + kTakenInTime) {
    return call::Error(absl::StatusCode::kResourceExhausted, "SLOW_READER").With("cursor", cursor);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::optional<v1::WatchUpdate>> Watcher::NextChange() {
  searching_ = false;
  for (int looked = 0; looked < kLookAt; ++looked) {
    ASSIGN_OR_RETURN(const Looked next, LookAtNext());
    if (next.at_end) return std::optional<v1::WatchUpdate>();
    if (next.event == nullptr) continue;
    ASSIGN_OR_RETURN(
        std::optional<v1::Change> change,
        Shown(feed_.ledger().store(), feed_.neighbours(), call_.caller, *next.event, subject_.callers_own));
    if (!change.has_value()) continue;
    v1::WatchUpdate update = Heartbeat();
    *update.mutable_change() = *std::move(change);
    return update;
  }
  searching_ = true;
  return std::optional<v1::WatchUpdate>();
}

absl::StatusOr<Watcher::Looked> Watcher::LookAtNext() {
  if (ahead_.empty()) {
    const Found found = feed_.Next(subject_, position_);
    position_ = found.up_to;
    if (!found.behind) return Looked{.event = found.event, .at_end = found.event == nullptr};
    RETURN_IF_ERROR(ReadAhead());
    if (ahead_.empty()) position_ = ahead_to_;
    return Looked();
  }
  const std::uint64_t sequence = ahead_.front();
  ahead_.pop_front();
  position_ = ahead_.empty() ? ahead_to_ : sequence;
  ASSIGN_OR_RETURN(std::optional<audit::v1::Event> event,
                   ledger::ReadEvent(*feed_.ledger().store().Read(), subject_.region, sequence));
  if (!event.has_value() || !subject_.Concerns(*event)) return Looked();
  return Looked{.event = std::make_shared<const audit::v1::Event>(*std::move(event))};
}

// Without a provider there is no index to read by: every event may concern the subject.
absl::Status Watcher::ReadAhead() {
  const std::unique_ptr<const storage::Snapshot> snapshot = feed_.ledger().store().Read();
  ASSIGN_OR_RETURN(const audit::v1::TreeHead head, ledger::ReadHead(*snapshot, subject_.region));
  const auto end = static_cast<std::uint64_t>(head.size());
  if (subject_.provider.empty()) {
    ahead_to_ = std::min(end, position_ + kLookAt);
    for (std::uint64_t sequence = position_ + 1; sequence <= ahead_to_; ++sequence)
      ahead_.push_back(sequence);
    return absl::OkStatus();
  }
  ASSIGN_OR_RETURN(const std::vector<std::uint64_t> sequences,
                   ledger::ReadSequences(*snapshot, storage::tables::kJournalByProvider, subject_.region,
                                         subject_.provider, position_ + 1, kLookAt));
  ahead_.assign(sequences.begin(), sequences.end());
  ahead_to_ = sequences.size() == kLookAt ? sequences.back() : end;
  return absl::OkStatus();
}

std::optional<v1::WatchUpdate> Watcher::NextPresence() {
  if (untold_.empty()) {
    std::shared_ptr<const Presences> present = feed_.PresentAt(subject_);
    if (present != present_) Compare(*present);
    present_ = std::move(present);
  }
  if (untold_.empty()) return std::nullopt;
  v1::WatchUpdate update = Heartbeat();
  *update.mutable_presence() = std::move(untold_.front());
  untold_.pop_front();
  return update;
}

void Watcher::Compare(const Presences& present) {
  std::map<std::pair<std::string, std::string>, v1::Presence> seen;
  for (const internal::v1::StoredPresence& each : present) {
    const bool of_ones_side = each.of_provider() == call_.caller.IsOnlyProvider();
    if (!of_ones_side || !subject_.Covers(each.resource())) continue;
    seen[{each.resource(), each.member()}] = ToPresence(each);
  }
  for (auto& [who, presence] : told_) {
    if (seen.contains(who)) continue;
    untold_.push_back(presence);
    untold_.back().set_left(true);
  }
  for (const auto& [who, presence] : seen) {
    const auto before = told_.find(who);
    if (before == told_.end() || before->second.part() != presence.part()) untold_.push_back(presence);
  }
  told_ = std::move(seen);
}

v1::WatchUpdate Watcher::Heartbeat() const {
  v1::WatchUpdate update;
  update.set_cursor(CursorAt(subject_.region, position_));
  return update;
}

call::Waiting Watcher::Wait() const {
  const Known known{.sequence = position_,
                    .present = present_,
                    .until = std::min(last_given_ + kBetweenHeartbeats, call_.deadline - kEndsBefore)};
  return [&feed = feed_, subject = subject_, known](std::function<void()> wake) {
    feed.Await(subject, known, std::move(wake));
  };
}

Watcher::Step Watcher::Give(v1::WatchUpdate update, absl::Time now) {
  last_given_ = now;
  given_ = true;
  return Step{.item = std::move(update)};
}

}  // namespace waarborg::watch
