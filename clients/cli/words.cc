#include "clients/cli/words.h"

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/codes.h"
#include "proto/labels/labels.h"

namespace waarborg::cli {
namespace {

using nlohmann::json;

const json& File(absl::string_view name) {
  static const auto* const help = new json(json::parse(std::string(labels::Embedded("help.json"))));
  static const auto* const enums = new json(json::parse(std::string(labels::Embedded("enums.json"))));
  return name == "help" ? *help : *enums;
}

// file[section][key], or null.
const json* Find(absl::string_view file, const char* section, const std::string& key) {
  const json& content = File(file);
  const auto found_section = content.find(section);
  if (found_section == content.end()) return nullptr;
  const auto found = found_section->find(key);
  return found == found_section->end() ? nullptr : &*found;
}

}  // namespace

absl::string_view CodeOf(Language language) { return language == Language::kNl ? "nl" : "en"; }

std::optional<Language> LanguageNamed(absl::string_view code) {
  if (code == "nl") return Language::kNl;
  if (code == "en") return Language::kEn;
  return std::nullopt;
}

Language LanguageOfLocale(const std::function<std::string(const char*)>& environment) {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const std::string value = environment(variable);
    if (!value.empty()) return absl::StartsWith(value, "nl") ? Language::kNl : Language::kEn;
  }
  return Language::kEn;
}

std::string TextOf(const json& entry, Language language) {
  return entry.value(std::string(CodeOf(language)), std::string());
}

std::string Say(Language language, absl::string_view sentence, const Values& values) {
  const json* entry = Find("help", "sentences", std::string(sentence));
  return entry == nullptr ? std::string(sentence) : labels::Fill(TextOf(*entry, language), values);
}

std::string EnumLabel(const google::protobuf::EnumDescriptor& type, int number, Language language) {
  const google::protobuf::EnumValueDescriptor* value = type.FindValueByNumber(number);
  if (value == nullptr) return absl::StrCat(number);
  const std::string code = CodeOf(*value);
  const json* codes = Find("enums", "enums", type.full_name());
  if (codes == nullptr || !codes->contains(code)) return code;
  return TextOf((*codes)[code], language);
}

std::string FieldLabel(const google::protobuf::FieldDescriptor& field, Language language) {
  const json* entry = Find("enums", "fields", field.full_name());
  if (entry == nullptr) entry = Find("enums", "fields", field.name());
  return entry == nullptr ? field.name() : TextOf(*entry, language);
}

std::string EventLabel(const std::string& kind, Language language) {
  return LabelIn("events", kind, language);
}

std::string LabelIn(const char* section, const std::string& key, Language language) {
  const json* entry = Find("enums", section, key);
  return entry == nullptr ? key : TextOf(*entry, language);
}

const json* NounHelp(const std::string& noun) { return Find("help", "nouns", noun); }

const json* CommandHelp(const std::string& command) { return Find("help", "commands", command); }

}  // namespace waarborg::cli
