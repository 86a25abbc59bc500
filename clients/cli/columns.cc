#include "clients/cli/columns.h"

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"

namespace waarborg::cli {
namespace {

struct Row {
  absl::string_view message;
  absl::string_view fields;
};

constexpr Row kRows[] = {
    {"waarborg.framework.v1.FrameworkVersion", "name title publish_time content_hash"},
    {"waarborg.registry.v1.Region", "name title kind current_policy"},
    {"waarborg.registry.v1.PolicyVersion", "name overall_reading publish_time"},
    {"waarborg.registry.v1.Provider", "name title profile kinds_of_care kvk_number inactive"},
    {"waarborg.registry.v1.Location", "name title place kinds_of_care"},
    {"waarborg.registry.v1.Contract",
     "name commissioning_body legal_basis framework_version start_date end_date"},
    {"waarborg.registry.v1.Certificate",
     "name norm state organisation start_date end_date surveillance_overdue"},
    {"waarborg.registry.v1.Norm", "id title longest_months surveillance_months public_register"},
    {"waarborg.registry.v1.Obligation", "name state due_date overdue update_time"},
    {"waarborg.registry.v1.ObligationRule", "id sector title every_months due_month due_day"},
    {"waarborg.registry.v1.ExternalJudgement", "name state issuer date document"},
    {"waarborg.registry.v1.JudgementToWeigh",
     "external_judgement issuer date criteria diverging reason_wanted"},
    {"waarborg.incident.v1.Incident",
     "name provider kind state occurrence_time author receive_time summary acknowledge_overdue"},
    {"waarborg.evidence.v1.Attachment",
     "name provider state title evidence_type confidentiality size_bytes author receive_time"},
    {"waarborg.comment.v1.Comment", "name state author create_time shared_with_provider text"},
    {"waarborg.team.v1.Member", "name display_name roles expertise provider inactive"},
    {"waarborg.assessment.v1.Assessment", "name provider kind state legal_basis outcome update_time"},
    {"waarborg.assessment.v1.Finding", "name score methods carried_over author time"},
    {"waarborg.assessment.v1.DecisionRecord", "name supersedes outcome author time"},
    {"waarborg.improvement.v1.ImprovementPlan",
     "name provider assessment state version end_date overdue update_time"},
    {"waarborg.improvement.v1.AttentionPoint", "name state criterion score update_time"},
    {"waarborg.escalation.v1.Standing",
     "commissioning_body level provisional since end_date evaluation_date open_step open_acute_case"},
    {"waarborg.escalation.v1.Step",
     "name commissioning_body state from_level proposed_level decided_level update_time"},
    {"waarborg.escalation.v1.AcuteCase",
     "name commissioning_body state provisional_level lapse_time update_time"},
    {"waarborg.task.v1.Task", "name kind resource role assignee due_time state"},
    {"waarborg.term.v1.Term", "resource kind due_time rule suspend_time"},
    {"waarborg.risk.v1.RiskView", "rank provider total open_assessment partial"},
    {"waarborg.audit.v1.Event", "sequence time actor role kind resource from_state to_state level"},
    {"waarborg.audit.v1.Leaf", "sequence content"},
    {"waarborg.lifecycle.v1.Lifecycle", "name title states"},
};

}  // namespace

std::vector<std::string> KnownColumns(const google::protobuf::Descriptor& message) {
  for (const Row& row : kRows) {
    if (row.message == message.full_name()) return absl::StrSplit(row.fields, ' ');
  }
  return {};
}

}  // namespace waarborg::cli
