#include "services/ledger/deadlines.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/ledger/deadline_table.h"
#include "storage/schema.h"
#include "storage/table.h"

namespace waarborg::ledger {
namespace {

constexpr std::int64_t kAtOnce = 1000;

}  // namespace

DeadlineRunner::DeadlineRunner(Ledger& ledger, std::vector<DeadlineRule> rules, call::Entropy entropy)
    : ledger_(ledger), rules_(std::move(rules)), entropy_(std::move(entropy)) {}

absl::StatusOr<int> DeadlineRunner::RunDue() {
  std::vector<std::string> due;
  const storage::ScanRange range{
      .begin = "", .end = storage::KeyBuilder().Number(OrderOf(ledger_.now()) + 1).Take(), .limit = kAtOnce};
  RETURN_IF_ERROR(ledger_.store().Read()->Scan(kDeadlines.index_id, range,
                                               [&due](absl::string_view /*entry*/, absl::string_view key) {
                                                 due.emplace_back(key);
                                                 return true;
                                               }));
  int fired = 0;
  absl::Status failed;
  for (const std::string& key : due) {
    const absl::Status status = Fire(key);
    fired += status.ok() ? 1 : 0;
    failed.Update(status);
  }
  if (!failed.ok()) return failed;
  return fired;
}

absl::Status DeadlineRunner::Fire(const std::string& key) {
  const absl::Time now = ledger_.now();
  ASSIGN_OR_RETURN(const std::optional<internal::v1::Deadline> read,
                   storage::Table<internal::v1::Deadline>(kDeadlines.id).Get(*ledger_.store().Read(), key));
  if (!read.has_value()) return absl::OkStatus();
  const call::Call call{.caller = call::SystemCaller(read->region()),
                        .region = read->region(),
                        .method = absl::StrCat("deadline/", read->kind()),
                        .request_id = "",
                        .traceparent = "",
                        .now = now,
                        .deadline = absl::InfiniteFuture(),
                        .entropy = entropy_};
  return ledger_.RunAndWait(call, [this, &key, now](UnitOfWork& unit) -> absl::Status {
    ASSIGN_OR_RETURN(const std::optional<internal::v1::Deadline> deadline, unit.Get(kDeadlines, key));
    if (!deadline.has_value() || TimeOf(deadline->due_time()) > now) return absl::OkStatus();
    const auto rule = std::find_if(rules_.begin(), rules_.end(), [&deadline](const DeadlineRule& each) {
      return each.kind == deadline->kind();
    });
    if (rule == rules_.end())
      return absl::InternalError(absl::StrCat("no rule for deadline ", deadline->kind()));
    RETURN_IF_ERROR(unit.Delete(kDeadlines, key));
    RETURN_IF_ERROR(rule->fire(unit, *deadline));
    unit.TellOfClearedDeadline(*deadline);
    return absl::OkStatus();
  });
}

}  // namespace waarborg::ledger
