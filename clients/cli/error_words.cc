#include "clients/cli/error_words.h"

#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "absl/strings/strip.h"
#include "clients/cli/coded_text.h"
#include "proto/labels/labels.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::cli {
namespace {

using client::ApiError;
using google::protobuf::EnumDescriptor;
using Word = std::function<std::string(const std::string& code)>;

// The enums whose codes stand in metadata, by its key.
const EnumDescriptor* EnumFor(const std::string& key) {
  static const auto* const enums = new std::map<std::string, const EnumDescriptor*>{
      {"act", team::v1::Act_descriptor()},
      {"advised", framework::v1::FollowUp_descriptor()},
      {"base", registry::v1::Level_descriptor()},
      {"from_level", registry::v1::Level_descriptor()},
      {"held", team::v1::Role_descriptor()},
      {"legal_basis", registry::v1::LegalBasis_descriptor()},
      {"level", registry::v1::Level_descriptor()},
      {"mandate", team::v1::Role_descriptor()},
      {"needed", team::v1::Role_descriptor()},
      {"others", team::v1::Role_descriptor()},
      {"profile", framework::v1::Profile_descriptor()},
      {"proposed_level", registry::v1::Level_descriptor()},
      {"role", team::v1::Role_descriptor()},
      {"roles", team::v1::Role_descriptor()},
      {"than", registry::v1::Level_descriptor()},
  };
  const auto found = enums->find(key);
  return found == enums->end() ? nullptr : found->second;
}

// Codes separated by commas, each in words.
std::string EachInWords(const std::string& codes, const Word& word) {
  const std::vector<std::string> all = absl::StrSplit(codes, ", ");
  return absl::StrJoin(all, ", ",
                       [&word](std::string* text, const std::string& code) { text->append(word(code)); });
}

// The resource whose state an error is about: the one that has states.
std::string ResourceWithStates(const ApiError& error) {
  for (const auto& [key, value] : error.metadata) {
    if (HasStates(value)) return value;
  }
  return "";
}

std::string ValueInWords(const ApiError& error, const std::string& key, const std::string& value,
                         Language language) {
  if (key == "event") return LabelIn("acts", value, language);
  if (key == "choices") {
    return EachInWords(value, [language](const std::string& code) { return ChoiceLabel(code, language); });
  }
  if (key == "expected" || key == "found") {
    const std::string resource = ResourceWithStates(error);
    return EachInWords(value, [&](const std::string& code) { return StateLabel(resource, code, language); });
  }
  const EnumDescriptor* type = EnumFor(key);
  if (type == nullptr) return value;
  return EachInWords(value, [&](const std::string& code) { return CodeLabel(*type, code, language); });
}

std::string Capitalised(std::string sentence) {
  if (!sentence.empty()) sentence[0] = absl::ascii_toupper(static_cast<unsigned char>(sentence[0]));
  return sentence;
}

// What the server says where the error is one of ours, else what its code means.
std::string Said(const ApiError& error, Language language) {
  if (!error.reason.empty()) return language == Language::kNl ? error.message_nl : error.message_en;
  const std::string sentence = absl::StrCat("CODE_", client::CodeName(error.code));
  const std::string said = Say(language, sentence);
  const std::string text = said == sentence ? Say(language, "CODE_OTHER") : said;
  return error.message_en.empty() ? text : absl::StrCat(text, " (", error.message_en, ")");
}

}  // namespace

std::string MessageText(const ApiError& error, Language language) {
  const std::string said = Said(error, language);
  const labels::Sentence* sentence = labels::MessageOf(error.reason);
  if (sentence == nullptr) return said;
  const std::string& pattern = language == Language::kNl ? sentence->nl : sentence->en;
  const Values codes(error.metadata.begin(), error.metadata.end());
  if (labels::Fill(pattern, codes) != said) return said;
  Values words = codes;
  for (auto& [key, value] : words) value = ValueInWords(error, key, value, language);
  return words == codes ? said : Capitalised(labels::Fill(pattern, words));
}

std::string PreconditionText(const client::PreconditionViolation& row, Language language) {
  const std::vector<std::string> parts = absl::StrSplit(row.description, absl::MaxSplits("; found ", 1));
  if (parts.size() != 2 || !absl::StartsWith(parts[0], "expected ")) return row.description;
  const Word word = [&](const std::string& code) {
    if (HasStates(row.subject)) return StateLabel(row.subject, code, language);
    const std::string role = CodeLabel(*team::v1::Role_descriptor(), code, language);
    return role != code ? role : LabelIn("conditions", code, language);
  };
  const std::string expected(absl::StripPrefix(parts[0], "expected "));
  return Say(language, "EXPECTED_AND_FOUND",
             {{"expected", EachInWords(expected, word)}, {"found", EachInWords(parts[1], word)}});
}

}  // namespace waarborg::cli
