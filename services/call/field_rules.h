#ifndef WAARBORG_SERVICES_CALL_FIELD_RULES_H_
#define WAARBORG_SERVICES_CALL_FIELD_RULES_H_

// What the marks in the proto ask of each field of a message.

#include <string>
#include <vector>

#include "google/protobuf/descriptor.h"

namespace waarborg::call {

inline constexpr int kDefaultLength = 200;
inline constexpr int kDefaultItems = 200;

// The marks of one field, read once.
struct FieldRule {
  const google::protobuf::FieldDescriptor* field;
  bool required = false;
  bool output_only = false;
  bool identifier = false;
  bool request_id = false;
  int max_length = kDefaultLength;
  int max_items = kDefaultItems;
  std::vector<std::string> patterns;
};

// The rules of a message type. Read on first use and kept for ever: types are few and fixed. Thread-safe.
const std::vector<FieldRule>& RulesOf(const google::protobuf::Descriptor& type);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_FIELD_RULES_H_
