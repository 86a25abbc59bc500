#include "tests/fuzz/author.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "google/api/field_behavior.pb.h"
#include "services/language/die.h"
#include "tests/fuzz/texts.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr int kDeepest = 6;
// Entries beyond these are copies of the first, so that a long list costs little.
constexpr int kMostWritten = 4;

// Sets a single field, or adds to a repeated one.
template <class Value>
void Put(Message& message, const FieldDescriptor& field, Value value,
         void (Reflection::*set)(Message*, const FieldDescriptor*, Value) const,
         void (Reflection::*add)(Message*, const FieldDescriptor*, Value) const) {
  (message.GetReflection()->*(field.is_repeated() ? add : set))(&message, &field, std::move(value));
}

Message& NewEntry(Message& message, const FieldDescriptor& field) {
  const Reflection& reflection = *message.GetReflection();
  return *(field.is_repeated() ? reflection.AddMessage(&message, &field)
                               : reflection.MutableMessage(&message, &field));
}

// Adds copies of the first entry, at most a thousand of small ones.
void Repeat(Message& message, const FieldDescriptor& field, int times) {
  const Reflection& reflection = *message.GetReflection();
  if (field.message_type() == nullptr || field.is_map()) return;
  const std::unique_ptr<Message> first(reflection.GetRepeatedMessage(message, &field, 0).New());
  first->CopyFrom(reflection.GetRepeatedMessage(message, &field, 0));
  if (first->ByteSizeLong() > 500) times = std::min(times, 3);
  for (int i = 0; i < times; ++i) reflection.AddMessage(&message, &field)->CopyFrom(*first);
}

// A place where something can change; a field that is set counts more often than one that is not.
using Place = std::pair<Message*, const FieldDescriptor*>;

void Gather(Message& message, std::vector<Place>& places) {
  const Reflection& reflection = *message.GetReflection();
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* const field = message.GetDescriptor()->field(i);
    const int size = field->is_repeated() ? reflection.FieldSize(message, field)
                                          : static_cast<int>(reflection.HasField(message, field));
    places.insert(places.end(), size > 0 ? 3 : 1, Place(&message, field));
    if (field->message_type() == nullptr) continue;
    for (int j = 0; j < size; ++j) {
      Gather(field->is_repeated() ? *reflection.MutableRepeatedMessage(&message, field, j)
                                  : *reflection.MutableMessage(&message, field),
             places);
    }
  }
}

}  // namespace

bool Author::IsLeftOut(const Field& field, int odd_percent) {
  if (Values::IsMarked(field, google::api::REQUIRED)) return chance_.Percent(odd_percent / 2);
  if (Values::IsMarked(field, google::api::IDENTIFIER)) return chance_.Percent(10 + odd_percent / 2);
  if (Values::IsMarked(field, google::api::OUTPUT_ONLY)) return chance_.Percent(90);
  return chance_.Percent(50);
}

void Author::FillMessage(Message& message, int odd_percent, int depth) {
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const Field& field = *message.GetDescriptor()->field(i);
    const bool needed = message.GetDescriptor()->options().map_entry();
    if (needed || !IsLeftOut(field, odd_percent)) FillField(message, field, odd_percent, depth);
  }
}

void Author::FillField(Message& message, const Field& field, int odd_percent, int depth) {
  if (!field.is_repeated()) return PutValue(message, field, odd_percent, depth);
  const bool odd = depth < 2 && chance_.Percent(odd_percent / 4);
  const int count = values_.Count(field, odd);
  for (int i = 0; i < std::min(count, kMostWritten); ++i) PutValue(message, field, odd_percent, depth);
  if (count > kMostWritten) Repeat(message, field, count - kMostWritten);
}

void Author::PutValue(Message& message, const Field& field, int odd_percent, int depth) {
  const bool odd = chance_.Percent(odd_percent);
  switch (field.cpp_type()) {
    case Field::CPPTYPE_MESSAGE:
      return PutMessage(message, field, odd_percent, depth);
    case Field::CPPTYPE_STRING:
      return Put(message, field,
                 field.type() == Field::TYPE_BYTES ? AnyBytes(chance_, 40) : values_.Text(field, odd),
                 &Reflection::SetString, &Reflection::AddString);
    case Field::CPPTYPE_ENUM:
      return Put(message, field, values_.Enum(*field.enum_type(), odd), &Reflection::SetEnumValue,
                 &Reflection::AddEnumValue);
    case Field::CPPTYPE_BOOL:
      return Put(message, field, chance_.Percent(50), &Reflection::SetBool, &Reflection::AddBool);
    case Field::CPPTYPE_INT32:
      return Put(message, field, static_cast<std::int32_t>(values_.Number(odd)), &Reflection::SetInt32,
                 &Reflection::AddInt32);
    case Field::CPPTYPE_INT64:
      return Put(message, field, values_.Number(odd), &Reflection::SetInt64, &Reflection::AddInt64);
    default:
      language::Die(absl::StrCat("no values for ", field.full_name()));
  }
}

void Author::PutMessage(Message& message, const Field& field, int odd_percent, int depth) {
  if (depth > kDeepest) return;
  Message& entry = NewEntry(message, field);
  if (values_.FillWellKnown(entry, chance_.Percent(odd_percent), message)) return;
  const Message* const example = values_.Example(*entry.GetDescriptor());
  if (example == nullptr || field.is_map() || chance_.Percent(50)) {
    return FillMessage(entry, odd_percent, depth + 1);
  }
  entry.CopyFrom(*example);
  if (chance_.Percent(odd_percent)) Change(entry);
}

void Author::ChangeRepeated(Message& message, const Field& field) {
  const Reflection& reflection = *message.GetReflection();
  const int size = reflection.FieldSize(message, &field);
  switch (size == 0 || field.is_map() ? 0 : chance_.Below(4)) {
    case 0:
      return PutValue(message, field, chance_.Pick(std::vector<int>{0, 50, 100}), 2);
    case 1:
      return reflection.RemoveLast(&message, &field);
    case 2:
      return reflection.SwapElements(&message, &field, chance_.Below(size), chance_.Below(size));
    default:
      return Repeat(message, field, values_.Count(field, /*odd=*/true));
  }
}

void Author::ChangeField(Message& message, const Field& field) {
  const bool key = message.GetDescriptor()->options().map_entry();
  if (!key && chance_.Percent(25)) return message.GetReflection()->ClearField(&message, &field);
  if (field.is_repeated()) return ChangeRepeated(message, field);
  PutValue(message, field, chance_.Pick(std::vector<int>{0, 30, 100}), 2);
}

void Author::Change(Message& message) {
  std::vector<Place> places;
  Gather(message, places);
  if (places.empty()) return;
  const Place& place = chance_.Pick(places);
  ChangeField(*place.first, *place.second);
}

}  // namespace waarborg::fuzz
