#include "services/ledger/unit_of_work.h"

#include <memory>
#include <utility>

#include "services/ledger/deadline_table.h"
#include "services/ledger/journal.h"
#include "services/ledger/personal_text.h"
#include "services/ledger/serialized.h"
#include "services/ledger/size.h"
#include "services/ledger/time.h"

namespace waarborg::ledger {
namespace {

audit::v1::Event EventOf(const Fact& fact, const call::Call& call) {
  audit::v1::Event event;
  event.set_actor(call.caller.member);
  event.set_role(fact.role);
  event.set_on_behalf_of(fact.on_behalf_of);
  event.set_kind(fact.kind);
  event.set_resource(fact.resource);
  event.set_provider(fact.provider);
  event.set_from_state(fact.from_state);
  event.set_to_state(fact.to_state);
  event.set_level(fact.level);
  event.set_reason(fact.reason);
  event.set_request_id(call.request_id);
  event.set_traceparent(call.traceparent);
  return event;
}

}  // namespace

void UnitOfWork::Record(Fact fact) {
  told_.push_back({std::move(fact), std::move(changes_)});
  changes_.clear();
}

absl::Status UnitOfWork::SetDeadline(absl::string_view resource, absl::string_view kind, absl::Time due,
                                     absl::string_view rule) {
  internal::v1::Deadline deadline;
  deadline.set_region(call_.region);
  deadline.set_resource(std::string(resource));
  deadline.set_kind(std::string(kind));
  *deadline.mutable_due_time() = Stamp(due);
  deadline.set_rule(std::string(rule));
  *deadline.mutable_start_time() = Stamp(call_.now);
  return Put(kDeadlines, DeadlineKey(call_.region, resource, kind), deadline);
}

absl::Status UnitOfWork::ClearDeadline(absl::string_view resource, absl::string_view kind) {
  const std::string key = DeadlineKey(call_.region, resource, kind);
  ASSIGN_OR_RETURN(const std::optional<internal::v1::Deadline> deadline, Get(kDeadlines, key));
  if (!deadline.has_value()) return absl::OkStatus();
  return Delete(kDeadlines, key);
}

void UnitOfWork::TellOfClearedDeadline(const internal::v1::Deadline& deadline) {
  if (changes_.empty()) return;
  Record({.kind = "DeadlinePassed",
          .resource = deadline.resource(),
          .reason = "",
          .role = team::v1::ROLE_SYSTEM});
}

void UnitOfWork::PutRecord(storage::TableId table, absl::string_view key,
                           const google::protobuf::Message& record) {
  transaction_.Put(table, key, Serialized(record));
  std::unique_ptr<google::protobuf::Message> after(record.New());
  after->CopyFrom(record);
  changes_.push_back({table, std::string(key), std::move(after)});
}

void UnitOfWork::DeleteRecord(storage::TableId table, absl::string_view key) {
  transaction_.Delete(table, key);
  changes_.push_back({table, std::string(key), nullptr});
}

void UnitOfWork::MoveIndexEntry(storage::TableId table, absl::string_view old_entry,
                                absl::string_view new_entry, absl::string_view key) {
  if (old_entry == new_entry) return;
  if (!old_entry.empty()) transaction_.Delete(table, old_entry);
  if (!new_entry.empty()) transaction_.Put(table, new_entry, key);
}

absl::Status UnitOfWork::Seal() {
  if (!changes_.empty()) return absl::InternalError("a unit of work changed records that no event tells of");
  if (told_.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(JournalWriter journal, JournalWriter::Open(transaction_, call_.region));
  for (Told& told : told_) {
    audit::v1::Event event = EventOf(told.fact, call_);
    internal::v1::PersonalTexts personal;
    TakeOut(event, call_.entropy, personal);
    for (Change& change : told.changes) {
      audit::v1::RecordChange& row = *event.add_changes();
      row.set_table(static_cast<int>(change.table));
      row.set_key(change.key);
      if (change.after == nullptr) continue;
      TakeOut(*change.after, call_.entropy, personal);
      row.set_type(change.after->GetDescriptor()->full_name());
      row.set_after(Serialized(*change.after));
    }
    RETURN_IF_ERROR(CheckSize(event.ByteSizeLong() + personal.ByteSizeLong()));
    journal.Append(event, personal, call_.now);
  }
  journal.Close();
  return absl::OkStatus();
}

}  // namespace waarborg::ledger
