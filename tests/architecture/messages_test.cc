// Every error reason has its sentence, in Dutch and in English.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "tests/architecture/api.h"
#include "tests/architecture/source_tree.h"

namespace waarborg::architecture {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

struct Message {
  std::string nl, en;
};

std::map<std::string, Message> Messages() {
  std::map<std::string, Message> messages;
  for (const std::string& file : FilesBelow({"proto/labels/messages"}, {".json"})) {
    google::protobuf::Struct object;
    EXPECT_TRUE(google::protobuf::util::JsonStringToMessage(TextOf(file), &object).ok()) << file;
    for (const auto& [reason, texts] : object.fields()) {
      const auto& fields = texts.struct_value().fields();
      const bool both = fields.contains("nl") && fields.contains("en");
      const Message message =
          both ? Message{fields.at("nl").string_value(), fields.at("en").string_value()} : Message{};
      EXPECT_TRUE(messages.emplace(reason, message).second)
          << reason << " stands in two files, one of them " << file;
    }
  }
  return messages;
}

// UPPER_SNAKE of two words or more.
bool LooksLikeAReason(absl::string_view word) {
  const std::vector<absl::string_view> parts = absl::StrSplit(word, '_');
  for (const absl::string_view part : parts) {
    if (part.empty() || !std::all_of(part.begin(), part.end(), [](char c) {
          return absl::ascii_isupper(c) || absl::ascii_isdigit(c);
        })) {
      return false;
    }
  }
  return parts.size() >= 2 && absl::ascii_isupper(word[0]);
}

// The reasons that `text` gives: its literals in UPPER_SNAKE, and NOUN_NOT_FOUND and NOUN_EXISTS where the
// call that makes these names the noun.
std::set<std::string> ReasonsOf(absl::string_view text) {
  std::set<std::string> reasons;
  std::set<std::string> nouns;
  for (const auto& [call, ending] :
       {std::pair{"NotFound(\"", "_NOT_FOUND"}, std::pair{"Exists(\"", "_EXISTS"}}) {
    for (std::size_t at = text.find(call); at != absl::string_view::npos; at = text.find(call, at + 1)) {
      const absl::string_view rest = text.substr(at + absl::string_view(call).size());
      nouns.emplace(rest.substr(0, rest.find('"')));
      reasons.insert(absl::StrCat(rest.substr(0, rest.find('"')), ending));
    }
  }
  for (std::string& literal : LiteralsOf(text)) {
    if (LooksLikeAReason(literal) && !nouns.contains(literal)) reasons.insert(std::move(literal));
  }
  return reasons;
}

// Words in the form of a reason that are part of an answer or name something outside, never a refusal.
const std::set<std::string>& WordsOfAnswers() {
  static const auto* const words = new std::set<std::string>{
      "ANOTHER_ACTIVE_ADMINISTRATOR",  // with NO_ADMINISTRATOR and ROLES_OF_THE_REGION: what a precondition
                                       // expected
      "FOLLOW_UP",                     // a deviation in a decision record
      "LC_ALL",                        // with the next: variables of the environment that name a locale
      "LC_MESSAGES",
      "NO_ADMINISTRATOR",
      "QUALITY_AND_LAW",  // the step of the judgement that comes first
      "ROLES_OF_THE_REGION",
      "TEAM_REFLECTION",          // a type of evidence that stands in no framework
      "TRUST_DAMAGED_WITH_GOOD",  // a choice that an evaluation asks for
  };
  return *words;
}

// Those of `reasons` that are neither a message, nor a noun that has one for being absent, nor a code of the
// API.
std::vector<std::string> Speechless(const std::set<std::string>& reasons,
                                    const std::map<std::string, Message>& messages,
                                    const std::set<std::string>& codes) {
  std::vector<std::string> found;
  for (const std::string& reason : reasons) {
    const bool speaks = messages.contains(reason) || messages.contains(absl::StrCat(reason, "_NOT_FOUND"));
    if (!speaks && !codes.contains(reason) && !WordsOfAnswers().contains(reason)) found.push_back(reason);
  }
  return found;
}

TEST(Messages, EveryReasonInTheHouseHasOne) {
  const std::map<std::string, Message> messages = Messages();
  const std::set<std::string> codes = EnumCodes();
  ASSERT_THAT(messages, SizeIs(testing::Gt(50)));
  std::vector<std::string> found;
  for (const std::string& file : FilesBelow({"services"}, {".h", ".cc"})) {
    for (const std::string& reason : Speechless(ReasonsOf(TextOf(file)), messages, codes)) {
      found.push_back(absl::StrCat(file, ": ", reason));
    }
  }
  EXPECT_THAT(found, IsEmpty());
}

TEST(Messages, AReasonWithoutOneIsFound) {
  const std::set<std::string> reasons = ReasonsOf(
      "// \"NOT_THIS_ONE\"\nreturn Error(kX, \"PLAN_OPEN\"); faults.Add(\"a.b\", \"NO_WORDS\"); x(\"lower\", "
      "\"ONE\");\n"
      "return call::error::NotFound(\"BAD_PLAN\", name); return error::Exists(\"PLAN\", name); "
      "F(\"QUALITY_MANAGER\");");
  EXPECT_EQ(reasons, (std::set<std::string>{"PLAN_OPEN", "NO_WORDS", "BAD_PLAN_NOT_FOUND", "PLAN_EXISTS",
                                            "QUALITY_MANAGER"}));
  EXPECT_THAT(Speechless(reasons, {{"PLAN_OPEN", {}}, {"PLAN_EXISTS", {}}}, {"QUALITY_MANAGER"}),
              testing::ElementsAre("BAD_PLAN_NOT_FOUND", "NO_WORDS"));
}

// The keys in braces, which metadata fills.
std::set<std::string> KeysOf(absl::string_view text) {
  std::set<std::string> keys;
  for (std::size_t at = text.find('{'); at != absl::string_view::npos; at = text.find('{', at + 1)) {
    keys.emplace(text.substr(at + 1, text.find('}', at) - at - 1));
  }
  return keys;
}

TEST(Messages, SayTheSameInBothLanguages) {
  for (const auto& [reason, message] : Messages()) {
    EXPECT_FALSE(message.nl.empty()) << reason;
    EXPECT_FALSE(message.en.empty()) << reason;
    EXPECT_NE(message.nl, message.en) << reason;
    EXPECT_EQ(KeysOf(message.nl), KeysOf(message.en)) << reason;
  }
}

}  // namespace
}  // namespace waarborg::architecture
