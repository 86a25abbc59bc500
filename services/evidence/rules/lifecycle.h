#ifndef WAARBORG_SERVICES_EVIDENCE_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_EVIDENCE_RULES_LIFECYCLE_H_

// The life of an attachment (bijlage). Sources are sections of the domain reference ("4.0") and numbered
// requirements. Nothing ends by being deleted (G6).

#include "services/rules/lifecycle.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::evidence {

using AttachmentState = ::waarborg::evidence::v1::Attachment::State;
using AttachmentStates = rules::EnumSet<AttachmentState>;

namespace table {

using rules::kSame;
using team::v1::Role;
using team::v1::ROLE_CONTRACT_MANAGER;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SYSTEM;
using team::v1::ROLE_TEAM_MEMBER;

inline constexpr AttachmentState kQuarantined = v1::Attachment::STATE_QUARANTINED;
inline constexpr AttachmentState kAvailable = v1::Attachment::STATE_AVAILABLE;
inline constexpr AttachmentState kRejected = v1::Attachment::STATE_REJECTED;
inline constexpr AttachmentState kWithdrawn = v1::Attachment::STATE_WITHDRAWN;

inline constexpr rules::EnumSet<Role> kSender{ROLE_TEAM_MEMBER, ROLE_QUALITY_MANAGER, ROLE_CONTRACT_MANAGER,
                                              ROLE_PROVIDER_USER};
inline constexpr rules::EnumSet<Role> kKeeper{ROLE_TEAM_MEMBER, ROLE_QUALITY_MANAGER, ROLE_CONTRACT_MANAGER};
inline constexpr rules::EnumSet<Role> kWitness{ROLE_TEAM_MEMBER, ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kManager{ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kSystem{ROLE_SYSTEM};

}  // namespace table

inline constexpr AttachmentStates kAttachmentStates{table::kQuarantined, table::kAvailable, table::kRejected,
                                                    table::kWithdrawn};

// clang-format off
inline constexpr auto kAttachmentLifecycle = rules::MakeLifecycle<AttachmentState, table::Role>(
    "attachment", /*final_states=*/{table::kWithdrawn},
    {
        // from                                                     event                guard                      roles            to                   fact                         source
        {{},                                                        "receive",           "digest_verified, scanner", table::kSender,  table::kQuarantined, "AttachmentReceived",        "4.0, 5"},
        {{},                                                        "receive_unscanned", "digest_verified",          table::kSender,  table::kAvailable,   "AttachmentReceived",        "4.0, 5"},
        {{},                                                        "record_seen",       "vog",                      table::kWitness, table::kAvailable,   "CertificateOfConductSeen",  "R-002-18, 5"},
        {{table::kQuarantined},                                     "find_clean",        "scanned",                  table::kSystem,  table::kAvailable,   "AttachmentFoundClean",      "5"},
        {{table::kQuarantined},                                     "find_infected",     "scanned",                  table::kSystem,  table::kRejected,    "AttachmentFoundInfected",   "5"},
        {{table::kQuarantined},                                     "note_failed_scan",  "scan_failed",              table::kSystem,  table::kSame,        "AttachmentScanFailed",      "5"},
        {{table::kQuarantined, table::kAvailable},                  "update",            "",                         table::kKeeper,  table::kSame,        "AttachmentUpdated",         "4.0"},
        {{table::kAvailable},                                       "link",              "target_of_same_provider",  table::kSender,  table::kSame,        "AttachmentLinked",          "R-002-13"},
        {{table::kQuarantined, table::kAvailable, table::kRejected}, "unlink",           "linked, reason",           table::kKeeper,  table::kSame,        "AttachmentUnlinked",        "G6"},
        {{table::kQuarantined, table::kAvailable, table::kRejected}, "supersede",        "not_superseded",           table::kSender,  table::kSame,        "AttachmentRevised",         "G6"},
        {{table::kQuarantined, table::kAvailable},                  "mark_expired",      "expiry_passed",            table::kSystem,  table::kSame,        "AttachmentExpired",         "G7"},
        {{table::kQuarantined, table::kAvailable, table::kRejected}, "withdraw",         "reason",                   table::kManager, table::kWithdrawn,   "AttachmentWithdrawn",       "G6"},
    });
// clang-format on

static_assert(rules::IsSound(kAttachmentLifecycle, kAttachmentStates));

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_RULES_LIFECYCLE_H_
