#include "services/lifecycle/tables.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/call/code.h"
#include "services/comment/rules/lifecycle.h"
#include "services/escalation/rules/lifecycle.h"
#include "services/evidence/rules/lifecycle.h"
#include "services/improvement/rules/lifecycle.h"
#include "services/incident/rules/lifecycle.h"
#include "services/registry/rules/lifecycle.h"
#include "services/rules/lifecycle_view.h"
#include "services/task/rules/lifecycle.h"

namespace waarborg::lifecycle {
namespace {

using google::protobuf::EnumDescriptor;

struct Title {
  absl::string_view nl, en;
};

template <class Codes>
void AddCodes(const EnumDescriptor& type, const std::vector<int>& numbers, Codes& codes) {
  for (const int number : numbers) *codes.Add() = call::CodeOf(type, number);
}

v1::Transition TransitionOf(const rules::RowView& row, const EnumDescriptor& states) {
  v1::Transition transition;
  AddCodes(states, row.from, *transition.mutable_from());
  transition.set_event(std::string(row.event));
  transition.set_guard(std::string(row.guard));
  AddCodes(*team::v1::Role_descriptor(), row.roles, *transition.mutable_roles());
  transition.set_to(call::CodeOf(states, row.to));
  transition.set_fact(std::string(row.fact));
  transition.set_source(std::string(row.source));
  return transition;
}

v1::Lifecycle LifecycleOf(absl::string_view id, const Title& title, const rules::LifecycleView& view,
                          const EnumDescriptor& states) {
  v1::Lifecycle lifecycle;
  lifecycle.set_name(absl::StrCat("lifecycles/", id));
  lifecycle.mutable_title()->set_nl(std::string(title.nl));
  lifecycle.mutable_title()->set_en(std::string(title.en));
  for (int i = 0; i < states.value_count(); ++i) {
    const int number = states.value(i)->number();
    if (number != 0) lifecycle.add_states(call::CodeOf(states, number));
  }
  AddCodes(states, view.final_states, *lifecycle.mutable_final_states());
  for (const rules::RowView& row : view.rows) *lifecycle.add_transitions() = TransitionOf(row, states);
  return lifecycle;
}

std::vector<v1::Lifecycle> MakeLifecycles() {
  return {
      LifecycleOf("acute-case", {"Acute zaak", "Acute case"}, rules::View(escalation::kAcuteCaseLifecycle),
                  *escalation::v1::AcuteCase::State_descriptor()),
      LifecycleOf("assessment", {"Toetsing en hertoets", "Assessment and re-assessment"},
                  rules::View(assessment::kAssessmentLifecycle),
                  *assessment::v1::Assessment::State_descriptor()),
      LifecycleOf("attachment", {"Bewijsstuk", "Attachment"}, rules::View(evidence::kAttachmentLifecycle),
                  *evidence::v1::Attachment::State_descriptor()),
      LifecycleOf("attention-point", {"Aandachtspunt", "Attention point"},
                  rules::View(improvement::kAttentionPointLifecycle),
                  *improvement::v1::AttentionPoint::State_descriptor()),
      LifecycleOf("certificate", {"Certificaat", "Certificate"}, rules::View(registry::kCertificateLifecycle),
                  *registry::v1::Certificate::State_descriptor()),
      LifecycleOf("comment", {"Opmerking", "Comment"}, rules::View(comment::kCommentLifecycle),
                  *comment::v1::Comment::State_descriptor()),
      LifecycleOf("comment-thread", {"Gesprek", "Thread of comments"}, rules::View(comment::kThreadLifecycle),
                  *comment::v1::Thread::State_descriptor()),
      LifecycleOf("external-judgement", {"Oordeel van een ander", "External judgement"},
                  rules::View(registry::kExternalJudgementLifecycle),
                  *registry::v1::ExternalJudgement::State_descriptor()),
      LifecycleOf("improvement-plan", {"Verbeterplan", "Improvement plan"},
                  rules::View(improvement::kImprovementPlanLifecycle),
                  *improvement::v1::ImprovementPlan::State_descriptor()),
      LifecycleOf("incident", {"Melding", "Incident report"}, rules::View(incident::kIncidentLifecycle),
                  *incident::v1::Incident::State_descriptor()),
      LifecycleOf("obligation", {"Periodieke verplichting", "Recurring obligation"},
                  rules::View(registry::kObligationLifecycle), *registry::v1::Obligation::State_descriptor()),
      LifecycleOf("step", {"Stap op de escalatieladder", "Step on the escalation ladder"},
                  rules::View(escalation::kStepLifecycle), *escalation::v1::Step::State_descriptor()),
      LifecycleOf("task", {"Taak", "Task"}, rules::View(task::kTaskLifecycle),
                  *task::v1::Task::State_descriptor()),
  };
}

}  // namespace

const std::vector<v1::Lifecycle>& Lifecycles() {
  static const auto* const lifecycles = new std::vector<v1::Lifecycle>(MakeLifecycles());
  return *lifecycles;
}

}  // namespace waarborg::lifecycle
