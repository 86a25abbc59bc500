#ifndef WAARBORG_SERVICES_REGISTRY_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_LIFECYCLE_H_

// The lives of a certificate, of a recurring obligation and of an external judgement. Sources are sections of
// the domain reference ("4.6") and numbered requirements. Every act of a provider may also be entered namens
// aanbieder.

#include "services/rules/lifecycle.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::registry {

using CertificateState = ::waarborg::registry::v1::Certificate::State;
using ObligationState = ::waarborg::registry::v1::Obligation::State;
using JudgementState = ::waarborg::registry::v1::ExternalJudgement::State;
using CertificateStates = rules::EnumSet<CertificateState>;

namespace table {

using rules::kSame;
using team::v1::Role;
using team::v1::ROLE_ADMINISTRATOR;
using team::v1::ROLE_CONTRACT_MANAGER;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SYSTEM;
using Cert = ::waarborg::registry::v1::Certificate;

inline constexpr CertificateState kAppointment = Cert::STATE_APPOINTMENT_MADE;
inline constexpr CertificateState kClaimed = Cert::STATE_CLAIMED;
inline constexpr CertificateState kValid = Cert::STATE_VALID;
inline constexpr CertificateState kRejected = Cert::STATE_REJECTED;
inline constexpr CertificateState kExpiring = Cert::STATE_EXPIRING;
inline constexpr CertificateState kExpired = Cert::STATE_EXPIRED;
inline constexpr CertificateState kReplaced = Cert::STATE_SUPERSEDED;
inline constexpr CertificateState kSuspended = Cert::STATE_SUSPENDED;
inline constexpr CertificateState kWithdrawn = Cert::STATE_WITHDRAWN;

inline constexpr ObligationState kOpen = ::waarborg::registry::v1::Obligation::STATE_OPEN;
inline constexpr ObligationState kWaived = ::waarborg::registry::v1::Obligation::STATE_WAIVED;

inline constexpr JudgementState kRecorded = ::waarborg::registry::v1::ExternalJudgement::STATE_RECORDED;
inline constexpr JudgementState kSuperseded = ::waarborg::registry::v1::ExternalJudgement::STATE_SUPERSEDED;

inline constexpr rules::EnumSet<Role> kManager{ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kProvider{ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kDeliverer{ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER,
                                                 ROLE_CONTRACT_MANAGER};
inline constexpr rules::EnumSet<Role> kRecorder{ROLE_QUALITY_MANAGER, ROLE_CONTRACT_MANAGER};
inline constexpr rules::EnumSet<Role> kKeeper{ROLE_QUALITY_MANAGER, ROLE_CONTRACT_MANAGER,
                                              ROLE_ADMINISTRATOR};
inline constexpr rules::EnumSet<Role> kTimer{ROLE_SYSTEM};

}  // namespace table

// A certificate in force: checked, and not fallen away.
inline constexpr CertificateStates kInForce{table::kValid, table::kExpiring};
inline constexpr CertificateStates kEndedCertificateStates{table::kRejected, table::kExpired,
                                                           table::kReplaced, table::kWithdrawn};
inline constexpr CertificateStates kCertificateStates =
    kInForce | kEndedCertificateStates |
    CertificateStates{table::kAppointment, table::kClaimed, table::kSuspended};

// clang-format off
inline constexpr auto kCertificateLifecycle = rules::MakeLifecycle<CertificateState, table::Role>(
    "certificate", /*final_states=*/kEndedCertificateStates - CertificateStates{table::kExpired},
    {
        // from                                                 event                        guard                               roles             to                   fact                        source
        {{},                                                    "announce_appointment",      "entrant_or_not_certified",         table::kProvider, table::kAppointment, "AppointmentAnnounced",     "R-000-05, 4.6"},
        {{},                                                    "register",                  "fields_complete, within_term",     table::kProvider, table::kClaimed,     "CertificateRegistered",    "R-000-08, 4.6"},
        {{table::kAppointment},                                 "register",                  "fields_complete, within_term",     table::kProvider, table::kClaimed,     "CertificateRegistered",    "R-000-08, 4.6"},
        {{table::kClaimed},                                     "verify_ok",                 "consulted, all_matches, running",  table::kManager,  table::kValid,       "CertificateVerified",      "R-000-10, 4.6"},
        {{table::kClaimed},                                     "verify_failed",             "reason",                           table::kManager,  table::kRejected,    "CertificateRejected",      "4.6"},
        {kInForce,                                              "scope_mismatch",            "contract_not_covered, reason",     table::kManager,  table::kSame,        "CertificateOutOfScope",    "R-000-08, R-000-17, 4.6"},
        {kInForce,                                              "clear_scope_mismatch",      "flagged, reason",                  table::kManager,  table::kSame,        "ScopeMismatchCleared",     "4.6"},
        {kInForce,                                              "record_surveillance",       "surveillance_awaited",             table::kProvider, table::kSame,        "SurveillanceRecorded",     "R-000-17"},
        {kInForce,                                              "mark_surveillance_overdue", "due_passed",                       table::kTimer,    table::kSame,        "SurveillanceOverdue",      "G7, R-000-17"},
        {{table::kValid},                                       "expiry_near",               "warning_passed",                   table::kTimer,    table::kExpiring,    "CertificateExpiring",      "G7, 4.6"},
        {kInForce | CertificateStates{table::kExpired},         "renew",                     "successor_valid",                  table::kManager,  table::kReplaced,    "CertificateRenewed",       "4.6"},
        {{table::kValid, table::kExpiring, table::kSuspended},  "expire",                    "end_passed",                       table::kTimer,    table::kExpired,     "CertificateExpired",       "R-000-08, 4.6"},
        {kInForce,                                              "suspend",                   "reason",                           table::kManager,  table::kSuspended,   "CertificateSuspended",     "4.6"},
        {{table::kValid, table::kExpiring, table::kSuspended},  "withdraw",                  "reason",                           table::kManager,  table::kWithdrawn,   "CertificateWithdrawn",     "4.6"},
        {{table::kSuspended},                                   "reinstate",                 "consulted, all_matches, running",  table::kManager,  table::kValid,       "CertificateReinstated",    "R-000-10, 4.6"},
        {{table::kSuspended, table::kExpired, table::kWithdrawn, table::kReplaced}, "record_review",           "criterion_for_review",             table::kManager,  table::kSame,        "CertificateReviewRecorded", "R-000-06, 4.6"},
    });

inline constexpr auto kObligationLifecycle = rules::MakeLifecycle<ObligationState, table::Role>(
    "obligation", /*final_states=*/{},
    {
        // from              event           guard             roles               to              fact                   source
        {{},                 "open",         "rule_of_sector", table::kKeeper,     table::kOpen,   "ObligationOpened",    "R-003-09, R-003-10"},
        {{table::kOpen},     "deliver",      "document",       table::kDeliverer,  table::kSame,   "ObligationDelivered", "R-003-09, R-003-10"},
        {{table::kOpen},     "mark_overdue", "due_passed",     table::kTimer,      table::kSame,   "ObligationOverdue",   "G7"},
        {{table::kOpen},     "waive",        "reason",         table::kManager,    table::kWaived, "ObligationWaived",    "G1"},
        {{table::kWaived},   "resume",       "reason",         table::kManager,    table::kOpen,   "ObligationResumed",   "G1"},
    });

inline constexpr auto kExternalJudgementLifecycle = rules::MakeLifecycle<JudgementState, table::Role>(
    "external_judgement", /*final_states=*/{table::kSuperseded},
    {
        // from                event                guard                       roles             to                  fact                           source
        {{},                   "record",            "summary",                  table::kRecorder, table::kRecorded,   "ExternalJudgementRecorded",   "R-003-15"},
        {{table::kRecorded},   "record_divergence", "touched_criteria, reason", table::kManager,  table::kSame,       "DivergenceRecorded",          "R-003-15"},
        {{table::kRecorded},   "supersede",         "successor_later, reason",  table::kRecorder, table::kSuperseded, "ExternalJudgementSuperseded", "G6"},
    });
// clang-format on

static_assert(rules::IsSound(kCertificateLifecycle, kCertificateStates));
static_assert(rules::IsSound(kObligationLifecycle,
                             rules::EnumSet<ObligationState>{table::kOpen, table::kWaived}));
static_assert(rules::IsSound(kExternalJudgementLifecycle,
                             rules::EnumSet<JudgementState>{table::kRecorded, table::kSuperseded}));

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_LIFECYCLE_H_
