#include "services/ledger/request_log.h"

#include <utility>
#include <vector>

#include "services/call/error.h"
#include "services/language/status_macros.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/time.h"
#include "storage/keys.h"
#include "storage/schema.h"
#include "storage/table.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::ledger {
namespace {

constexpr storage::Table<internal::v1::RememberedAnswer> kAnswers(storage::tables::kRequest);

std::string AnswerKey(const call::Call& call) {
  return storage::KeyBuilder()
      .Text(call.region)
      .Text(call.caller.member)
      .Text(call.method)
      .Text(call.request_id)
      .Take();
}

}  // namespace

absl::StatusOr<std::optional<std::string>> FindAnswer(const storage::Reader& reader, const call::Call& call,
                                                      absl::string_view request_digest) {
  ASSIGN_OR_RETURN(std::optional<internal::v1::RememberedAnswer> remembered,
                   kAnswers.Get(reader, AnswerKey(call)));
  if (!remembered.has_value()) return std::optional<std::string>();
  if (remembered->request_digest() != request_digest) {
    return call::Error(absl::StatusCode::kAlreadyExists, "REQUEST_ID_REUSED")
        .With("request_id", call.request_id);
  }
  return std::optional<std::string>(std::move(*remembered->mutable_answer()));
}

void RememberAnswer(storage::Transaction& transaction, const call::Call& call,
                    absl::string_view request_digest, std::string answer) {
  internal::v1::RememberedAnswer remembered;
  remembered.set_request_digest(std::string(request_digest));
  remembered.set_answer(std::move(answer));
  *remembered.mutable_time() = Stamp(call.now);
  const std::string key = AnswerKey(call);
  kAnswers.Put(transaction, key, remembered);
  transaction.Put(storage::tables::kRequestByTime,
                  storage::KeyBuilder().Number(OrderOf(call.now)).Take() + key, key);
}

absl::StatusOr<int> ForgetAnswers(storage::Transaction& transaction, absl::Time horizon, int limit) {
  std::vector<std::pair<std::string, std::string>> old;
  const storage::ScanRange range{
      .begin = "", .end = storage::KeyBuilder().Number(OrderOf(horizon)).Take(), .limit = limit};
  RETURN_IF_ERROR(transaction.Scan(storage::tables::kRequestByTime, range,
                                   [&old](absl::string_view entry, absl::string_view key) {
                                     old.emplace_back(std::string(entry), std::string(key));
                                     return true;
                                   }));
  for (const auto& [entry, key] : old) {
    transaction.Delete(storage::tables::kRequestByTime, entry);
    transaction.Delete(storage::tables::kRequest, key);
  }
  return static_cast<int>(old.size());
}

}  // namespace waarborg::ledger
