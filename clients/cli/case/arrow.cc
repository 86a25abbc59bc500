#include "clients/cli/case/arrow.h"

#include "absl/strings/match.h"
#include "absl/strings/str_replace.h"
#include "clients/cli/codes.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/text_table.h"
#include "clients/cli/value_text.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::cli {
namespace {

using audit::v1::Event;
using google::protobuf::EnumDescriptor;
using nlohmann::ordered_json;

const EnumDescriptor* StatesOf(absl::string_view resource) {
  struct Kind {
    const char* collection;
    const EnumDescriptor* states;
  };
  const Kind kinds[] = {{"/assessments/", assessment::v1::Assessment::State_descriptor()},
                        {"/improvementPlans/", improvement::v1::ImprovementPlan::State_descriptor()},
                        {"/attentionPoints/", improvement::v1::AttentionPoint::State_descriptor()},
                        {"/steps/", escalation::v1::Step::State_descriptor()},
                        {"/acuteCases/", escalation::v1::AcuteCase::State_descriptor()}};
  for (const Kind& kind : kinds) {
    if (absl::StrContains(resource, kind.collection)) return kind.states;
  }
  return nullptr;
}

std::string LabelOf(const EnumDescriptor& type, const std::string& code, Language language) {
  const auto* value = ValueOf(type, code);
  return value == nullptr ? code : EnumLabel(type, value->number(), language);
}

ordered_json OrNull(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

std::string Dated(const google::protobuf::Timestamp& time, const char* format, absl::TimeZone zone) {
  return absl::FormatTime(format, absl::FromUnixSeconds(time.seconds()) + absl::Nanoseconds(time.nanos()),
                          zone);
}

}  // namespace

std::string StateLabel(const std::string& resource, const std::string& code, Language language) {
  const EnumDescriptor* states = StatesOf(resource);
  return states == nullptr ? code : LabelOf(*states, code, language);
}

std::string LevelLabel(const std::string& code, Language language) {
  return LabelOf(*registry::v1::Level_descriptor(), code, language);
}

ordered_json ArrowJson(const Event& event, absl::TimeZone zone) {
  return {{"journal_sequence", event.sequence()},
          {"time", Dated(event.time(), "%Y-%m-%dT%H:%M:%E*SZ", absl::UTCTimeZone())},
          {"date", Dated(event.time(), "%Y-%m-%d", zone)},
          {"person", event.actor()},
          {"role", OrNull(CodeOf(event.role()))},
          {"on_behalf_of", OrNull(event.on_behalf_of())},
          {"resource", event.resource()},
          {"event", event.kind()},
          {"from_state", OrNull(event.from_state())},
          {"to_state", OrNull(event.to_state())},
          {"level", OrNull(event.level())},
          {"reason", OrNull(event.reason())}};
}

std::string ArrowText(const Event& event, const Style& style) {
  const Language language = style.language;
  std::string states;
  if (!event.to_state().empty() && event.to_state() != event.from_state()) {
    const std::string from = event.from_state().empty()
                                 ? Say(language, "NEW_STATE")
                                 : StateLabel(event.resource(), event.from_state(), language);
    states = absl::StrCat(": ", from, " → ",
                          Bold(style, StateLabel(event.resource(), event.to_state(), language)));
  }
  std::string text =
      absl::StrCat("  ", MomentText(event.time(), style), "  ", EventLabel(event.kind(), language), states);
  if (!event.level().empty()) {
    absl::StrAppend(&text, " [", LevelLabel(event.level(), language), "]");
  }
  const std::string role = EnumLabel(*team::v1::Role_descriptor(), event.role(), language);
  absl::StrAppend(&text, "\n      ", LastId(event.actor()),
                  role.empty() ? "" : absl::StrCat(" (", role, ")"));
  if (!event.on_behalf_of().empty()) {
    absl::StrAppend(&text, " ", Say(language, "ON_BEHALF_OF", {{"provider", LastId(event.on_behalf_of())}}));
  }
  absl::StrAppend(&text, "  ", BelowRegion(event.resource()), "\n");
  if (event.reason().empty()) return text;
  const std::string reason = Printable(event.reason(), /*keep_lines=*/true);
  return absl::StrCat(text, "      “", absl::StrReplaceAll(reason, {{"\n", "\n       "}}), "”\n");
}

}  // namespace waarborg::cli
