#include "clients/cli/help.h"

#include <algorithm>

#include "absl/strings/str_replace.h"
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

// Names and what they are, in two columns.
class Glossary final {
 public:
  void Add(std::string name, std::string text) { rows_.emplace_back(std::move(name), std::move(text)); }
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::string Print() const {
    std::size_t width = 0;
    for (const auto& [name, text] : rows_) width = std::max(width, WidthOf(name));
    std::string printed;
    for (const auto& [name, text] : rows_) {
      absl::StrAppend(&printed, "  ", name, std::string(width + 2 - WidthOf(name), ' '), text, "\n");
    }
    return printed;
  }

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
};

std::string TextFor(const nlohmann::json* entry, Language language) {
  return entry == nullptr ? "" : TextOf(*entry, language);
}

std::string FlagName(const std::string& prefix, const FieldDescriptor& field) {
  return absl::StrCat("--", prefix, absl::StrReplaceAll(field.name(), {{"_", "-"}}), "=");
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
    glossary.Add(
        absl::StrCat(IsRequired(field) ? "* " : "  ", FlagName("", field), DescribeType(field, language)),
        FieldLabel(field, language));
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

}  // namespace

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
    if (help != nullptr) absl::StrAppend(&example, "  ", help->value("example", ""), "\n");
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
  std::string text =
      absl::StrCat(TextOf(entry, language), "\n", Title("HELP_USAGE_TITLE", style), "  waarborg ",
                   NameOf(command), " [NAME] [--", Say(language, "HELP_FIELD"), "=…]\n");
  if (!flags.empty()) absl::StrAppend(&text, Title("HELP_FIELDS", style), flags);
  if (command.run == nullptr) absl::StrAppend(&text, "  ", Say(language, "HELP_REQUIRED"), "\n");
  return absl::StrCat(text, Title("HELP_EXAMPLES", style), "  ", entry.value("example", ""), "\n",
                      Common(style));
}

}  // namespace waarborg::cli
