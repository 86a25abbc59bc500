// Every code and field that people may meet has a word in both languages.

#include "proto/labels/labels.h"

#include <set>
#include <string>

#include "absl/strings/match.h"
#include "clients/cli/codes.h"
#include "clients/cpp/services.h"
#include "google/protobuf/descriptor.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"

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
    if (type.map_key() != nullptr) continue;
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
  for (const auto& [kind, word] : Words()["events"].items()) EXPECT_TRUE(HasBoth(word)) << kind;
}

}  // namespace
}  // namespace waarborg::cli
