#include "services/ledger/deadlines.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "services/ledger/deadline_table.h"
#include "storage/schema.h"
#include "storage/table.h"

namespace waarborg::ledger {
namespace {

constexpr std::int64_t kAtOnce = 1000;
constexpr absl::Duration kFirstWait = absl::Seconds(1);
constexpr absl::Duration kLongestWait = absl::Hours(1);

using Due = std::vector<std::pair<std::string, std::string>>;  // entry by time, key

// The entries due by `now`, from `begin` on, a bounded number.
absl::StatusOr<Due> ReadDue(const storage::Reader& reader, std::string begin, absl::Time now) {
  const storage::ScanRange range{.begin = std::move(begin),
                                 .end = storage::KeyBuilder().Number(OrderOf(now) + 1).Take(),
                                 .limit = kAtOnce};
  Due due;
  RETURN_IF_ERROR(
      reader.Scan(kDeadlines.index_id, range, [&due](absl::string_view entry, absl::string_view key) {
        due.emplace_back(std::string(entry), std::string(key));
        return true;
      }));
  return due;
}

}  // namespace

DeadlineRunner::DeadlineRunner(Ledger& ledger, std::vector<DeadlineRule> rules, call::Entropy entropy)
    : ledger_(ledger), rules_(std::move(rules)), entropy_(std::move(entropy)) {}

absl::StatusOr<int> DeadlineRunner::RunDue() {
  Round round{.now = ledger_.now()};
  std::string begin;
  while (true) {
    ASSIGN_OR_RETURN(const Due due, ReadDue(*ledger_.store().Read(), begin, round.now));
    for (const auto& [entry, key] : due) {
      if (round.fired < kAtOnce) Try(entry, key, round);
    }
    if (due.size() < kAtOnce || round.fired >= kAtOnce) break;
    begin = absl::StrCat(due.back().first, absl::string_view("\0", 1));
  }
  failures_ = std::move(round.failures);
  if (round.failed == 0) return round.fired;
  return absl::Status(
      round.first_failure.code(),
      absl::StrCat(round.failed, " deadlines failed, the first: ", round.first_failure.message()));
}

void DeadlineRunner::Try(const std::string& entry, const std::string& key, Round& round) {
  const auto before = failures_.find(entry);
  if (before != failures_.end() && before->second.try_again > round.now) {
    round.failures.insert(*before);
    return;
  }
  const absl::Status status = Fire(key);
  if (status.ok()) {
    ++round.fired;
    return;
  }
  ++round.failed;
  round.first_failure.Update(status);
  const absl::Duration wait =
      before == failures_.end() ? kFirstWait : std::min(2 * before->second.wait, kLongestWait);
  round.failures[entry] = {.try_again = round.now + wait, .wait = wait};
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
    const bool due =
        deadline.has_value() && !deadline->has_suspend_time() && TimeOf(deadline->due_time()) <= now;
    if (!due) return absl::OkStatus();
    const auto rule = std::find_if(rules_.begin(), rules_.end(), [&deadline](const DeadlineRule& each) {
      return each.kind == deadline->kind();
    });
    if (rule == rules_.end())
      return absl::InternalError(absl::StrCat("no rule for deadline ", deadline->kind()));
    RETURN_IF_ERROR(unit.Delete(kDeadlines, key));
    unit.NoteFired(*deadline);
    RETURN_IF_ERROR(rule->fire(unit, *deadline));
    unit.TellOfClearedDeadline(*deadline);
    return absl::OkStatus();
  });
}

}  // namespace waarborg::ledger
