#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "services/call/error.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/watch/queries.h"

namespace waarborg::watch {
namespace {

using internal::v1::StoredPresence;

absl::Status CheckPart(const std::string& part) {
  call::Violations violations;
  if (!part.empty() && !call::IsIdentifier(part)) violations.Add("part", "INVALID_PART");
  return violations.ToStatus();
}

// The record after the word; nothing when it says what is known and that lasts a while.
std::optional<StoredPresence> Moved(const call::Call& call, const v1::SetPresenceRequest& request,
                                    const std::optional<StoredPresence>& before) {
  const bool there = before.has_value() && ledger::TimeOf(before->expire_time()) > call.now;
  const bool same = there && before->part() == request.part();
  if (same && ledger::TimeOf(before->expire_time()) - call.now > kStillFresh) return std::nullopt;
  StoredPresence after;
  after.set_member(call.caller.member);
  after.set_resource(request.resource());
  after.set_part(request.part());
  after.set_of_provider(call.caller.IsOnlyProvider());
  *after.mutable_arrive_time() = same ? before->arrive_time() : ledger::Stamp(call.now);
  *after.mutable_expire_time() = ledger::Stamp(call.now + kPresenceLasts);
  return after;
}

v1::Presence GoneFrom(const call::Call& call, const v1::SetPresenceRequest& request) {
  v1::Presence presence;
  presence.set_member(call.caller.member);
  presence.set_resource(request.resource());
  presence.set_part(request.part());
  presence.set_left(true);
  *presence.mutable_expire_time() = ledger::Stamp(call.now);
  return presence;
}

// What is to be written, and what is answered when it is.
struct Word {
  std::string provider, key;
  std::optional<StoredPresence> record;  // nothing: the record goes
  v1::Presence answer;
  bool known = false;
};

absl::StatusOr<Word> WordOf(Feed& feed, const call::Call& call, const v1::SetPresenceRequest& request) {
  RETURN_IF_ERROR(CheckPart(request.part()));
  const std::unique_ptr<const storage::Snapshot> snapshot = feed.ledger().store().Read();
  ASSIGN_OR_RETURN(const std::string provider,
                   feed.neighbours().may_read(*snapshot, call.caller, request.resource()));
  Word word{.provider = provider,
            .key = PresenceKey(call.region, provider, request.resource(), call.caller.member)};
  if (request.left()) {
    word.answer = GoneFrom(call, request);
    return word;
  }
  ASSIGN_OR_RETURN(const std::optional<StoredPresence> before, kPresences.Get(*snapshot, word.key));
  word.record = Moved(call, request, before);
  word.known = !word.record.has_value();
  word.answer = ToPresence(word.known ? *before : *word.record);
  return word;
}

}  // namespace

call::Handler<v1::SetPresenceRequest, v1::Presence> SetPresence(Feed& feed) {
  return [&feed](const call::Call& call, const v1::SetPresenceRequest& request,
                 const call::Done<v1::Presence>& done) {
    absl::StatusOr<Word> word = WordOf(feed, call, request);
    if (!word.ok()) return done(word.status());
    if (word->known) return done(std::move(word->answer));
    const auto write = [key = word->key, record = word->record](storage::Transaction& transaction) {
      if (record.has_value()) {
        kPresences.Put(transaction, key, *record);
      } else {
        transaction.Delete(kPresences.id(), key);
      }
      return absl::OkStatus();
    };
    feed.ledger().WriteAside(write, [&feed, region = call.region, provider = word->provider,
                                     answer = std::move(word->answer), done](const absl::Status& status) {
      if (!status.ok()) return done(status);
      feed.Moved(region, provider);
      done(answer);
    });
  };
}

}  // namespace waarborg::watch
