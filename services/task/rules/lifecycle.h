#ifndef WAARBORG_SERVICES_TASK_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_TASK_RULES_LIFECYCLE_H_

// The life of a task. Who may touch one task in particular (its role, its assignee) is a guard.

#include "services/rules/lifecycle.h"
#include "waarborg/task/v1/task.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::task {

using TaskState = ::waarborg::task::v1::Task::State;
using TaskStates = rules::EnumSet<TaskState>;

namespace table {

using rules::kSame;
using team::v1::Role;

inline constexpr TaskState kOpen = v1::Task::STATE_OPEN;
inline constexpr TaskState kDone = v1::Task::STATE_DONE;
inline constexpr TaskState kCancelled = v1::Task::STATE_CANCELLED;

inline constexpr rules::EnumSet<Role> kTimer{team::v1::ROLE_SYSTEM};
// Who can be asked to do something here.
inline constexpr rules::EnumSet<Role> kWorker{team::v1::ROLE_TEAM_MEMBER,    team::v1::ROLE_QUALITY_MANAGER,
                                              team::v1::ROLE_SECOND_READER,  team::v1::ROLE_CONTRACT_MANAGER,
                                              team::v1::ROLE_DECISION_MAKER, team::v1::ROLE_AUDITOR};
// Whose act may make that something is asked, or no longer needs to be.
inline constexpr rules::EnumSet<Role> kPerson =
    kWorker | rules::EnumSet<Role>{team::v1::ROLE_PROVIDER_USER, team::v1::ROLE_INCIDENT_CLIENT,
                                   team::v1::ROLE_MATERIAL_CONTROL, team::v1::ROLE_ADMINISTRATOR};

}  // namespace table

inline constexpr TaskStates kEndedTaskStates{table::kDone, table::kCancelled};

// clang-format off
inline constexpr auto kTaskLifecycle = rules::MakeLifecycle<TaskState, table::Role>(
    "task", /*final_states=*/kEndedTaskStates,
    {
        // from             event        guard                          roles                           to                 fact             source
        {{},                "raise",     "",                            table::kPerson | table::kTimer, table::kOpen,      "TaskRaised",    "G7"},
        {{table::kOpen},    "move",      "due_time_moved",              table::kPerson | table::kTimer, table::kSame,      "TaskMoved",     "G5"},
        {{table::kOpen},    "pause",     "term_suspended",              table::kPerson | table::kTimer, table::kSame,      "TaskPaused",    "G5"},
        {{table::kOpen},    "resume",    "term_runs",                   table::kPerson | table::kTimer, table::kSame,      "TaskResumed",   "G5"},
        {{table::kOpen},    "remind",    "step_passed",                 table::kTimer,                  table::kSame,      "TaskReminded",  "G7"},
        {{table::kOpen},    "escalate",  "last_step_passed",            table::kTimer,                  table::kSame,      "TaskEscalated", "G7"},
        {{table::kOpen},    "claim",     "holds_role, unassigned",      table::kWorker,                 table::kSame,      "TaskClaimed",   "4.0"},
        {{table::kOpen},    "assign",    "member_holds_role",           table::kWorker,                 table::kSame,      "TaskAssigned",  "4.0"},
        {{table::kOpen},    "complete",  "holds_role_or_assigned, note", table::kWorker,                table::kDone,      "TaskCompleted", "4.0"},
        {{table::kOpen},    "settle",    "no_longer_waits",             table::kPerson,                 table::kDone,      "TaskSettled",   "4.0"},
        {{table::kOpen},    "fall_away", "no_longer_waits",             table::kTimer,                  table::kCancelled, "TaskFellAway",  "G7"},
        {{table::kOpen},    "cancel",    "holds_role_or_assigned, reason", table::kWorker,              table::kCancelled, "TaskCancelled", "4.0"},
    });
// clang-format on

static_assert(rules::IsSound(kTaskLifecycle, TaskStates{table::kOpen} | kEndedTaskStates));

}  // namespace waarborg::task

#endif  // WAARBORG_SERVICES_TASK_RULES_LIFECYCLE_H_
