#ifndef WAARBORG_SERVICES_TASK_CHANGES_H_
#define WAARBORG_SERVICES_TASK_CHANGES_H_

// Tasks raised and closed by what happens elsewhere; `flow` calls these in its own unit of work, for what is
// asked of people without any term. What terms ask is raised and closed by keeping.h. Each follows the table
// of rules/lifecycle.h and tells its own fact: put and tell what you changed yourself before.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "services/ledger/unit_of_work.h"
#include "storage/store.h"
#include "waarborg/task/v1/task.pb.h"

namespace waarborg::task {

// What is asked, of whom. Names are full resource names.
struct Errand {
  v1::Task::Kind kind = v1::Task::KIND_UNSPECIFIED;
  std::string resource;                            // what it is about
  std::string provider;                            // "": none
  call::Role role = call::Role::ROLE_UNSPECIFIED;  // of all who hold it; unspecified: of `member` alone
  std::string member;                              // "": of the role
  absl::Time due;
  std::string author = "system";
};

// An open task. Where one of this kind is open for the resource and the same role, or without a role the same
// member, that one takes the due time over instead.
absl::StatusOr<v1::Task> Raise(ledger::UnitOfWork& unit, const Errand& errand);

// The open tasks about a resource, a hundred at most.
absl::StatusOr<std::vector<v1::Task>> OpenTasksAbout(const storage::Reader& reader, absl::string_view region,
                                                     absl::string_view resource);

// No reminder of it until Raise is called for it again: its term stands still.
absl::Status Pause(ledger::UnitOfWork& unit, v1::Task task);

// Closes a task by itself: DONE when a person's act took its reason away, CANCELLED when a timer did.
absl::Status CloseByItself(ledger::UnitOfWork& unit, v1::Task task);

// Closes what is open about the resource of this kind, as CloseByItself.
absl::Status Settle(ledger::UnitOfWork& unit, absl::string_view resource, v1::Task::Kind kind);

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_CHANGES_H_
