// The deadlines of a unit of work: set, cleared and moved.

#include <algorithm>
#include <utility>

#include "services/call/error.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/time.h"
#include "services/ledger/unit_of_work.h"
#include "services/rules/term.h"

namespace waarborg::ledger {
namespace {

using internal::v1::Deadline;
using term::v1::TermChange;

constexpr int kMostChanges = 200;

call::Error TermError(absl::string_view reason, const Deadline& deadline) {
  return call::Error(absl::StatusCode::kFailedPrecondition, reason)
      .With("resource", deadline.resource())
      .With("kind", deadline.kind());
}

TermChange& AddChange(const call::Call& call, TermChange::Kind kind, absl::string_view reason,
                      Deadline& deadline) {
  TermChange& change = *deadline.add_changes();
  change.set_kind(kind);
  *change.mutable_time() = Stamp(call.now);
  change.set_member(call.caller.member);
  change.set_reason(std::string(reason));
  *change.mutable_due_time_before() = deadline.due_time();
  return change;
}

void MoveDue(absl::Time due, TermChange& change, Deadline& deadline) {
  *deadline.mutable_due_time() = Stamp(due);
  *change.mutable_due_time_after() = deadline.due_time();
}

}  // namespace

absl::Status UnitOfWork::KeepDeadline(const Deadline& deadline) {
  const std::string key = DeadlineKey(deadline.region(), deadline.resource(), deadline.kind());
  deadlines_.push_back(key);
  return Put(kDeadlines, key, deadline);
}

absl::Status UnitOfWork::SetDeadline(absl::string_view resource, absl::string_view kind, absl::Time due,
                                     absl::string_view rule) {
  Deadline deadline;
  deadline.set_region(call_.region);
  deadline.set_resource(std::string(resource));
  deadline.set_kind(std::string(kind));
  *deadline.mutable_due_time() = Stamp(due);
  deadline.set_rule(std::string(rule));
  *deadline.mutable_start_time() = Stamp(call_.now);
  return KeepDeadline(deadline);
}

absl::Status UnitOfWork::ClearDeadline(absl::string_view resource, absl::string_view kind) {
  ASSIGN_OR_RETURN(const std::optional<Deadline> deadline, FindDeadline(resource, kind));
  if (!deadline.has_value()) return absl::OkStatus();
  return Delete(kDeadlines, DeadlineKey(call_.region, resource, kind));
}

absl::StatusOr<std::optional<Deadline>> UnitOfWork::FindDeadline(absl::string_view resource,
                                                                 absl::string_view kind) const {
  return Get(kDeadlines, DeadlineKey(call_.region, resource, kind));
}

absl::StatusOr<Deadline> UnitOfWork::DeadlineToChange(absl::string_view resource,
                                                      absl::string_view kind) const {
  ASSIGN_OR_RETURN(std::optional<Deadline> deadline, FindDeadline(resource, kind));
  if (!deadline.has_value()) {
    return call::Error(absl::StatusCode::kNotFound, "TERM_NOT_FOUND")
        .With("resource", resource)
        .With("kind", kind);
  }
  if (deadline->changes_size() >= kMostChanges) return TermError("TERM_CHANGED_TOO_OFTEN", *deadline);
  return *std::move(deadline);
}

absl::StatusOr<Deadline> UnitOfWork::ExtendDeadline(absl::string_view resource, absl::string_view kind,
                                                    absl::Time due, absl::string_view reason) {
  ASSIGN_OR_RETURN(Deadline deadline, DeadlineToChange(resource, kind));
  if (deadline.has_suspend_time()) return TermError("TERM_SUSPENDED", deadline);
  if (due <= TimeOf(deadline.due_time()) || due <= call_.now) {
    call::Violations violations;
    violations.Add("due_date", "DUE_DATE_NOT_LATER");
    return violations.ToStatus();
  }
  MoveDue(due, AddChange(call_, TermChange::KIND_EXTENDED, reason, deadline), deadline);
  RETURN_IF_ERROR(KeepDeadline(deadline));
  return deadline;
}

absl::StatusOr<Deadline> UnitOfWork::SuspendDeadline(absl::string_view resource, absl::string_view kind,
                                                     absl::string_view reason) {
  ASSIGN_OR_RETURN(Deadline deadline, DeadlineToChange(resource, kind));
  if (deadline.has_suspend_time()) return TermError("TERM_SUSPENDED", deadline);
  AddChange(call_, TermChange::KIND_SUSPENDED, reason, deadline);
  *deadline.mutable_suspend_time() = Stamp(call_.now);
  RETURN_IF_ERROR(KeepDeadline(deadline));
  return deadline;
}

absl::StatusOr<Deadline> UnitOfWork::ResumeDeadline(absl::string_view resource, absl::string_view kind,
                                                    absl::string_view reason) {
  ASSIGN_OR_RETURN(Deadline deadline, DeadlineToChange(resource, kind));
  if (!deadline.has_suspend_time()) return TermError("TERM_RUNS", deadline);
  const absl::Time due = rules::ResumedDue(
      {.due = TimeOf(deadline.due_time()), .stopped = TimeOf(deadline.suspend_time()), .resumed = call_.now},
      rules::CountsWorkingDays(deadline.rule()), LocalZone());
  MoveDue(due, AddChange(call_, TermChange::KIND_RESUMED, reason, deadline), deadline);
  deadline.clear_suspend_time();
  RETURN_IF_ERROR(KeepDeadline(deadline));
  return deadline;
}

absl::StatusOr<std::vector<Deadline>> UnitOfWork::DeadlinesSet() const {
  std::vector<std::string> keys = deadlines_;
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  std::vector<Deadline> set;
  for (const std::string& key : keys) {
    ASSIGN_OR_RETURN(std::optional<Deadline> deadline, Get(kDeadlines, key));
    if (deadline.has_value()) set.push_back(*std::move(deadline));
  }
  return set;
}

absl::Status UnitOfWork::NameProvider(const std::string& provider) {
  const std::vector<std::string> keys(deadlines_.begin() + static_cast<std::ptrdiff_t>(named_deadlines_),
                                      deadlines_.end());
  named_deadlines_ = deadlines_.size();
  if (provider.empty()) return absl::OkStatus();
  for (const std::string& key : keys) {
    ASSIGN_OR_RETURN(std::optional<Deadline> deadline, Get(kDeadlines, key));
    if (!deadline.has_value() || deadline->provider() == provider) continue;
    // One after-image of it is enough.
    changes_.erase(std::remove_if(changes_.begin(), changes_.end(),
                                  [&key](const Change& change) {
                                    return change.table == kDeadlines.id && change.key == key;
                                  }),
                   changes_.end());
    deadline->set_provider(provider);
    RETURN_IF_ERROR(Put(kDeadlines, key, *deadline));
  }
  return absl::OkStatus();
}

}  // namespace waarborg::ledger
