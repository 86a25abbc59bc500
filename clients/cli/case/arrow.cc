#include "clients/cli/case/arrow.h"

#include "absl/strings/str_replace.h"
#include "clients/cli/coded_text.h"
#include "clients/cli/codes.h"
#include "clients/cli/dates.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/text_table.h"

namespace waarborg::cli {
namespace {

using audit::v1::Event;
using nlohmann::ordered_json;

ordered_json OrNull(const std::string& text) {
  return text.empty() ? ordered_json(nullptr) : ordered_json(text);
}

std::string Rfc3339(const google::protobuf::Timestamp& time) {
  return absl::FormatTime("%Y-%m-%dT%H:%M:%E*SZ", ToTime(time), absl::UTCTimeZone());
}

}  // namespace

ordered_json ArrowJson(const Event& event) {
  return {{"journal_sequence", event.sequence()},
          {"time", Rfc3339(event.time())},
          {"date", FormatDay(event.time())},
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
      absl::StrCat("  ", FormatMoment(event.time()), "  ", EventLabel(event.kind(), language), states);
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
