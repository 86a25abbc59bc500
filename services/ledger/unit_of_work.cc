#include "services/ledger/unit_of_work.h"

#include <memory>
#include <utility>

#include "google/protobuf/descriptor.h"
#include "google/protobuf/message.h"
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

// The resource that a record is; "" for one that is none.
std::string NameIn(const google::protobuf::Message& record) {
  const google::protobuf::FieldDescriptor* const name = record.GetDescriptor()->FindFieldByName("name");
  const bool has = name != nullptr && !name->is_repeated() &&
                   name->cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING;
  return has ? record.GetReflection()->GetString(record, name) : "";
}

std::string NameInBytes(const google::protobuf::Descriptor* type, const std::string& bytes) {
  if (type == nullptr || type->FindFieldByName("name") == nullptr) return "";
  const std::unique_ptr<google::protobuf::Message> record(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(type)->New());
  return record->ParseFromString(bytes) ? NameIn(*record) : "";
}

}  // namespace

void UnitOfWork::Record(Fact fact) {
  broken_.Update(NameProvider(fact.provider));
  told_.push_back({std::move(fact), std::move(changes_)});
  changes_.clear();
}

// A record that changed under the fact of another is told of by an entry of its own, without a kind: a step's
// decision changes a standing, too.
std::vector<Fact> UnitOfWork::ToldFacts() const {
  std::vector<Fact> facts;
  for (const Told& told : told_) {
    facts.push_back(told.fact);
    for (const Change& change : told.changes) {
      const std::string name =
          change.spoken != nullptr ? NameIn(*change.spoken) : NameInBytes(change.type, change.after);
      if (!name.empty() && name != told.fact.resource) {
        facts.push_back({.kind = "", .resource = name, .provider = told.fact.provider});
      }
    }
  }
  return facts;
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
  std::string bytes = Serialized(record);
  Change change{.table = table, .key = std::string(key), .type = record.GetDescriptor()};
  if (HoldsText(record)) {
    change.spoken.reset(record.New());
    change.spoken->CopyFrom(record);
  } else {
    change.after = bytes;
  }
  changes_.push_back(std::move(change));
  transaction_.Put(table, key, std::move(bytes));
}

void UnitOfWork::DeleteRecord(storage::TableId table, absl::string_view key) {
  transaction_.Delete(table, key);
  changes_.push_back({.table = table, .key = std::string(key)});
}

void UnitOfWork::MoveIndexEntry(storage::TableId table, absl::string_view old_entry,
                                absl::string_view new_entry, absl::string_view key) {
  if (old_entry == new_entry) return;
  if (!old_entry.empty()) transaction_.Delete(table, old_entry);
  if (!new_entry.empty()) transaction_.Put(table, new_entry, std::string(key));
}

absl::Status UnitOfWork::Seal() {
  RETURN_IF_ERROR(broken_);
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
      row.set_key(std::move(change.key));
      if (change.type == nullptr) continue;
      row.set_type(change.type->full_name());
      if (change.spoken != nullptr) {
        TakeOut(*change.spoken, call_.entropy, personal);
        change.after = Serialized(*change.spoken);
      }
      row.set_after(std::move(change.after));
    }
    RETURN_IF_ERROR(CheckSize(event.ByteSizeLong() + personal.ByteSizeLong()));
    journal.Append(event, personal, call_.now);
  }
  journal.Close();
  return absl::OkStatus();
}

}  // namespace waarborg::ledger
