#ifndef WAARBORG_SERVICES_LEDGER_UNIT_OF_WORK_H_
#define WAARBORG_SERVICES_LEDGER_UNIT_OF_WORK_H_

// The only way to change anything. A command gets a UnitOfWork inside its write function: it reads, puts
// records, and records what happened. Records, index entries, events, deadlines and the remembered answer
// become durable together, or not at all.
//
// Order matters: the records put since the last Record() become the after-images of the next one. A unit with
// changes that no event tells of refuses to commit. Not thread-safe; lives as long as the write function.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "google/protobuf/message.h"
#include "services/call/call.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/store.h"
#include "storage/table.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {

// One fact, told by the command that made it true.
struct Fact {
  std::string kind;        // participle: "ScoresSubmitted"
  std::string resource;    // full resource name
  std::string provider;    // whose case; "" when none
  std::string from_state;  // codes without enum prefix; "" when none
  std::string to_state;
  std::string level;                               // code without enum prefix; "" when none
  std::string reason;                              // personal text
  call::Role role = call::Role::ROLE_UNSPECIFIED;  // in which the actor acted
  std::string on_behalf_of;                        // provider, for an act entered namens aanbieder
};

class UnitOfWork final {
 public:
  UnitOfWork(storage::Transaction& transaction, const call::Call& call)
      : transaction_(transaction), call_(call) {}
  UnitOfWork(const UnitOfWork&) = delete;
  UnitOfWork& operator=(const UnitOfWork&) = delete;

  [[nodiscard]] const call::Call& call() const { return call_; }
  [[nodiscard]] absl::Time now() const { return call_.now; }
  [[nodiscard]] const storage::Reader& reader() const { return transaction_; }

  template <class Message>
  absl::StatusOr<std::optional<Message>> Get(const RecordTable<Message>& table, absl::string_view key) const {
    return storage::Table<Message>(table.id).Get(transaction_, key);
  }

  template <class Message>
  absl::Status Put(const RecordTable<Message>& table, absl::string_view key, const Message& record) {
    RETURN_IF_ERROR(MoveIndexEntries(table, key, &record));
    PutRecord(table.id, key, record);
    return absl::OkStatus();
  }

  template <class Message>
  absl::Status Delete(const RecordTable<Message>& table, absl::string_view key) {
    RETURN_IF_ERROR(MoveIndexEntries<Message>(table, key, nullptr));
    DeleteRecord(table.id, key);
    return absl::OkStatus();
  }

  // Tells what happened. The changes since the last call become its after-images.
  void Record(Fact fact);

  // A moment at which something must be noticed; one per resource and kind, a later call replaces the
  // earlier. `rule` says where the date comes from, e.g. "draft_response_working_days=10"; it is empty for a
  // moment that is nobody's term. Part of the next event.
  absl::Status SetDeadline(absl::string_view resource, absl::string_view kind, absl::Time due,
                           absl::string_view rule);
  absl::Status ClearDeadline(absl::string_view resource, absl::string_view kind);
  absl::StatusOr<std::optional<internal::v1::Deadline>> FindDeadline(absl::string_view resource,
                                                                     absl::string_view kind) const;

  // A later date for a deadline that is set, with the reason; rule and start stay. Part of the next event.
  // These three: NOT_FOUND (TERM_NOT_FOUND), FAILED_PRECONDITION (TERM_CHANGED_TOO_OFTEN).
  // INVALID_ARGUMENT (violation of `due_date`, DUE_DATE_NOT_LATER), FAILED_PRECONDITION (TERM_SUSPENDED).
  absl::StatusOr<internal::v1::Deadline> ExtendDeadline(absl::string_view resource, absl::string_view kind,
                                                        absl::Time due, absl::string_view reason);
  // Its clock stands still: it does not fire. FAILED_PRECONDITION (TERM_SUSPENDED).
  absl::StatusOr<internal::v1::Deadline> SuspendDeadline(absl::string_view resource, absl::string_view kind,
                                                         absl::string_view reason);
  // What was left of it is left from now, as rules/term.h counts. FAILED_PRECONDITION (TERM_RUNS).
  absl::StatusOr<internal::v1::Deadline> ResumeDeadline(absl::string_view resource, absl::string_view kind,
                                                        absl::string_view reason);

  // For content that stands beside the records and in no event (storage/blobs.h): its chunks, never a record.
  [[nodiscard]] storage::Transaction& content() { return transaction_; }

  // For the deadline runner: where firing changed nothing but the deadline itself, tells of that
  // (DeadlinePassed).
  void TellOfClearedDeadline(const internal::v1::Deadline& deadline);
  void NoteFired(const internal::v1::Deadline& deadline) { fired_ = deadline; }

  // What the unit did so far, for the ledger's epilogue: the facts told, the deadlines it set or moved that
  // still stand, and the deadline whose firing this is.
  [[nodiscard]] std::vector<Fact> ToldFacts() const;
  absl::StatusOr<std::vector<internal::v1::Deadline>> DeadlinesSet() const;
  [[nodiscard]] const std::optional<internal::v1::Deadline>& fired() const { return fired_; }

  // The answer is worked out as if, and nothing is kept (validate_only, AIP-163).
  void Rehearse() { rehearsal_ = true; }
  [[nodiscard]] bool rehearsal() const { return rehearsal_; }

  // For the ledger: appends the events to the journal. INTERNAL when changes remain that no event
  // tells of; FAILED_PRECONDITION (RECORD_TOO_LARGE) when an event could not be shown.
  absl::Status Seal();

 private:
  // From the entries of the record as it stands to those of `record`; null: to none.
  template <class Message>
  absl::Status MoveIndexEntries(const RecordTable<Message>& table, absl::string_view key,
                                const Message* record) {
    if (table.index_key == nullptr) return absl::OkStatus();
    ASSIGN_OR_RETURN(const std::optional<Message> old, Get(table, key));
    const auto move = [&](storage::TableId id, auto entry_of) {
      MoveIndexEntry(id, old.has_value() ? entry_of(key, *old) : "",
                     record == nullptr ? "" : entry_of(key, *record), key);
    };
    move(table.index_id, table.index_key);
    for (const RecordIndex<Message>& index : table.more) move(index.id, index.key);
    return absl::OkStatus();
  }

  void PutRecord(storage::TableId table, absl::string_view key, const google::protobuf::Message& record);
  void DeleteRecord(storage::TableId table, absl::string_view key);
  void MoveIndexEntry(storage::TableId table, absl::string_view old_entry, absl::string_view new_entry,
                      absl::string_view key);

  absl::Status KeepDeadline(const internal::v1::Deadline& deadline);
  absl::StatusOr<internal::v1::Deadline> DeadlineToChange(absl::string_view resource,
                                                          absl::string_view kind) const;
  // The deadlines set since the last fact are about the fact's provider.
  absl::Status NameProvider(const std::string& provider);

  struct Change {
    storage::TableId table;
    std::string key;
    const google::protobuf::Descriptor* type = nullptr;  // null: deleted
    std::string after;                                   // the record's bytes
    // The record, where it holds personal text: its bytes are made when that has been taken out.
    std::unique_ptr<google::protobuf::Message> spoken;
  };
  struct Told {
    Fact fact;
    std::vector<Change> changes;
  };

  storage::Transaction& transaction_;
  const call::Call& call_;
  std::vector<Change> changes_;
  std::vector<Told> told_;
  std::vector<std::string> deadlines_;  // the keys of those set, in order
  std::size_t named_deadlines_ = 0;     // how many of them stand under a fact
  std::optional<internal::v1::Deadline> fired_;
  absl::Status broken_;
  bool rehearsal_ = false;
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_UNIT_OF_WORK_H_
