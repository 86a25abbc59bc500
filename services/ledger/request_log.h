#ifndef WAARBORG_SERVICES_LEDGER_REQUEST_LOG_H_
#define WAARBORG_SERVICES_LEDGER_REQUEST_LOG_H_

// Answers remembered under (region, actor, method, request id), so that a retry gets the first answer
// (AIP-155).

#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/call/call.h"
#include "storage/store.h"

namespace waarborg::ledger {

inline constexpr absl::Duration kRememberFor = absl::Hours(24 * 30);

// The remembered answer, or nothing. ALREADY_EXISTS (REQUEST_ID_REUSED) when the id was used for another
// request.
absl::StatusOr<std::optional<std::string>> FindAnswer(const storage::Reader& reader, const call::Call& call,
                                                      absl::string_view request_digest);

void RememberAnswer(storage::Transaction& transaction, const call::Call& call,
                    absl::string_view request_digest, std::string answer);

// Forgets the oldest answers from before `horizon`, at most `limit`; answers how many.
absl::StatusOr<int> ForgetAnswers(storage::Transaction& transaction, absl::Time horizon, int limit);

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_REQUEST_LOG_H_
