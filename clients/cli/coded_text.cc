#include "clients/cli/coded_text.h"

#include <array>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "clients/cli/codes.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/comment/v1/comment.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/task/v1/task.pb.h"

namespace waarborg::cli {
namespace {

using google::protobuf::EnumDescriptor;

const EnumDescriptor* StatesOf(absl::string_view resource) {
  struct Kind {
    const char* collection;
    const EnumDescriptor* states;
  };
  const std::array<Kind, 13> kinds = {
      {{"/comments/", comment::v1::Comment::State_descriptor()},
       {"/threads/", comment::v1::Thread::State_descriptor()},
       {"/assessments/", assessment::v1::Assessment::State_descriptor()},
       {"/improvementPlans/", improvement::v1::ImprovementPlan::State_descriptor()},
       {"/certificates/", registry::v1::Certificate::State_descriptor()},
       {"/obligations/", registry::v1::Obligation::State_descriptor()},
       {"/externalJudgements/", registry::v1::ExternalJudgement::State_descriptor()},
       {"/attentionPoints/", improvement::v1::AttentionPoint::State_descriptor()},
       {"/steps/", escalation::v1::Step::State_descriptor()},
       {"/acuteCases/", escalation::v1::AcuteCase::State_descriptor()},
       {"/incidents/", incident::v1::Incident::State_descriptor()},
       {"/attachments/", evidence::v1::Attachment::State_descriptor()},
       {"/tasks/", task::v1::Task::State_descriptor()}}};
  for (const Kind& kind : kinds) {
    if (absl::StrContains(resource, kind.collection)) return kind.states;
  }
  return nullptr;
}

}  // namespace

std::string CodeLabel(const EnumDescriptor& type, const std::string& code, Language language) {
  const auto* value = ValueOf(type, code);
  return value == nullptr ? code : EnumLabel(type, value->number(), language);
}

std::string StateLabel(const std::string& resource, const std::string& code, Language language) {
  const EnumDescriptor* states = StatesOf(resource);
  return states == nullptr ? code : CodeLabel(*states, code, language);
}

bool HasStates(const std::string& resource) { return StatesOf(resource) != nullptr; }

std::string LevelLabel(const std::string& code, Language language) {
  return CodeLabel(*registry::v1::Level_descriptor(), code, language);
}

std::string ChoiceLabel(const std::string& choice, Language language) {
  const std::vector<std::string> parts = absl::StrSplit(choice, absl::MaxSplits(':', 1));
  const std::string label = LabelIn("choices", parts[0], language);
  return parts.size() == 1 ? label : absl::StrCat(label, " ", parts[1]);
}

std::string TermRuleLabel(const std::string& rule, Language language) {
  const std::vector<std::string> term = absl::StrSplit(rule, absl::MaxSplits('=', 1));
  if (term.size() == 2) return absl::StrCat(LabelIn("fields", term[0], language), ": ", term[1]);
  const std::vector<std::string> words = absl::StrSplit(rule, absl::MaxSplits(' ', 1));
  return words.size() == 2 ? absl::StrCat(LabelIn("term_rules", words[0], language), " ", words[1]) : rule;
}

std::string FieldText(const google::protobuf::FieldDescriptor& field, const std::string& text,
                      Language language) {
  const std::string& name = field.name();
  if (name == "choices_required" || name == "choice") return ChoiceLabel(text, language);
  if (name == "response_rule" || name == "rule") return TermRuleLabel(text, language);
  return text;
}

}  // namespace waarborg::cli
