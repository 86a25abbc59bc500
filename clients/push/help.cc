#include "clients/push/help.h"

#include "absl/strings/str_cat.h"
#include "clients/cli/text_table.h"

namespace waarborg::push {

std::string HelpText(const cli::Style& style) {
  const auto title = [&style](absl::string_view sentence) {
    return absl::StrCat("\n", cli::Bold(style, cli::Say(style.language, sentence)), "\n");
  };
  const auto text = [&style](absl::string_view sentence) {
    return absl::StrCat(cli::Say(style.language, sentence), "\n");
  };
  return absl::StrCat(text("PUSH_HELP_INTRODUCTION"), title("HELP_USAGE_TITLE"), text("PUSH_HELP_USAGE"),
                      title("PUSH_HELP_INPUT_TITLE"), text("PUSH_HELP_INPUT"), title("PUSH_HELP_FLAGS_TITLE"),
                      text("PUSH_HELP_FLAGS"), title("HELP_EXAMPLES"), text("PUSH_HELP_EXAMPLES"),
                      title("HELP_STATUS_TITLE"), text("PUSH_HELP_STATUS"));
}

std::string FaultText(const cli::Fault& fault, const cli::Style& style) {
  const std::string said = cli::Say(style.language, fault.sentence, fault.values);
  return absl::StrCat(cli::Red(style, absl::StrCat(cli::Say(style.language, "ERROR"), ":")), " ",
                      cli::Printable(said), "\n  ", cli::Say(style.language, "PUSH_SEE_HELP"), "\n");
}

}  // namespace waarborg::push
