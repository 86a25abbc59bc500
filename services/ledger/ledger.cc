#include "services/ledger/ledger.h"

#include <optional>

#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/ledger/digest.h"
#include "services/ledger/request_log.h"
#include "services/ledger/size.h"

namespace waarborg::ledger {
namespace {

constexpr int kForgetAtOnce = 1000;

// What one execution needs until it is answered.
struct Execution {
  call::Call call;
  std::string request_digest;
  google::protobuf::Message* answer;
  std::function<absl::Status(UnitOfWork&)> work;
  bool rehearsed = false;
};

// What follows from any change, and the journal.
absl::Status Close(const Epilogue& epilogue, UnitOfWork& unit) {
  if (epilogue != nullptr) RETURN_IF_ERROR(epilogue(unit));
  return unit.Seal();
}

absl::Status Execute(Execution& execution, storage::Transaction& transaction, absl::Time now,
                     const Epilogue& epilogue) {
  const call::Call& call = execution.call;
  execution.rehearsed = false;
  if (now > call.deadline) {
    return call::Error(absl::StatusCode::kDeadlineExceeded, "DEADLINE_PASSED");
  }
  if (!call.request_id.empty()) {
    ASSIGN_OR_RETURN(const std::optional<std::string> remembered,
                     FindAnswer(transaction, call, execution.request_digest));
    if (remembered.has_value()) {
      if (execution.answer->ParseFromString(*remembered)) return absl::OkStatus();
      return absl::DataLossError("a remembered answer cannot be read");
    }
  }
  UnitOfWork unit(transaction, call);
  RETURN_IF_ERROR(execution.work(unit));
  execution.rehearsed = unit.rehearsal();
  if (execution.rehearsed) return absl::CancelledError("rehearsed: nothing is kept");
  RETURN_IF_ERROR(Close(epilogue, unit));
  RETURN_IF_ERROR(CheckSize(execution.answer->ByteSizeLong()));
  if (!call.request_id.empty()) {
    RememberAnswer(transaction, call, execution.request_digest, execution.answer->SerializeAsString());
  }
  return absl::OkStatus();
}

// The store speaks for itself in two cases; people get them in words.
absl::Status Worded(absl::Status status) {
  if (!call::ReasonOf(status).empty()) return status;
  if (status.code() == absl::StatusCode::kResourceExhausted) {
    return call::Error(status.code(), "QUEUE_FULL");
  }
  if (status.code() == absl::StatusCode::kUnavailable) {
    return call::Error(status.code(), "OUTCOME_UNKNOWN");
  }
  return status;
}

}  // namespace

void Ledger::Run(const call::Call& call, const google::protobuf::Message& request,
                 google::protobuf::Message& answer, std::function<absl::Status(UnitOfWork&)> work,
                 storage::WriteDone done) {
  const std::size_t bytes = request.ByteSizeLong();
  if (waiting_bytes_.fetch_add(bytes) + bytes > kMostWaitingBytes) {
    waiting_bytes_ -= bytes;
    return done(call::Error(absl::StatusCode::kResourceExhausted, "QUEUE_FULL"));
  }
  auto execution = std::make_shared<Execution>(
      Execution{.call = call,
                .request_digest = call.request_id.empty() ? std::string() : DigestOf(request),
                .answer = &answer,
                .work = std::move(work)});
  store_.Write(
      [this, execution](storage::Transaction& transaction) {
        return Execute(*execution, transaction, clock_(), epilogue_);
      },
      [this, bytes, execution, done = std::move(done)](absl::Status status) {
        waiting_bytes_ -= bytes;
        if (status.ok()) TellOfCommit(execution->call.region);
        done(execution->rehearsed ? absl::OkStatus() : Worded(std::move(status)));
      });
}

void Ledger::WriteAside(storage::WriteFunction work, storage::WriteDone done) {
  store_.Write(std::move(work),
               [done = std::move(done)](absl::Status status) { done(Worded(std::move(status))); });
}

absl::Status Ledger::RunAndWait(const call::Call& call, std::function<absl::Status(UnitOfWork&)> work) {
  const absl::Status status =
      storage::WriteAndWait(store_, [this, &call, &work](storage::Transaction& transaction) -> absl::Status {
        UnitOfWork unit(transaction, call);
        RETURN_IF_ERROR(work(unit));
        return Close(epilogue_, unit);
      });
  if (status.ok()) TellOfCommit(call.region);
  return Worded(status);
}

absl::StatusOr<int> Ledger::ForgetOldAnswers() {
  int forgotten = 0;
  RETURN_IF_ERROR(storage::WriteAndWait(store_, [this, &forgotten](storage::Transaction& transaction) {
    absl::StatusOr<int> count = ForgetAnswers(transaction, clock_() - kRememberFor, kForgetAtOnce);
    forgotten = count.value_or(0);
    return count.status();
  }));
  return forgotten;
}

}  // namespace waarborg::ledger
