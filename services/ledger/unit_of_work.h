#ifndef WAARBORG_SERVICES_LEDGER_UNIT_OF_WORK_H_
#define WAARBORG_SERVICES_LEDGER_UNIT_OF_WORK_H_

// The only way to change anything. A command gets a UnitOfWork inside its write function: it reads, puts
// records, and records what happened. Records, index entries, events, deadlines and the remembered answer
// become durable together, or not at all.
//
// Order matters: the records put since the last Record() become the after-images of the next one. A unit with
// changes that no event tells of refuses to commit. Not thread-safe; lives as long as the write function.

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
    if (table.index_key != nullptr) {
      ASSIGN_OR_RETURN(const std::optional<Message> old, Get(table, key));
      MoveIndexEntry(table.index_id, old.has_value() ? table.index_key(key, *old) : "",
                     table.index_key(key, record), key);
    }
    PutRecord(table.id, key, record);
    return absl::OkStatus();
  }

  template <class Message>
  absl::Status Delete(const RecordTable<Message>& table, absl::string_view key) {
    if (table.index_key != nullptr) {
      ASSIGN_OR_RETURN(const std::optional<Message> old, Get(table, key));
      MoveIndexEntry(table.index_id, old.has_value() ? table.index_key(key, *old) : "", "", key);
    }
    DeleteRecord(table.id, key);
    return absl::OkStatus();
  }

  // Tells what happened. The changes since the last call become its after-images.
  void Record(Fact fact);

  // A moment at which something must be noticed; one per resource and kind, a later call replaces the
  // earlier. `rule` says where the date comes from, e.g. "draft_response_working_days=10". Part of the next
  // event.
  absl::Status SetDeadline(absl::string_view resource, absl::string_view kind, absl::Time due,
                           absl::string_view rule);
  absl::Status ClearDeadline(absl::string_view resource, absl::string_view kind);

  // For the deadline runner: where firing changed nothing but the deadline itself, tells of that
  // (DeadlinePassed).
  void TellOfClearedDeadline(const internal::v1::Deadline& deadline);

  // The answer is worked out as if, and nothing is kept (validate_only, AIP-163).
  void Rehearse() { rehearsal_ = true; }
  [[nodiscard]] bool rehearsal() const { return rehearsal_; }

  // For the ledger: appends the events to the journal. INTERNAL when changes remain that no event
  // tells of; FAILED_PRECONDITION (RECORD_TOO_LARGE) when an event could not be shown.
  absl::Status Seal();

 private:
  void PutRecord(storage::TableId table, absl::string_view key, const google::protobuf::Message& record);
  void DeleteRecord(storage::TableId table, absl::string_view key);
  void MoveIndexEntry(storage::TableId table, absl::string_view old_entry, absl::string_view new_entry,
                      absl::string_view key);

  struct Change {
    storage::TableId table;
    std::string key;
    std::unique_ptr<google::protobuf::Message> after;  // null: deleted
  };
  struct Told {
    Fact fact;
    std::vector<Change> changes;
  };

  storage::Transaction& transaction_;
  const call::Call& call_;
  std::vector<Change> changes_;
  std::vector<Told> told_;
  bool rehearsal_ = false;
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_UNIT_OF_WORK_H_
