#include "proto/labels/labels.h"

#include <cstdio>
#include <cstdlib>
#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"

namespace waarborg::labels {
namespace {

using Messages = std::map<std::string, Sentence, std::less<>>;

void AddMessages(const EmbeddedFile& file, Messages& messages) {
  google::protobuf::Struct parsed;
  if (!google::protobuf::util::JsonStringToMessage(file.content, &parsed).ok()) {
    std::fprintf(stderr, "waarborg: label file %s is no JSON\n", file.name);
    std::abort();
  }
  for (const auto& [reason, value] : parsed.fields()) {
    const auto& texts = value.struct_value().fields();
    const auto text = [&texts](const char* language) {
      const auto found = texts.find(language);
      return found == texts.end() ? std::string() : found->second.string_value();
    };
    messages[reason] = Sentence{text("nl"), text("en")};
  }
}

Messages ReadMessages() {
  Messages messages;
  for (int i = 0; i < kEmbeddedFileCount; ++i) {
    if (absl::StartsWith(kEmbeddedFiles[i].name, "messages/")) AddMessages(kEmbeddedFiles[i], messages);
  }
  return messages;
}

}  // namespace

absl::string_view Embedded(absl::string_view name) {
  for (int i = 0; i < kEmbeddedFileCount; ++i) {
    if (name == kEmbeddedFiles[i].name) return kEmbeddedFiles[i].content;
  }
  return "";
}

const Sentence* MessageOf(absl::string_view reason) {
  static const Messages* const messages = new Messages(ReadMessages());
  const auto found = messages->find(std::string(reason));
  return found == messages->end() ? nullptr : &found->second;
}

std::string Fill(absl::string_view sentence, const std::vector<std::pair<std::string, std::string>>& values) {
  std::vector<std::pair<std::string, std::string>> replacements;
  replacements.reserve(values.size());
  for (const auto& [key, value] : values) replacements.emplace_back(absl::StrCat("{", key, "}"), value);
  return absl::StrReplaceAll(sentence, replacements);
}

}  // namespace waarborg::labels
