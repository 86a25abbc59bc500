#include "services/watch/feed.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "services/language/status_macros.h"
#include "services/ledger/journal.h"
#include "services/ledger/time.h"

namespace waarborg::watch {
namespace {

// So many events are read before they are shown.
constexpr std::size_t kReadAtOnce = 256;
// Presences are read so often, and when somebody here comes or goes.
constexpr absl::Duration kBetweenPresenceReads = absl::Seconds(1);

const std::shared_ptr<const Presences>& Nobody() {
  static const auto* const nobody = new std::shared_ptr<const Presences>(std::make_shared<const Presences>());
  return *nobody;
}

std::shared_ptr<const Presences> In(const PresencesByProvider& present, absl::string_view provider) {
  const auto found = present.find(provider);
  return found == present.end() ? Nobody() : found->second;
}

}  // namespace

void Feed::Grew(const std::string& region) {
  if (seats_ == 0) return;
  {
    const language::MutexLock lock(mutex_);
    if (!regions_.contains(region)) return;
  }
  if (heard_ != nullptr) heard_();
}

void Feed::Moved(const std::string& region, const std::string& provider) {
  {
    const language::MutexLock lock(mutex_);
    const auto found = regions_.find(region);
    if (found == regions_.end()) return;
    found->second.moved.insert(provider);
  }
  if (heard_ != nullptr) heard_();
}

absl::StatusOr<Feed::Seat> Feed::Sit(const std::string& region) {
  ASSIGN_OR_RETURN(const audit::v1::TreeHead head, ledger::ReadHead(*ledger_.store().Read(), region));
  {
    const language::MutexLock lock(mutex_);
    const auto place = regions_.try_emplace(region, static_cast<std::uint64_t>(head.size())).first;
    ++place->second.seats;
    ++seats_;
  }
  if (heard_ != nullptr) heard_();
  return Seat(nullptr, [this, region](std::nullptr_t) { Leave(region); });
}

void Feed::Leave(const std::string& region) {
  const language::MutexLock lock(mutex_);
  --seats_;
  const auto found = regions_.find(region);
  if (--found->second.seats == 0) regions_.erase(found);
}

Found Feed::Next(const Subject& subject, std::uint64_t after) const {
  const language::MutexLock lock(mutex_);
  return regions_.find(subject.region)->second.tail.Next(subject, after);
}

std::shared_ptr<const Presences> Feed::PresentAt(const Subject& subject) const {
  const language::MutexLock lock(mutex_);
  return In(regions_.find(subject.region)->second.present, subject.provider);
}

void Feed::Await(const Subject& subject, const Known& known, std::function<void()> wake) {
  {
    const language::MutexLock lock(mutex_);
    const auto found = regions_.find(subject.region);
    // A watcher that has left meanwhile waits for nothing.
    if (found != regions_.end() && !closed_) {
      Region& region = found->second;
      const Found next = region.tail.Next(subject, known.sequence);
      const bool more = next.behind || next.event != nullptr ||
                        In(region.present, subject.provider) != known.present || ledger_.now() >= known.until;
      if (!more) {
        region.first_due = std::min(region.first_due, known.until);
        region.waiting[subject.topic()].push_back({.until = known.until, .wake = std::move(wake)});
        return;
      }
    }
  }
  wake();
}

absl::Status Feed::Look() {
  const language::MutexLock looking(looking_);
  absl::Status status;
  Wakes wakes;
  for (const std::string& region : Watched()) status.Update(LookAt(region, wakes));
  for (const std::function<void()>& wake : wakes) wake();
  return status;
}

std::vector<std::string> Feed::Watched() const {
  const language::MutexLock lock(mutex_);
  std::vector<std::string> names;
  names.reserve(regions_.size());
  for (const auto& [name, region] : regions_) names.push_back(name);
  return names;
}

absl::Status Feed::LookAt(const std::string& region, Wakes& wakes) {
  absl::Status status = ReadEvents(region, wakes);
  status.Update(ReadPresent(region, wakes));
  const language::MutexLock lock(mutex_);
  const auto found = regions_.find(region);
  if (found != regions_.end()) WakeDue(found->second, ledger_.now(), wakes);
  return status;
}

// Only this appends to a tail, and one thread at a time.
absl::Status Feed::ReadEvents(const std::string& region, Wakes& wakes) {
  std::vector<audit::v1::Event> events;
  do {
    events.clear();
    std::uint64_t end = 0;
    {
      const language::MutexLock lock(mutex_);
      const auto found = regions_.find(region);
      if (found == regions_.end()) return absl::OkStatus();
      end = found->second.tail.end();
    }
    const std::unique_ptr<const storage::Snapshot> snapshot = ledger_.store().Read();
    while (events.size() < kReadAtOnce) {
      ASSIGN_OR_RETURN(std::optional<audit::v1::Event> event,
                       ledger::ReadEvent(*snapshot, region, end + events.size() + 1));
      if (!event.has_value()) break;
      events.push_back(*std::move(event));
    }
    const language::MutexLock lock(mutex_);
    const auto found = regions_.find(region);
    // The last watcher may have left, and another come, meanwhile.
    if (found == regions_.end() || found->second.tail.end() != end) return absl::OkStatus();
    events_read_ += events.size();
    for (audit::v1::Event& event : events) {
      for (const std::string& topic : TopicsOf(event)) WakeAll(found->second, topic, wakes);
      found->second.tail.Append(std::move(event));
    }
  } while (events.size() == kReadAtOnce);
  return absl::OkStatus();
}

absl::Status Feed::ReadPresent(const std::string& region, Wakes& wakes) {
  const absl::Time now = ledger_.now();
  std::set<std::string> moved;
  {
    const language::MutexLock lock(mutex_);
    const auto found = regions_.find(region);
    if (found == regions_.end()) return absl::OkStatus();
    moved = std::exchange(found->second.moved, {});
    if (now >= found->second.presence_read + kBetweenPresenceReads) {
      found->second.presence_read = now;
      moved = {""};
    }
  }
  absl::Status status;
  for (const std::string& provider : moved) status.Update(ReadPresentIn(region, provider, wakes));
  return status;
}

// Of every case when `provider` is empty.
absl::Status Feed::ReadPresentIn(const std::string& region, const std::string& provider, Wakes& wakes) {
  ASSIGN_OR_RETURN(PresenceRead read,
                   ReadPresences(*ledger_.store().Read(), region, provider, ledger_.now()));
  if (!read.lapsed.empty()) CleanUp(std::move(read.lapsed));
  const language::MutexLock lock(mutex_);
  const auto found = regions_.find(region);
  if (found == regions_.end()) return absl::OkStatus();
  Region& place = found->second;
  std::set<std::string> cases = {provider};
  for (const auto& [whose, present] : read.present) cases.insert(whose);
  if (provider.empty()) {
    for (const auto& [whose, present] : place.present) cases.insert(whose);
  }
  for (const std::string& whose : cases) Replace(place, whose, In(read.present, whose), wakes);
  return absl::OkStatus();
}

// Who knows the old list need not hear of an equal one.
void Feed::Replace(Region& region, const std::string& provider, std::shared_ptr<const Presences> present,
                   Wakes& wakes) {
  if (SamePlaces(*In(region.present, provider), *present)) return;
  WakeAll(region, provider, wakes);
  if (present->empty()) {
    region.present.erase(provider);
  } else {
    region.present[provider] = std::move(present);
  }
}

void Feed::CleanUp(std::vector<std::string> lapsed) {
  ledger_.WriteAside(
      [lapsed = std::move(lapsed), now = ledger_.now()](storage::Transaction& transaction) -> absl::Status {
        for (const std::string& key : lapsed) {
          ASSIGN_OR_RETURN(const std::optional<internal::v1::StoredPresence> stored,
                           kPresences.Get(transaction, key));
          const bool gone = stored.has_value() && ledger::TimeOf(stored->expire_time()) <= now;
          if (gone) transaction.Delete(kPresences.id(), key);
        }
        return absl::OkStatus();
      },
      // Whoever looks next finds what is left.
      [](const absl::Status& /*status*/) {});
}

void Feed::WakeAll(Region& region, const std::string& topic, Wakes& wakes) {
  const auto found = region.waiting.find(topic);
  if (found == region.waiting.end()) return;
  for (Waiter& waiter : found->second) wakes.push_back(std::move(waiter.wake));
  region.waiting.erase(found);
}

void Feed::WakeDue(Region& region, absl::Time now, Wakes& wakes) {
  if (now < region.first_due) return;
  region.first_due = absl::InfiniteFuture();
  for (auto& [provider, waiters] : region.waiting) {
    const auto due = std::partition(waiters.begin(), waiters.end(),
                                    [now](const Waiter& waiter) { return waiter.until > now; });
    for (auto waiter = due; waiter != waiters.end(); ++waiter) wakes.push_back(std::move(waiter->wake));
    waiters.erase(due, waiters.end());
    for (const Waiter& waiter : waiters) region.first_due = std::min(region.first_due, waiter.until);
  }
}

void Feed::Close() {
  Wakes wakes;
  {
    const language::MutexLock lock(mutex_);
    closed_ = true;
    for (auto& [name, region] : regions_) WakeDue(region, absl::InfiniteFuture(), wakes);
  }
  for (const std::function<void()>& wake : wakes) wake();
}

Counts Feed::counts() const {
  const language::MutexLock lock(mutex_);
  Counts counts{.watchers = seats_, .events_read = events_read_};
  for (const auto& [name, region] : regions_) {
    counts.tail_events += region.tail.size();
    counts.tail_bytes += region.tail.bytes();
    for (const auto& [provider, waiters] : region.waiting) counts.waiting += waiters.size();
  }
  return counts;
}

}  // namespace waarborg::watch
