#include "services/ledger/personal_text.h"

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "google/protobuf/descriptor.h"
#include "services/rules/sha256.h"
#include "waarborg/annotations/v1/annotations.pb.h"

namespace waarborg::ledger {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr std::size_t kSaltBytes = 16;

bool IsPersonal(const FieldDescriptor& field) {
  return field.type() == FieldDescriptor::TYPE_STRING &&
         field.options().GetExtension(annotations::v1::personal);
}

// Whether a type has a personal field at any depth; `open` holds the types being looked at.
bool HoldsPersonal(const Descriptor& type, std::set<const Descriptor*>& open) {
  if (!open.insert(&type).second) return false;
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    if (IsPersonal(field)) return true;
    if (field.message_type() != nullptr && HoldsPersonal(*field.message_type(), open)) return true;
  }
  return false;
}

// The fields of a type that are personal or lead to such fields. Worked out once a type, kept for ever.
const std::vector<const FieldDescriptor*>& Ways(const Descriptor& type) {
  static std::mutex mutex;
  static auto* const known =
      new std::map<const Descriptor*, std::unique_ptr<std::vector<const FieldDescriptor*>>>();
  const std::lock_guard<std::mutex> lock(mutex);
  auto& ways = (*known)[&type];
  if (ways != nullptr) return *ways;
  ways = std::make_unique<std::vector<const FieldDescriptor*>>();
  for (int i = 0; i < type.field_count(); ++i) {
    const FieldDescriptor& field = *type.field(i);
    std::set<const Descriptor*> open;
    if (IsPersonal(field) ||
        (field.message_type() != nullptr && HoldsPersonal(*field.message_type(), open))) {
      ways->push_back(&field);
    }
  }
  return *ways;
}

// Calls `change(text)` on every personal text that is not empty, in field order.
template <class Change>
void VisitTexts(Message& message, const Change& change) {
  const Reflection& reflection = *message.GetReflection();
  for (const FieldDescriptor* field : Ways(*message.GetDescriptor())) {
    const int size = field->is_repeated() ? reflection.FieldSize(message, field)
                                          : static_cast<int>(reflection.HasField(message, field));
    for (int i = 0; i < size; ++i) {
      if (field->message_type() != nullptr) {
        VisitTexts(field->is_repeated() ? *reflection.MutableRepeatedMessage(&message, field, i)
                                        : *reflection.MutableMessage(&message, field),
                   change);
      } else if (field->is_repeated()) {
        reflection.SetRepeatedString(&message, field, i,
                                     change(reflection.GetRepeatedString(message, field, i)));
      } else {
        reflection.SetString(&message, field, change(reflection.GetString(message, field)));
      }
    }
  }
}

bool FieldHoldsText(const Message& message, const FieldDescriptor& field) {
  const Reflection& reflection = *message.GetReflection();
  if (!field.is_repeated()) {
    if (!reflection.HasField(message, &field)) return false;
    return field.message_type() == nullptr || HoldsText(reflection.GetMessage(message, &field));
  }
  for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
    std::string scratch;
    const bool holds = field.message_type() == nullptr
                           ? !reflection.GetRepeatedStringReference(message, &field, i, &scratch).empty()
                           : HoldsText(reflection.GetRepeatedMessage(message, &field, i));
    if (holds) return true;
  }
  return false;
}

std::string DigestOfText(absl::string_view salt, absl::string_view text) {
  return absl::StrCat("sha256:", rules::ToHex(rules::Sha256({salt, text})));
}

}  // namespace

bool HoldsText(const Message& message) {
  const std::vector<const FieldDescriptor*>& ways = Ways(*message.GetDescriptor());
  return std::any_of(ways.begin(), ways.end(),
                     [&message](const FieldDescriptor* field) { return FieldHoldsText(message, *field); });
}

void TakeOut(Message& message, const call::Entropy& entropy, internal::v1::PersonalTexts& kept) {
  VisitTexts(message, [&entropy, &kept](std::string text) {
    if (text.empty()) return text;
    internal::v1::PersonalText& entry = *kept.add_texts();
    entry.mutable_salt()->resize(kSaltBytes);
    entropy(entry.mutable_salt()->data(), kSaltBytes);
    std::string digest = DigestOfText(entry.salt(), text);
    entry.set_text(std::move(text));
    return digest;
  });
}

void PutBack(Message& message, const internal::v1::PersonalTexts& kept) {
  std::map<std::string, const std::string*> texts;
  for (const internal::v1::PersonalText& entry : kept.texts()) {
    texts[DigestOfText(entry.salt(), entry.text())] = &entry.text();
  }
  VisitTexts(message, [&texts](const std::string& digest) {
    const auto found = texts.find(digest);
    return found == texts.end() ? digest : *found->second;
  });
}

}  // namespace waarborg::ledger
