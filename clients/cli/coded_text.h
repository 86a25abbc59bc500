#ifndef WAARBORG_CLIENTS_CLI_CODED_TEXT_H_
#define WAARBORG_CLIENTS_CLI_CODED_TEXT_H_

// Codes that stand in fields of text, in words. What is no code stays as it is. Thread-safe.

#include <string>

#include "clients/cli/words.h"
#include "google/protobuf/descriptor.h"

namespace waarborg::cli {

// The label of a code of an enum.
[[nodiscard]] std::string CodeLabel(const google::protobuf::EnumDescriptor& type, const std::string& code,
                                    Language language);

// The label of a state of a resource, by the kind of resource its name says.
[[nodiscard]] std::string StateLabel(const std::string& resource, const std::string& code, Language language);

// Whether a name is of a kind of resource that has states.
[[nodiscard]] bool HasStates(const std::string& resource);

// The label of a level of the ladder.
[[nodiscard]] std::string LevelLabel(const std::string& code, Language language);

// "theme flag VE" for a choice that is required, `THEME_FLAG:VE`.
[[nodiscard]] std::string ChoiceLabel(const std::string& choice, Language language);

// "response to the draft (working days): 10" for a rule behind a term, `draft_response_working_days=10`.
[[nodiscard]] std::string TermRuleLabel(const std::string& rule, Language language);

// The text of a field, its codes in words where the field is one that holds them.
[[nodiscard]] std::string FieldText(const google::protobuf::FieldDescriptor& field, const std::string& text,
                                    Language language);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_CODED_TEXT_H_
