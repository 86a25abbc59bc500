#include "services/notice/postman.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/ledger/journal.h"
#include "services/ledger/time.h"
#include "services/notice/names.h"
#include "services/notice/queries.h"
#include "services/notice/records.h"
#include "services/notice/rules/schedule.h"
#include "services/registry/records.h"
#include "services/team/names.h"
#include "services/team/records.h"
#include "storage/keys.h"

namespace waarborg::notice {
namespace {

using internal::v1::NoticeBox;
using internal::v1::NoticeItem;
using internal::v1::NoticeProgress;

// Of one region, in one round.
constexpr std::int64_t kEventsAtOnce = 1000;
constexpr std::int64_t kBoxesAtOnce = 1000;

std::string KeyOf(absl::string_view region) { return storage::KeyBuilder().Text(region).Take(); }

// What a member wants, who is there and may still be written to; nothing otherwise.
absl::StatusOr<std::optional<v1::NoticeSetting>> Wanted(const storage::Reader& reader,
                                                        const NoticeSettingName& name) {
  const absl::StatusOr<team::v1::Member> member =
      team::Load(reader, team::MemberName{.region = name.region, .member = name.member});
  if (absl::IsNotFound(member.status())) return std::optional<v1::NoticeSetting>();
  if (!member.ok()) return member.status();
  ASSIGN_OR_RETURN(v1::NoticeSetting setting, SettingNow(reader, name));
  const bool wanted = !member->inactive() && setting.frequency() != v1::NoticeSetting::FREQUENCY_NONE &&
                      !setting.address().empty();
  return wanted ? std::optional<v1::NoticeSetting>(std::move(setting)) : std::nullopt;
}

// A lease that ends later than two lengths from now was written by a wrong clock.
bool MayTake(const NoticeProgress& progress, const std::string& holder, absl::Time now) {
  if (progress.holder() == holder) return true;
  const absl::Time until = ledger::TimeOf(progress.lease_time());
  return until <= now || until > now + 2 * kLease;
}

void DropFirst(NoticeBox& box, int count) { box.mutable_items()->DeleteSubrange(0, count); }

// One more attempt in vain for the first `told` items. What was tried longest stands first.
void PutOff(NoticeBox& box, int told, absl::Time now) {
  for (int i = 0; i < told; ++i) box.mutable_items(i)->set_attempts(box.items(i).attempts() + 1);
  box.set_attempts(box.attempts() + 1);
  *box.mutable_due_time() = ledger::Stamp(now + PauseAfter(box.attempts()));
}

int CountHopeless(const NoticeBox& box) {
  return static_cast<int>(std::count_if(box.items().begin(), box.items().end(),
                                        [](const NoticeItem& item) { return IsHopeless(item.attempts()); }));
}

}  // namespace

absl::Status Postman::RunOnce() {
  ASSIGN_OR_RETURN(const std::vector<std::string> regions, Regions());
  absl::Status status;
  for (const std::string& region : regions) {
    if (Stopping()) break;
    const absl::StatusOr<bool> mine = Claim(region);
    status.Update(mine.status());
    if (!mine.ok() || !*mine) continue;
    status.Update(Collect(region));
    status.Update(Deliver(region));
  }
  return status;
}

absl::StatusOr<std::vector<std::string>> Postman::Regions() const {
  std::vector<std::string> regions;
  absl::Status broken;
  RETURN_IF_ERROR(ledger_.store().Read()->Scan(
      registry::kRegions.id, {.limit = storage::kMaxScanEntries},
      [&](absl::string_view /*key*/, absl::string_view value) {
        const absl::StatusOr<registry::v1::Region> region =
            storage::Table<registry::v1::Region>(registry::kRegions.id).Parse(value);
        broken.Update(region.status());
        if (region.ok()) regions.push_back(call::LastId(region->name()));
        return broken.ok();
      }));
  RETURN_IF_ERROR(broken);
  return regions;
}

absl::StatusOr<bool> Postman::Claim(const std::string& region) {
  bool mine = false;
  RETURN_IF_ERROR(
      storage::WriteAndWait(ledger_.store(), [&](storage::Transaction& transaction) -> absl::Status {
        const absl::Time now = ledger_.now();
        ASSIGN_OR_RETURN(std::optional<NoticeProgress> progress, kProgress.Get(transaction, KeyOf(region)));
        mine = !progress.has_value() || MayTake(*progress, round_.holder, now);
        if (!mine) return absl::OkStatus();
        if (!progress.has_value()) {
          ASSIGN_OR_RETURN(const audit::v1::TreeHead head, ledger::ReadHead(transaction, region));
          progress.emplace().set_sequence(head.size());
        }
        progress->set_holder(round_.holder);
        *progress->mutable_lease_time() = ledger::Stamp(now + kLease);
        kProgress.Put(transaction, KeyOf(region), *progress);
        return absl::OkStatus();
      }));
  return mine;
}

absl::Status Postman::Collect(const std::string& region) {
  const std::unique_ptr<const storage::Snapshot> snapshot = ledger_.store().Read();
  ASSIGN_OR_RETURN(const std::optional<NoticeProgress> progress, kProgress.Get(*snapshot, KeyOf(region)));
  const std::int64_t from = progress.value_or(NoticeProgress()).sequence();
  std::int64_t to = from;
  std::map<std::string, std::vector<NoticeItem>> items;
  while (to - from < kEventsAtOnce) {
    ASSIGN_OR_RETURN(const std::optional<audit::v1::Event> event,
                     ledger::ReadEvent(*snapshot, region, static_cast<std::uint64_t>(to) + 1));
    if (!event.has_value()) break;
    ++to;
    ASSIGN_OR_RETURN(const std::vector<Calling> callings, round_.called_upon(*snapshot, *event));
    for (const Calling& calling : callings) {
      if (calling.member == event->actor()) continue;
      NoticeItem item;
      item.set_sequence(to);
      item.set_resource(calling.resource);
      items[calling.member].push_back(std::move(item));
    }
  }
  return to == from ? absl::OkStatus() : Keep(region, from, to, items);
}

absl::Status Postman::Keep(const std::string& region, std::int64_t from, std::int64_t to,
                           const std::map<std::string, std::vector<NoticeItem>>& items) {
  return storage::WriteAndWait(
      ledger_.store(), [&, now = ledger_.now()](storage::Transaction& transaction) -> absl::Status {
        ASSIGN_OR_RETURN(std::optional<NoticeProgress> progress, kProgress.Get(transaction, KeyOf(region)));
        // Another server has gone on meanwhile.
        if (!progress.has_value() || progress->holder() != round_.holder || progress->sequence() != from) {
          return absl::OkStatus();
        }
        for (const auto& [member, news] : items) {
          ASSIGN_OR_RETURN(const NoticeSettingName name, SettingOf(member));
          ASSIGN_OR_RETURN(const std::optional<v1::NoticeSetting> setting, Wanted(transaction, name));
          if (!setting.has_value()) continue;
          ASSIGN_OR_RETURN(std::optional<NoticeBox> box, kBoxes.Get(transaction, name.Key()));
          if (!box.has_value()) {
            *box.emplace().mutable_due_time() = ledger::Stamp(DueTime(setting->frequency(), now));
          }
          for (const NoticeItem& item : news) {
            if (box->items_size() < kMostItems) *box->add_items() = item;
          }
          kBoxes.Put(transaction, name.Key(), *box);
        }
        progress->set_sequence(to);
        kProgress.Put(transaction, KeyOf(region), *progress);
        return absl::OkStatus();
      });
}

absl::Status Postman::Deliver(const std::string& region) {
  const std::string prefix = KeyOf(region);
  std::vector<std::pair<std::string, std::string>> due;  // key of the box, member
  absl::Status broken;
  RETURN_IF_ERROR(ledger_.store().Read()->Scan(
      kBoxes.id(), {.begin = prefix, .end = storage::PrefixEnd(prefix), .limit = kBoxesAtOnce},
      [&](absl::string_view key, absl::string_view value) {
        const absl::StatusOr<NoticeBox> box = kBoxes.Parse(value);
        const absl::StatusOr<std::string> member = storage::KeyParser(key.substr(prefix.size())).Text();
        broken.Update(box.status());
        broken.Update(member.status());
        if (broken.ok() && ledger::TimeOf(box->due_time()) <= ledger_.now()) due.emplace_back(key, *member);
        return broken.ok();
      }));
  RETURN_IF_ERROR(broken);
  for (const auto& [key, member] : due) {
    if (Stopping()) return absl::OkStatus();
    // A mail may take long: the lease is renewed before each.
    ASSIGN_OR_RETURN(const bool mine, Claim(region));
    if (!mine) return absl::OkStatus();
    ASSIGN_OR_RETURN(const bool there, SendOne(key, region, member));
    if (!there) return absl::OkStatus();
  }
  return absl::OkStatus();
}

absl::StatusOr<bool> Postman::SendOne(const std::string& member_key, const std::string& region,
                                      const std::string& member) {
  const std::unique_ptr<const storage::Snapshot> snapshot = ledger_.store().Read();
  ASSIGN_OR_RETURN(const std::optional<NoticeBox> box, kBoxes.Get(*snapshot, member_key));
  if (!box.has_value()) return true;
  ASSIGN_OR_RETURN(const std::optional<v1::NoticeSetting> setting,
                   Wanted(*snapshot, NoticeSettingName{.region = region, .member = member}));
  // Who wants none any more is told nothing of what waited.
  absl::Status sent;
  if (setting.has_value()) sent = mailer_.Send(LetterFor(*setting, *box, round_.sender, ledger_.now()));
  // A mail that was broken off says nothing of the server.
  if (absl::IsCancelled(sent)) return false;
  const bool there = !absl::IsUnavailable(sent);
  ASSIGN_OR_RETURN(const bool given_up, Settle(member_key, box->items_size(), there));
  if (given_up || (there && !sent.ok())) {
    round_.log(absl::StrCat("notice to ", member, " in ", region, " given up: ", sent.message()));
  }
  return there;
}

absl::StatusOr<bool> Postman::Settle(const std::string& key, int told, bool there) {
  bool given_up = false;
  RETURN_IF_ERROR(storage::WriteAndWait(
      ledger_.store(), [&, now = ledger_.now()](storage::Transaction& transaction) -> absl::Status {
        given_up = false;
        ASSIGN_OR_RETURN(std::optional<NoticeBox> box, kBoxes.Get(transaction, key));
        if (!box.has_value()) return absl::OkStatus();
        const int tried = std::min(told, box->items_size());
        if (there) {
          DropFirst(*box, tried);
          box->set_attempts(0);
        } else {
          PutOff(*box, tried, now);
          const int hopeless = CountHopeless(*box);
          given_up = hopeless > 0;
          DropFirst(*box, hopeless);
        }
        if (box->items().empty()) {
          transaction.Delete(kBoxes.id(), key);
        } else {
          kBoxes.Put(transaction, key, *box);
        }
        return absl::OkStatus();
      }));
  return given_up;
}

}  // namespace waarborg::notice
