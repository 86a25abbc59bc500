#ifndef WAARBORG_SERVICES_LEDGER_LEDGER_H_
#define WAARBORG_SERVICES_LEDGER_LEDGER_H_

// Runs commands and queries for the edge. A command is a free function; the ledger wraps it in a unit of
// work, remembers its answer under the request id, and answers when all is durable.
//
//   absl::StatusOr<v1::Assessment> SubmitScores(ledger::UnitOfWork&, const v1::SubmitScoresRequest&);
//   absl::StatusOr<v1::Assessment> GetAssessment(const ledger::View&, const v1::GetAssessmentRequest&);
//
// Same request id and same request: the first answer again. Same id, another request: ALREADY_EXISTS
// (REQUEST_ID_REUSED). Two calls at once with one id execute once. Remembered are successes only, for 30
// days. An act whose answer or event would be too large to be answered is refused: FAILED_PRECONDITION
// (RECORD_TOO_LARGE).

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "google/protobuf/message.h"
#include "services/call/call.h"
#include "services/ledger/unit_of_work.h"
#include "storage/store.h"

namespace waarborg::ledger {

// What a query sees: one moment of the store, and who asks.
struct View {
  const storage::Reader& reader;
  const call::Call& call;

  template <class Message>
  absl::StatusOr<std::optional<Message>> Get(const RecordTable<Message>& table, absl::string_view key) const {
    return storage::Table<Message>(table.id).Get(reader, key);
  }
};

// Now, from the clock that main.cc knows.
using Clock = std::function<absl::Time()>;

// Runs at the end of each unit of work that went well, in the same commit: what follows from any change,
// whoever made it. It may put records and tell facts.
using Epilogue = std::function<absl::Status(UnitOfWork&)>;

// The requests that may wait to be executed at once, in bytes; in memory they are about three times as large.
// Beyond it: RESOURCE_EXHAUSTED (QUEUE_FULL).
inline constexpr std::size_t kMostWaitingBytes = std::size_t{64} << 20;

// Thread-safe. The request given to a handler must live until its answer has been received.
class Ledger final {
 public:
  Ledger(storage::Store& store, Clock clock, Epilogue epilogue = nullptr)
      : store_(store), clock_(std::move(clock)), epilogue_(std::move(epilogue)) {}

  template <class Request, class Response>
  call::Handler<Request, Response> Command(absl::StatusOr<Response> (*command)(UnitOfWork&, const Request&)) {
    return CommandOf<Request, Response>(command);
  }

  // As Command, for one that knows more than its request.
  template <class Request, class Response>
  call::Handler<Request, Response> CommandOf(
      std::function<absl::StatusOr<Response>(UnitOfWork&, const Request&)> command) {
    return [this, command = std::move(command)](const call::Call& call, const Request& request,
                                                call::Done<Response> done) {
      auto response = std::make_shared<Response>();
      Run(
          call, request, *response,
          [command, &request, response](UnitOfWork& unit) -> absl::Status {
            ASSIGN_OR_RETURN(*response, command(unit, request));
            return absl::OkStatus();
          },
          [response, done = std::move(done)](absl::Status status) {
            if (!status.ok()) return done(std::move(status));
            done(std::move(*response));
          });
    };
  }

  template <class Request, class Response>
  call::Handler<Request, Response> Query(absl::StatusOr<Response> (*query)(const View&, const Request&)) {
    return [this, query](const call::Call& call, const Request& request, const call::Done<Response>& done) {
      const std::unique_ptr<const storage::Snapshot> snapshot = store_.Read();
      done(query(View{*snapshot, call}, request));
    };
  }

  // A stream reads the store as it goes, a bounded piece at a time.
  template <class Request, class Item>
  call::StreamHandler<Request, Item> Stream(absl::StatusOr<call::Source<Item>> (*open)(storage::Store&,
                                                                                       const call::Call&,
                                                                                       const Request&)) {
    return
        [this, open](const call::Call& call, const Request& request) { return open(store_, call, request); };
  }

  // For timers and start-up: runs `work` for the caller that `call` names and waits. Never on a handler.
  absl::Status RunAndWait(const call::Call& call, std::function<absl::Status(UnitOfWork&)> work);

  // Writes what stands beside the records and is no fact of any case, such as content (storage/blobs.h) or
  // presence: it has no event, and no answer is remembered. `done` hears the outcome in words.
  void WriteAside(storage::WriteFunction work, storage::WriteDone done);

  // `heard` is called with the region after each commit of this process that succeeded, on a thread of the
  // engine: it must not block. To be said before the first commit. Commits of other processes make no sound.
  void OnCommit(std::function<void(const std::string& region)> heard) { heard_ = std::move(heard); }

  [[nodiscard]] storage::Store& store() { return store_; }
  [[nodiscard]] absl::Time now() const { return clock_(); }

  // Deletes remembered answers older than 30 days, at most a thousand; answers how many.
  absl::StatusOr<int> ForgetOldAnswers();

 private:
  // Runs `work` in a write function and calls `done` once with the outcome; `answer` then holds the answer,
  // of this execution or the remembered one. `answer` must live until `done` is called.
  void Run(const call::Call& call, const google::protobuf::Message& request,
           google::protobuf::Message& answer, std::function<absl::Status(UnitOfWork&)> work,
           storage::WriteDone done);

  void TellOfCommit(const std::string& region) const {
    if (heard_ != nullptr) heard_(region);
  }

  storage::Store& store_;
  Clock clock_;
  Epilogue epilogue_;
  std::function<void(const std::string& region)> heard_;
  std::atomic<std::size_t> waiting_bytes_ = 0;
};

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_LEDGER_H_
