#include "services/lifecycle/tables.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/call/code.h"
#include "services/escalation/rules/lifecycle.h"
#include "services/improvement/rules/lifecycle.h"
#include "services/rules/lifecycle_view.h"

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
      LifecycleOf("attention-point", {"Aandachtspunt", "Attention point"},
                  rules::View(improvement::kAttentionPointLifecycle),
                  *improvement::v1::AttentionPoint::State_descriptor()),
      LifecycleOf("improvement-plan", {"Verbeterplan", "Improvement plan"},
                  rules::View(improvement::kImprovementPlanLifecycle),
                  *improvement::v1::ImprovementPlan::State_descriptor()),
      LifecycleOf("step", {"Stap op de escalatieladder", "Step on the escalation ladder"},
                  rules::View(escalation::kStepLifecycle), *escalation::v1::Step::State_descriptor()),
  };
}

}  // namespace

const std::vector<v1::Lifecycle>& Lifecycles() {
  static const auto* const lifecycles = new std::vector<v1::Lifecycle>(MakeLifecycles());
  return *lifecycles;
}

}  // namespace waarborg::lifecycle
