#ifndef WAARBORG_SERVICES_INCIDENT_RULES_LIFECYCLE_H_
#define WAARBORG_SERVICES_INCIDENT_RULES_LIFECYCLE_H_

// The life of an incident report (melding). Sources are sections of the domain reference ("4.5") and numbered
// requirements. What a provider delivers may also be entered by the quality manager, namens aanbieder. That a
// repeated event is answered with its first receipt is no transition: nothing happens then.

#include "services/rules/lifecycle.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::incident {

using IncidentState = ::waarborg::incident::v1::Incident::State;
using IncidentStates = rules::EnumSet<IncidentState>;

namespace table {

using rules::kSame;
using team::v1::Role;
using team::v1::ROLE_INCIDENT_CLIENT;
using team::v1::ROLE_PROVIDER_USER;
using team::v1::ROLE_QUALITY_MANAGER;
using team::v1::ROLE_SYSTEM;
using Report = ::waarborg::incident::v1::Incident;

inline constexpr IncidentState kReceived = Report::STATE_RECEIVED;
inline constexpr IncidentState kTriaged = Report::STATE_TRIAGED;
inline constexpr IncidentState kDuplicate = Report::STATE_DUPLICATE;
inline constexpr IncidentState kForwarded = Report::STATE_FORWARDED;
inline constexpr IncidentState kProviderInquiry = Report::STATE_PROVIDER_INQUIRY;
inline constexpr IncidentState kReportIn = Report::STATE_REPORT_IN;
inline constexpr IncidentState kOwnInquiry = Report::STATE_OWN_INQUIRY;
inline constexpr IncidentState kConcluded = Report::STATE_CONCLUDED;
inline constexpr IncidentState kClosed = Report::STATE_CLOSED;
inline constexpr IncidentState kWithdrawn = Report::STATE_WITHDRAWN;

inline constexpr rules::EnumSet<Role> kManager{ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kProvider{ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kSender{ROLE_INCIDENT_CLIENT, ROLE_PROVIDER_USER, ROLE_QUALITY_MANAGER};
inline constexpr rules::EnumSet<Role> kTimer{ROLE_SYSTEM};

}  // namespace table

inline constexpr IncidentStates kIncidentStates{
    table::kReceived, table::kTriaged,    table::kDuplicate, table::kForwarded, table::kProviderInquiry,
    table::kReportIn, table::kOwnInquiry, table::kConcluded, table::kClosed,    table::kWithdrawn};
// CLOSED is not among them: new facts reopen it.
inline constexpr IncidentStates kEndedIncidentStates{table::kDuplicate, table::kForwarded, table::kWithdrawn};

// clang-format off
inline constexpr auto kIncidentLifecycle = rules::MakeLifecycle<IncidentState, table::Role>(
    "incident", /*final_states=*/kEndedIncidentStates,
    {
        // from                                     event                       guard                                   roles             to                       fact                       source
        {{},                                        "submit_incident",          "report_valid, provider_known, occurred_before_now, id_not_seen", table::kSender, table::kReceived, "IncidentReceived", "R-002-19, 4.5"},
        {{table::kReceived},                        "mark_acknowledge_overdue", "due_passed",                           table::kTimer,    table::kSame,            "AcknowledgementOverdue",  "G7, 4.4.4"},
        {{table::kReceived},                        "mark_duplicate",           "same_provider, reason",                table::kManager,  table::kDuplicate,       "DuplicateMarked",         "4.5"},
        {{table::kReceived},                        "triage",                   "tests_answered, severity",             table::kManager,  table::kTriaged,         "IncidentTriaged",         "R-003-29, 4.5"},
        {{table::kReceived, table::kTriaged},       "withdraw_incident",        "reason_of_reporter",                   table::kManager,  table::kWithdrawn,       "IncidentWithdrawn",       "4.5"},
        {{table::kTriaged},                         "forward",                  "authority, proof",                     table::kManager,  table::kForwarded,       "IncidentForwarded",       "Jeugdwet 4.1.8, 4.5"},
        {{table::kTriaged},                         "ask_provider_inquiry",     "term",                                 table::kManager,  table::kProviderInquiry, "ProviderInquiryAsked",    "4.5"},
        {{table::kProviderInquiry},                 "mark_inquiry_overdue",     "due_passed",                           table::kTimer,    table::kSame,            "InquiryOverdue",          "G7, 4.5"},
        {{table::kProviderInquiry},                 "deliver_report",           "cause, actions",                       table::kProvider, table::kReportIn,        "InquiryReportDelivered",  "R-004-08, 4.5"},
        {{table::kReportIn},                        "find_insufficient",        "reason",                               table::kManager,  table::kProviderInquiry, "ReportFoundInsufficient", "4.5"},
        {{table::kTriaged, table::kReportIn},       "start_own_inquiry",        "reason",                               table::kManager,  table::kOwnInquiry,      "OwnInquiryStarted",       "R-002-22, 4.5"},
        {{table::kTriaged},                         "register_only",            "reason",                               table::kManager,  table::kConcluded,       "IncidentRegisteredOnly",  "4.5"},
        {{table::kReportIn, table::kOwnInquiry},    "conclude_incident",        "conclusion, lessons",                  table::kManager,  table::kConcluded,       "IncidentConcluded",       "R-000-13, 4.5"},
        {{table::kConcluded},                       "close_incident",           "",                                     table::kManager,  table::kClosed,          "IncidentClosed",          "4.5"},
        {{table::kConcluded, table::kClosed},       "reopen_incident",          "new_facts",                            table::kManager,  table::kTriaged,         "IncidentReopened",        "4.5"},
    });
// clang-format on

static_assert(rules::IsSound(kIncidentLifecycle, kIncidentStates));

}  // namespace waarborg::incident

#endif  // WAARBORG_SERVICES_INCIDENT_RULES_LIFECYCLE_H_
