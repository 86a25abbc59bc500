// Every code and field that people may meet has a word in both languages.

#include "proto/labels/labels.h"

#include <map>
#include <regex>
#include <set>
#include <string>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/codes.h"
#include "clients/cpp/services.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "services/lifecycle/tables.h"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using nlohmann::json;

const json& Words() {
  static const auto* const words = new json(json::parse(std::string(labels::Embedded("enums.json"))));
  return *words;
}

bool HasBoth(const json& entry) { return !entry.value("nl", "").empty() && !entry.value("en", "").empty(); }

void CheckEnum(const EnumDescriptor& type) {
  ASSERT_TRUE(Words()["enums"].contains(type.full_name())) << type.full_name();
  const json& words = Words()["enums"][type.full_name()];
  std::set<std::string> codes;
  for (const std::string& code : CodesOf(type)) {
    codes.insert(code);
    EXPECT_TRUE(words.contains(code) && HasBoth(words[code])) << type.full_name() << " " << code;
  }
  for (const auto& [code, word] : words.items())
    EXPECT_TRUE(codes.contains(code)) << "no such code: " << code;
}

void CheckMessage(const Descriptor& type) {
  for (int i = 0; i < type.field_count(); ++i) {
    const json& fields = Words()["fields"];
    const std::string name = type.field(i)->name();
    EXPECT_TRUE(fields.contains(name) ? HasBoth(fields[name]) : fields.contains(type.field(i)->full_name()))
        << type.field(i)->full_name();
  }
  for (int i = 0; i < type.enum_type_count(); ++i) CheckEnum(*type.enum_type(i));
  for (int i = 0; i < type.nested_type_count(); ++i) CheckMessage(*type.nested_type(i));
}

void CheckFile(const google::protobuf::FileDescriptor& file, std::set<std::string>& seen) {
  if (!absl::StartsWith(file.package(), "waarborg.") || !seen.insert(file.name()).second) return;
  for (int i = 0; i < file.enum_type_count(); ++i) CheckEnum(*file.enum_type(i));
  for (int i = 0; i < file.message_type_count(); ++i) CheckMessage(*file.message_type(i));
  for (int i = 0; i < file.dependency_count(); ++i) CheckFile(*file.dependency(i), seen);
}

TEST(LabelsTest, EveryCodeAndFieldHasAWordInBothLanguages) {
  std::set<std::string> seen;
  for (const auto* service : client::Services()) CheckFile(*service->file(), seen);
  EXPECT_GE(seen.size(), 10U);
}

TEST(LabelsTest, EveryEventHasAWordInBothLanguages) {
  for (const char* section : {"events", "acts", "choices", "conditions", "term_rules"}) {
    ASSERT_FALSE(Words()[section].empty()) << section;
    for (const auto& [key, word] : Words()[section].items()) EXPECT_TRUE(HasBoth(word)) << section << key;
  }
}

TEST(LabelsTest, EveryActOfALifecycleHasAWordInBothLanguages) {
  for (const lifecycle::v1::Lifecycle& lifecycle : lifecycle::Lifecycles()) {
    for (const lifecycle::v1::Transition& row : lifecycle.transitions()) {
      EXPECT_TRUE(Words()["acts"].contains(row.event())) << lifecycle.name() << " " << row.event();
    }
  }
}

// Every Dutch text of a label file, with the path to it.
void CollectDutch(const json& value, const std::string& path, std::map<std::string, std::string>& texts) {
  if (!value.is_object()) return;
  for (const auto& [key, inner] : value.items()) {
    if (key == "nl" && inner.is_string()) texts[path] = inner.get<std::string>();
    CollectDutch(inner, absl::StrCat(path, "/", key), texts);
  }
}

TEST(LabelsTest, OneDutchWordForOneThing) {
  std::map<std::string, std::string> texts;
  for (int i = 0; i < labels::kEmbeddedFileCount; ++i) {
    CollectDutch(json::parse(labels::kEmbeddedFiles[i].content), labels::kEmbeddedFiles[i].name, texts);
  }
  EXPECT_GT(texts.size(), 500U);
  // niveau, criterium, acute zaak.
  const std::regex other_words(R"(\btreden?\b|\beisen\b|\beis\b|acuut geval|acute gevallen)",
                               std::regex::icase);
  for (const auto& [path, text] : texts)
    EXPECT_FALSE(std::regex_search(text, other_words)) << path << ": " << text;
}

}  // namespace
}  // namespace waarborg::cli
