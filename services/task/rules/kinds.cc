#include "services/task/rules/kinds.h"

#include <algorithm>

namespace waarborg::task {
namespace {

using v1::Task;

constexpr auto kStarts = KindRow::Opens::kWhenTermStarts;
constexpr auto kPasses = KindRow::Opens::kWhenTermPasses;
constexpr team::v1::Role kManager = team::v1::ROLE_QUALITY_MANAGER;
constexpr team::v1::Role kReader = team::v1::ROLE_SECOND_READER;
constexpr team::v1::Role kDecider = team::v1::ROLE_DECISION_MAKER;
constexpr team::v1::Role kContract = team::v1::ROLE_CONTRACT_MANAGER;
constexpr team::v1::Role kAuditor = team::v1::ROLE_AUDITOR;

// clang-format off
constexpr KindRow kRows[] = {
    {"assessment.response-due",                Task::KIND_RESPONSE_MISSING,    kManager, kPasses},
    {"assessment.confirmation-due",            Task::KIND_CONFIRM_ASSESSMENT,  kReader,  kStarts},
    {"improvement.submission-due",             Task::KIND_PLAN_OVERDUE,        kManager, kPasses},
    {"improvement.judgement-due",              Task::KIND_JUDGE_PLAN,          kManager, kStarts},
    {"improvement.item-due",                   Task::KIND_PLAN_STANDS_STILL,   kManager, kPasses},
    {"improvement.end-date",                   Task::KIND_PLAN_RAN_OUT,        kManager, kPasses},
    {"improvement.re-assessment-due",          Task::KIND_RE_ASSESS_PLAN,      kManager, kStarts},
    {"improvement.confirmation-due",           Task::KIND_CONFIRM_PLAN,        kReader,  kStarts},
    {"escalation.hearing-due",                 Task::KIND_DECIDE_STEP,         kDecider, kPasses},
    {"escalation.step-confirmation-due",       Task::KIND_CONFIRM_STEP,        kReader,  kStarts},
    {"escalation.withdrawal-confirmation-due", Task::KIND_CONFIRM_WITHDRAWAL,  kReader,  kStarts},
    {"escalation.acute-response-due",          Task::KIND_ANSWER_ACUTE_CASE,   kDecider, kStarts},
    {"escalation.provisional-lapse",           Task::KIND_RATIFY_MEASURE,      kDecider, kStarts},
    {"escalation.provisional-lapse",           Task::KIND_MEASURE_LAPSED,      kDecider, kPasses, false},
    {"escalation.provisional-lapse",           Task::KIND_MEASURE_LAPSED,      kAuditor, kPasses, false},
    {"escalation.hear-afterwards-due",         Task::KIND_HEAR_AFTERWARDS,     kManager, kStarts},
    {"escalation.dismissal-confirmation-due",  Task::KIND_CONFIRM_DISMISSAL,   kReader,  kStarts},
    {"escalation.evaluation-due",              Task::KIND_EVALUATE_MEASURE,    kDecider, kPasses},
    {"incident.acknowledge-due",               Task::KIND_ACKNOWLEDGE_INCIDENT, kManager, kPasses},
    {"incident.inquiry-due",                   Task::KIND_INQUIRY_UNANSWERED,  kManager, kPasses},
    {"registry.expiry-near",                   Task::KIND_CERTIFICATE_EXPIRES, kContract, kPasses},
    {"registry.certificate-end",               Task::KIND_CERTIFICATE_EXPIRED, kManager, kPasses, false},
    {"registry.surveillance-due",              Task::KIND_SURVEILLANCE_MISSING, kContract, kPasses},
    {"registry.obligation-due",                Task::KIND_OBLIGATION_OVERDUE,  kContract, kPasses},
};
// clang-format on

}  // namespace

absl::Span<const KindRow> KindRows() { return kRows; }

const KindRow* RowOf(v1::Task::Kind kind) {
  const auto* const found = std::find_if(std::begin(kRows), std::end(kRows),
                                         [kind](const KindRow& row) { return row.kind == kind; });
  return found == std::end(kRows) ? nullptr : found;
}

}  // namespace waarborg::task
