// `waarborg lifecycle show NOUN --format=table|mermaid`: a state machine as the server follows it.

#include "absl/strings/match.h"
#include "absl/strings/str_join.h"
#include "clients/cli/error_text.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/response_text.h"
#include "clients/cli/special_commands.h"
#include "waarborg/lifecycle/v1/lifecycle.pb.h"

namespace waarborg::cli {
namespace {

using lifecycle::v1::Lifecycle;
using lifecycle::v1::Transition;

// What is said on the command line, where it is not the machine's own name.
struct Noun {
  absl::string_view noun;
  absl::string_view lifecycle;
};
constexpr Noun kNouns[] = {{"plan", "improvement-plan"},
                           {"escalation", "step"},
                           {"thread", "comment-thread"},
                           {"judgement", "external-judgement"}};

std::string LifecycleName(const std::string& said) {
  if (absl::StrContains(said, '/')) return said;
  for (const Noun& row : kNouns) {
    if (row.noun == said) return absl::StrCat("lifecycles/", row.lifecycle);
  }
  return absl::StrCat("lifecycles/", said);
}

std::string PrintTable(const Lifecycle& lifecycle, const Style& style) {
  const auto say = [&style](absl::string_view sentence) { return Say(style.language, sentence); };
  TextTable table({say("LIFECYCLE_FROM"), say("LIFECYCLE_EVENT"), say("LIFECYCLE_GUARD"),
                   say("LIFECYCLE_ROLES"), say("LIFECYCLE_TO"), say("LIFECYCLE_FACT"),
                   say("LIFECYCLE_SOURCE")});
  for (const Transition& row : lifecycle.transitions()) {
    table.Add({row.from().empty() ? "-" : absl::StrJoin(row.from(), ", "), row.event(), row.guard(),
               absl::StrJoin(row.roles(), ", "), row.to().empty() ? "=" : row.to(), row.fact(),
               row.source()});
  }
  const std::string& title =
      style.language == Language::kNl ? lifecycle.title().nl() : lifecycle.title().en();
  return absl::StrCat(Bold(style, Printable(title)), " (", lifecycle.name(), ")\n", table.Print(style),
                      say("LIFECYCLE_FINAL"), ": ", absl::StrJoin(lifecycle.final_states(), ", "), "\n");
}

std::string LabelOf(const Transition& row) {
  std::string label = row.event();
  if (!row.guard().empty()) absl::StrAppend(&label, " [", row.guard(), "]");
  if (!row.roles().empty()) absl::StrAppend(&label, " ", absl::StrJoin(row.roles(), ", "));
  return label;
}

std::string PrintMermaid(const Lifecycle& lifecycle) {
  std::string text = "stateDiagram-v2\n";
  for (const Transition& row : lifecycle.transitions()) {
    if (row.from().empty()) absl::StrAppend(&text, "    [*] --> ", row.to(), " : ", LabelOf(row), "\n");
    for (const std::string& from : row.from()) {
      absl::StrAppend(&text, "    ", from, " --> ", row.to().empty() ? from : row.to(), " : ", LabelOf(row),
                      "\n");
    }
  }
  for (const std::string& state : lifecycle.final_states())
    absl::StrAppend(&text, "    ", state, " --> [*]\n");
  return text;
}

}  // namespace

ExitStatus ShowLifecycle(const Session& session) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(session.line, {{"format", "table"}});
  if (!flags.ok()) return Fail(session, flags.error());
  const std::string& format = (*flags)["format"];
  if (format != "table" && format != "mermaid") {
    return Fail(session, Fault{"FLAG_VALUE_INVALID", {{"flag", "format"}, {"value", format}}});
  }
  if (session.name.empty()) return Fail(session, Fault{"NAME_EXPECTED", {}});
  lifecycle::v1::GetLifecycleRequest request;
  request.set_name(LifecycleName(session.name));
  const auto answer =
      session.client.Call<Lifecycle>("GetLifecycle", request, /*as_member=*/"", session.CallAsNobody());
  if (!answer.ok()) return Fail(session, answer.error());
  if (format == "mermaid") {
    session.out << PrintMermaid(*answer);
  } else {
    session.out << (session.json() ? PrintJson(*answer) : PrintTable(*answer, session.style));
  }
  return kOk;
}

}  // namespace waarborg::cli
