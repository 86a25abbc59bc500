#ifndef WAARBORG_SERVICES_COMMENT_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_COMMENT_RULES_LIFECYCLE_H_

// The lives of a thread and of a comment. Sources are sections of the domain reference ("4.0").

#include "services/rules/lifecycle.h"
#include "waarborg/comment/v1/comment.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::comment {

using ThreadState = ::waarborg::comment::v1::Thread::State;
using CommentState = ::waarborg::comment::v1::Comment::State;

namespace table {

using rules::kSame;
using team::v1::Role;

inline constexpr ThreadState kOpen = v1::Thread::STATE_OPEN;
inline constexpr ThreadState kResolved = v1::Thread::STATE_RESOLVED;
inline constexpr CommentState kWritten = v1::Comment::STATE_WRITTEN;
inline constexpr CommentState kRetracted = v1::Comment::STATE_RETRACTED;

inline constexpr rules::EnumSet<Role> kTeam{team::v1::ROLE_TEAM_MEMBER, team::v1::ROLE_QUALITY_MANAGER,
                                            team::v1::ROLE_SECOND_READER, team::v1::ROLE_CONTRACT_MANAGER,
                                            team::v1::ROLE_DECISION_MAKER};
inline constexpr rules::EnumSet<Role> kWriters = kTeam | rules::EnumSet<Role>{team::v1::ROLE_PROVIDER_USER};

}  // namespace table

inline constexpr rules::EnumSet<ThreadState> kThreadStates{table::kOpen, table::kResolved};
inline constexpr rules::EnumSet<CommentState> kCommentStates{table::kWritten, table::kRetracted};

// clang-format off
inline constexpr auto kThreadLifecycle = rules::MakeLifecycle<ThreadState, table::Role>(
    "comment_thread", /*final_states=*/{},
    {
        // from               event            guard            roles            to                fact              source
        {{},                  "open_thread",   "reads_parent",  table::kWriters, table::kOpen,     "ThreadOpened",   "4.0"},
        {{table::kOpen},      "reply",         "reads_thread",  table::kWriters, table::kSame,     "CommentAdded",   "4.0"},
        {{table::kOpen},      "resolve",       "",              table::kTeam,    table::kResolved, "ThreadResolved", "4.0"},
        {{table::kResolved},  "reopen",        "",              table::kTeam,    table::kOpen,     "ThreadReopened", "4.0"},
    });

inline constexpr auto kCommentLifecycle = rules::MakeLifecycle<CommentState, table::Role>(
    "comment", /*final_states=*/{table::kRetracted},
    {
        // from               event            guard            roles            to                 fact                source
        {{},                  "write",         "thread_open",   table::kWriters, table::kWritten,   "CommentAdded",     "4.0"},
        {{table::kWritten},   "edit",          "is_author",     table::kWriters, table::kSame,      "CommentEdited",    "G6"},
        {{table::kWritten},   "retract",       "is_author, reason", table::kWriters, table::kRetracted, "CommentRetracted", "G6"},
    });
// clang-format on

static_assert(rules::IsSound(kThreadLifecycle, kThreadStates));
static_assert(rules::IsSound(kCommentLifecycle, kCommentStates));

}  // namespace waarborg::comment

#endif  // WAARBORG_SERVICES_COMMENT_RULES_LIFECYCLE_H_
