#include "clients/cli/help.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_replace.h"
#include "absl/time/clock.h"
#include "clients/cli/codes.h"
#include "clients/cli/dates.h"
#include "clients/cli/field_value.h"
#include "clients/cli/request.h"
#include "clients/cli/request_shape.h"
#include "clients/cli/text_table.h"
#include "clients/cpp/services.h"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

std::string Title(absl::string_view sentence, const Style& style) {
  return absl::StrCat("\n", Bold(style, Say(style.language, sentence)), "\n");
}

// The codes of an enum, on lines of at most this many characters.
constexpr std::size_t kCodeLine = 90;

// Names and what they are, in two columns; below a name may stand what it can be.
class Glossary final {
 public:
  void Add(std::string name, std::string text, const std::vector<std::string>& codes = {}) {
    rows_.push_back({.name = std::move(name), .text = std::move(text), .codes = codes});
  }

  [[nodiscard]] std::string Print() const {
    std::size_t width = 0;
    for (const Row& row : rows_) width = std::max(width, WidthOf(row.name));
    std::string printed;
    for (const Row& row : rows_) {
      absl::StrAppend(&printed, "  ", row.name, std::string(width + 2 - WidthOf(row.name), ' '), row.text,
                      "\n", PrintCodes(row.codes));
    }
    return printed;
  }

 private:
  struct Row {
    std::string name;
    std::string text;
    std::vector<std::string> codes;
  };

  static std::string PrintCodes(const std::vector<std::string>& codes) {
    std::string printed;
    std::string line;
    for (const std::string& code : codes) {
      if (!line.empty() && line.size() + code.size() > kCodeLine) {
        absl::StrAppend(&printed, "        ", line, "\n");
        line.clear();
      }
      absl::StrAppend(&line, line.empty() ? "" : " ", code);
    }
    return line.empty() ? printed : absl::StrCat(printed, "        ", line, "\n");
  }

  std::vector<Row> rows_;
};

std::string TextFor(const nlohmann::json* entry, Language language) {
  return entry == nullptr ? "" : TextOf(*entry, language);
}

std::string FlagName(const FieldDescriptor& field) {
  return absl::StrCat("--", absl::StrReplaceAll(field.name(), {{"_", "-"}}), "=");
}

// Fields that the caller sees to otherwise: NAME, the parts of a resource that only the server writes.
bool IsForCaller(const FieldDescriptor& field, bool embedded) {
  return !IsOutputOnly(field) && !(embedded && field.name() == "name");
}

void AddFields(const Descriptor& type, bool embedded, Language language, Glossary& glossary) {
  const std::vector<const FieldDescriptor*> resources =
      embedded ? std::vector<const FieldDescriptor*>{} : EmbeddedResources(type);
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (!IsForCaller(field, embedded)) continue;
    if (std::find(resources.begin(), resources.end(), &field) != resources.end()) {
      AddFields(*field.message_type(), /*embedded=*/true, language, glossary);
      continue;
    }
    const std::string name =
        absl::StrCat(IsRequired(field) ? "* " : "  ", FlagName(field), DescribeType(field, language));
    glossary.Add(name, FieldLabel(field, language),
                 field.enum_type() == nullptr ? std::vector<std::string>{} : CodesOf(*field.enum_type()));
  }
}

std::string OwnFlagsOf(const nlohmann::json& help, Language language) {
  Glossary flags;
  const auto found = help.find("flags");
  if (found == help.end()) return "";
  for (const auto& [flag, text] : found->items()) flags.Add("  " + flag, TextOf(text, language));
  return flags.Print();
}

std::string Common(const Style& style) {
  return absl::StrCat(Title("HELP_COMMON_TITLE", style), Say(style.language, "HELP_COMMON"), "\n");
}

absl::CivilDay Today() { return absl::ToCivilDay(absl::Now(), Amsterdam()); }

}  // namespace

std::string ExampleOf(const std::string& command, absl::CivilDay today) {
  const nlohmann::json* help = CommandHelp(command);
  if (help == nullptr) return "";
  const std::string text = help->value("example", "");
  absl::string_view rest = text;
  std::string example;
  constexpr absl::string_view kDay = "${day";
  for (std::size_t at = rest.find(kDay); at != absl::string_view::npos; at = rest.find(kDay)) {
    const absl::string_view after = rest.substr(at + kDay.size());
    const std::size_t end = after.find('}');
    int days = 0;
    if (end == absl::string_view::npos || !absl::SimpleAtoi(after.substr(0, end), &days)) break;
    absl::StrAppend(&example, rest.substr(0, at), absl::FormatCivilTime(today + days));
    rest = after.substr(end + 1);
  }
  return absl::StrCat(example, rest);
}

std::string HelpForAll(const Style& style) {
  const Language language = style.language;
  Glossary nouns;
  for (const std::string& noun : Nouns()) nouns.Add(noun, TextFor(NounHelp(noun), language));
  return absl::StrCat(Say(language, "HELP_INTRODUCTION"), "\n", Title("HELP_USAGE_TITLE", style),
                      Say(language, "HELP_USAGE"), "\n", Title("HELP_NOUNS", style), nouns.Print(),
                      Common(style), Title("HELP_EXAMPLES", style), Say(language, "HELP_ALL_EXAMPLES"), "\n",
                      Title("HELP_STATUS_TITLE", style), Say(language, "HELP_STATUS"), "\n");
}

std::string HelpForNoun(const std::string& noun, const Style& style) {
  const Language language = style.language;
  Glossary verbs;
  std::string example;
  for (const Command& command : Commands()) {
    if (command.noun != noun) continue;
    const nlohmann::json* help = CommandHelp(NameOf(command));
    verbs.Add(NameOf(command), TextFor(help, language));
    if (help != nullptr) absl::StrAppend(&example, "  ", ExampleOf(NameOf(command), Today()), "\n");
  }
  return absl::StrCat(TextFor(NounHelp(noun), language), "\n", Title("HELP_VERBS", style), verbs.Print(),
                      Title("HELP_EXAMPLES", style), example);
}

std::string HelpForCommand(const Command& command, const Style& style) {
  const Language language = style.language;
  const nlohmann::json* help = CommandHelp(NameOf(command));
  const nlohmann::json entry = help == nullptr ? nlohmann::json::object() : *help;
  Glossary fields;
  if (command.run == nullptr) {
    AddFields(*client::FindMethod(command.rpc)->input_type(), /*embedded=*/false, language, fields);
  }
  const std::string flags = command.run == nullptr ? fields.Print() : OwnFlagsOf(entry, language);
  const bool named = command.run == nullptr ? TakesName(*client::FindMethod(command.rpc)->input_type())
                                            : entry.value("name", false);
  std::string text =
      absl::StrCat(TextOf(entry, language), "\n", Title("HELP_USAGE_TITLE", style), "  waarborg ",
                   NameOf(command), named ? " [NAME]" : "", " [--", Say(language, "HELP_FIELD"), "=…]\n");
  if (!flags.empty()) absl::StrAppend(&text, Title("HELP_FIELDS", style), flags);
  if (command.run == nullptr) absl::StrAppend(&text, "  ", Say(language, "HELP_REQUIRED"), "\n");
  return absl::StrCat(text, Title("HELP_EXAMPLES", style), "  ", ExampleOf(NameOf(command), Today()), "\n",
                      Common(style));
}

}  // namespace waarborg::cli
