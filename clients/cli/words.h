#ifndef WAARBORG_CLIENTS_CLI_WORDS_H_
#define WAARBORG_CLIENTS_CLI_WORDS_H_

// Everything the command line says to people, in Dutch and English: its own sentences and help texts
// (proto/labels/help.json), and the labels of codes and fields (proto/labels/enums.json). Thread-safe.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "google/protobuf/descriptor.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli {

enum class Language { kNl, kEn };

[[nodiscard]] absl::string_view CodeOf(Language language);  // "nl", "en"
[[nodiscard]] std::optional<Language> LanguageNamed(absl::string_view code);

// Dutch when LC_ALL, else LC_MESSAGES, else LANG starts with "nl"; else English.
[[nodiscard]] Language LanguageOfLocale(const std::function<std::string(const char*)>& environment);

using Values = std::vector<std::pair<std::string, std::string>>;

// A sentence by its identifier, `{key}` replaced by the value of that name; the identifier itself when there
// is no such sentence.
[[nodiscard]] std::string Say(Language language, absl::string_view sentence, const Values& values = {});

// The label of an enum value; "" for the unspecified one, the number for one that is not defined.
[[nodiscard]] std::string EnumLabel(const google::protobuf::EnumDescriptor& type, int number,
                                    Language language);

// The label of a field: that of the field itself, else the one its name has everywhere, else its name.
[[nodiscard]] std::string FieldLabel(const google::protobuf::FieldDescriptor& field, Language language);

// The label of an event kind in the journal (`ScoresSubmitted`); the kind itself where it has none.
[[nodiscard]] std::string EventLabel(const std::string& kind, Language language);

// The label of a key in a section of enums.json: "choices", "term_rules", "acts"; the key where there is
// none.
[[nodiscard]] std::string LabelIn(const char* section, const std::string& key, Language language);

// The help texts of a noun or of a command ("provider", "provider create"); null when there are none.
[[nodiscard]] const nlohmann::json* NounHelp(const std::string& noun);
[[nodiscard]] const nlohmann::json* CommandHelp(const std::string& command);

// The text of such an entry in a language.
[[nodiscard]] std::string TextOf(const nlohmann::json& entry, Language language);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_WORDS_H_
