#include "tests/fuzz/known.h"

#include <algorithm>
#include <cstddef>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "google/protobuf/descriptor.pb.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr std::size_t kMostTexts = 1000;
constexpr std::size_t kMostMessages = 30;
constexpr int kRecent = 12;

template <class List>
const auto& PickRecent(Chance& chance, const List& list) {
  const int size = static_cast<int>(list.size());
  const int from = chance.Percent(50) ? std::max(0, size - kRecent) : 0;
  return list[static_cast<std::size_t>(from + chance.Below(size - from))];
}

// The keys of a map are a place of their own.
std::string PlaceOf(const FieldDescriptor& field) {
  const bool key = field.containing_type()->options().map_entry();
  return key ? field.containing_type()->full_name() : field.name();
}

std::string PlaceInPackage(const FieldDescriptor& field) {
  return absl::StrCat(field.file()->package(), " ", PlaceOf(field));
}

// Every second part of a name is an id.
std::string FormOf(absl::string_view name) {
  std::vector<std::string> parts = absl::StrSplit(name, '/');
  for (std::size_t i = 1; i < parts.size(); i += 2) parts[i] = "*";
  return absl::StrJoin(parts, "/");
}

}  // namespace

void Known::Texts::Add(const std::string& text) {
  if (list.size() < kMostTexts && seen.insert(text).second) list.push_back(text);
}

const std::string& Known::Texts::Pick(Chance& chance) const { return PickRecent(chance, list); }

void Known::LearnText(const FieldDescriptor& field, const std::string& text) {
  if (text.empty()) return;
  by_place_[PlaceOf(field)].Add(text);
  by_place_[PlaceInPackage(field)].Add(text);
  const bool name = absl::StartsWith(text, "regions/") || absl::StartsWith(text, "frameworks/");
  if (name && text.size() < 300) by_form_[FormOf(text)].Add(text);
}

void Known::Learn(const Message& message) {
  auto& examples = by_type_[message.GetDescriptor()->full_name()];
  if (examples.size() < kMostMessages) {
    examples.emplace_back(message.New())->CopyFrom(message);
  }
  const Reflection& reflection = *message.GetReflection();
  std::vector<const FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const FieldDescriptor* field : fields) {
    const int size = field->is_repeated() ? reflection.FieldSize(message, field) : 1;
    for (int i = 0; i < size; ++i) {
      if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        Learn(field->is_repeated() ? reflection.GetRepeatedMessage(message, field, i)
                                   : reflection.GetMessage(message, field));
      } else if (field->type() == FieldDescriptor::TYPE_STRING) {
        LearnText(*field, field->is_repeated() ? reflection.GetRepeatedString(message, field, i)
                                               : reflection.GetString(message, field));
      }
    }
  }
}

std::string Known::Text(Chance& chance, const FieldDescriptor& field) const {
  std::string text = chance.Percent(80) ? Text(chance, PlaceInPackage(field)) : "";
  return text.empty() ? Text(chance, PlaceOf(field)) : text;
}

std::string Known::Text(Chance& chance, const std::string& field_name) const {
  const auto found = by_place_.find(field_name);
  return found == by_place_.end() ? "" : found->second.Pick(chance);
}

const Message* Known::Example(Chance& chance, const google::protobuf::Descriptor& type) const {
  const auto found = by_type_.find(type.full_name());
  return found == by_type_.end() ? nullptr : PickRecent(chance, found->second).get();
}

std::string Known::Name(Chance& chance, absl::string_view pattern) const {
  const auto found = by_form_.find(std::string(pattern));
  const bool exists = found != by_form_.end() && chance.Percent(90);
  if (exists) return found->second.Pick(chance);
  return absl::StrReplaceAll(absl::StrReplaceAll(pattern, {{"regions/*", "regions/nmd"}}),
                             {{"*", "niemand"}});
}

}  // namespace waarborg::fuzz
