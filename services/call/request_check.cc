#include "services/call/request_check.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/time/civil_time.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/type/date.pb.h"
#include "services/call/field_rules.h"
#include "services/call/name.h"
#include "services/call/page.h"
#include "services/language/blank.h"

namespace waarborg::call {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

std::string Join(absl::string_view path, absl::string_view field) {
  return path.empty() ? std::string(field) : absl::StrCat(path, ".", field);
}

// It enters the journal for ever, so nothing may hide in it: what UUIDs and counters are made of (AIP-155).
bool IsRequestId(absl::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || absl::StrContains("._:-/", c);
  });
}

// Code points of a UTF-8 text (the parser has refused anything else).
int LengthOf(absl::string_view text) {
  int length = 0;
  for (const char c : text) length += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return length;
}

// C0 but for line ends and tabs, DEL, and C1 (U+0080 to U+009F, which UTF-8 writes C2 80 to C2 9F).
bool HasControlCharacter(absl::string_view text) {
  unsigned char before = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20U && c != '\n' && c != '\t' && c != '\r') || byte == 0x7FU) return true;
    if (before == 0xC2U && byte < 0xA0U) return true;
    before = byte;
  }
  return false;
}

void CheckText(const FieldRule& rule, const std::string& text, const std::string& path,
               Violations& violations) {
  if (text.empty()) return;
  if (const int length = LengthOf(text); length > rule.max_length) {
    violations.Add(path, "TOO_LONG", absl::StrCat(length, " > ", rule.max_length));
  }
  if (HasControlCharacter(text)) violations.Add(path, "CONTROL_CHARACTER");
  if (rule.request_id && !IsRequestId(text)) violations.Add(path, "INVALID_REQUEST_ID");
  if (rule.patterns.empty()) return;
  for (const std::string& pattern : rule.patterns) {
    if (MatchName(text, pattern).has_value()) return;
  }
  violations.Add(path, "INVALID_NAME", rule.patterns.front());
}

void CheckEnum(const FieldDescriptor& field, int number, const std::string& path, Violations& violations) {
  if (field.enum_type()->FindValueByNumber(number) == nullptr) {
    violations.Add(path, "INVALID_VALUE", absl::StrCat(number));
  }
}

absl::CivilDay DayOf(const google::type::Date& date) {
  return absl::CivilDay(date.year(), date.month(), date.day());
}

bool Exists(const google::type::Date& date) {
  const absl::CivilDay day = DayOf(date);
  return date.year() >= 1900 && date.year() <= 9999 && day.year() == date.year() &&
         day.month() == date.month() && day.day() == date.day();
}

void CheckDate(const google::type::Date& date, const std::string& path, Violations& violations) {
  if (!Exists(date)) violations.Add(path, "INVALID_DATE");
}

void CheckTimestamp(const google::protobuf::Timestamp& stamp, const std::string& path,
                    Violations& violations) {
  constexpr std::int64_t kFirst = -62'135'596'800;
  constexpr std::int64_t kLast = 253'402'300'799;
  if (stamp.seconds() < kFirst || stamp.seconds() > kLast || stamp.nanos() < 0 ||
      stamp.nanos() > 999'999'999) {
    violations.Add(path, "INVALID_TIME");
  }
}

// The mask of a partial update; null where everything required must be there.
using Mask = google::protobuf::FieldMask;

void CheckMessage(const Message& message, const std::string& path, const Mask* mask, Violations& violations);

void CheckEmbedded(const Message& message, const std::string& path, Violations& violations) {
  const Descriptor* type = message.GetDescriptor();
  if (type == google::type::Date::descriptor()) {
    return CheckDate(static_cast<const google::type::Date&>(message), path, violations);
  }
  if (type == google::protobuf::Timestamp::descriptor()) {
    return CheckTimestamp(static_cast<const google::protobuf::Timestamp&>(message), path, violations);
  }
  CheckMessage(message, path, nullptr, violations);
}

// A missing date is one fault; any other message would have to hold its own required fields.
bool HasFieldsToName(const FieldDescriptor& field) {
  return field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE &&
         field.message_type() != google::type::Date::descriptor() &&
         field.message_type() != google::protobuf::Timestamp::descriptor();
}

// In a partial update only what the mask names has to be given (AIP-134).
bool IsAsked(const FieldRule& rule, const Mask* mask) {
  if (!rule.required || mask == nullptr) return rule.required;
  return std::find(mask->paths().begin(), mask->paths().end(), rule.field->name()) != mask->paths().end();
}

void CheckRepeated(const Message& message, const FieldRule& rule, const std::string& path, const Mask* mask,
                   Violations& violations) {
  const Reflection& reflection = *message.GetReflection();
  const int size = reflection.FieldSize(message, rule.field);
  if (size == 0 && IsAsked(rule, mask)) violations.Add(path, "REQUIRED");
  if (size > rule.max_items) {
    return violations.Add(path, "TOO_MANY", absl::StrCat(size, " > ", rule.max_items));
  }
  for (int i = 0; i < size; ++i) {
    const auto at = [&path, i] { return absl::StrCat(path, "[", i, "]"); };
    if (rule.field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      CheckEmbedded(reflection.GetRepeatedMessage(message, rule.field, i), at(), violations);
    } else if (rule.field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
      const int number = reflection.GetRepeatedEnumValue(message, rule.field, i);
      CheckEnum(*rule.field, number, at(), violations);
      if (number == 0) violations.Add(at(), "REQUIRED");
    } else if (rule.field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      std::string scratch;
      const std::string& text = reflection.GetRepeatedStringReference(message, rule.field, i, &scratch);
      if (language::IsBlank(text)) violations.Add(at(), "REQUIRED");
      CheckText(rule, text, at(), violations);
    }
  }
}

// The mask beside a resource in an update request, or null.
const Mask* MaskIn(const Message& request) {
  const FieldDescriptor* field = request.GetDescriptor()->FindFieldByName("update_mask");
  if (field == nullptr || field->message_type() != Mask::descriptor()) return nullptr;
  return static_cast<const Mask*>(&request.GetReflection()->GetMessage(request, field));
}

void CheckSingle(const Message& message, const FieldRule& rule, const std::string& path, const Mask* mask,
                 Violations& violations) {
  const Reflection& reflection = *message.GetReflection();
  if (!reflection.HasField(message, rule.field)) {
    if (!IsAsked(rule, mask)) return;
    violations.Add(path, "REQUIRED");
    if (!HasFieldsToName(*rule.field)) return;
    return CheckMessage(reflection.GetMessage(message, rule.field), path, MaskIn(message), violations);
  }
  if (rule.field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
    const Message& embedded = reflection.GetMessage(message, rule.field);
    const Mask* inner = embedded.GetDescriptor() == Mask::descriptor() ? nullptr : MaskIn(message);
    if (inner != nullptr) {
      CheckMessage(embedded, path, inner, violations);
    } else {
      CheckEmbedded(embedded, path, violations);
    }
  } else if (rule.field->cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
    CheckEnum(*rule.field, reflection.GetEnumValue(message, rule.field), path, violations);
  } else if (rule.field->name() == "page_size") {
    CheckPageSize(reflection.GetInt32(message, rule.field), violations);
  } else if (rule.field->type() == FieldDescriptor::TYPE_STRING) {
    std::string scratch;
    const std::string& text = reflection.GetStringReference(message, rule.field, &scratch);
    if (IsAsked(rule, mask) && language::IsBlank(text)) return violations.Add(path, "REQUIRED");
    CheckText(rule, text, path, violations);
  }
}

void CheckMessage(const Message& message, const std::string& path, const Mask* mask, Violations& violations) {
  for (const FieldRule& rule : RulesOf(*message.GetDescriptor())) {
    // An update takes the etag from the resource, where it is output only for everything else.
    if (rule.output_only && rule.field->name() != "etag") continue;
    const std::string here = Join(path, rule.field->name());
    if (rule.field->is_repeated()) {
      CheckRepeated(message, rule, here, mask, violations);
    } else {
      CheckSingle(message, rule, here, mask, violations);
    }
  }
}

// Whether what a request makes is named by the server: the name that may stand in it is nobody's yet
// (AIP-133).
bool MakesAResource(const Message& request) {
  return absl::StartsWith(request.GetDescriptor()->name(), "Create");
}

// Calls `visit(field path, text)` for every resource name in the message; with `named_later`, not for the
// names of the resources in it.
template <class Visit>
void VisitNames(const Message& message, const std::string& path, bool named_later, const Visit& visit) {
  const Reflection& reflection = *message.GetReflection();
  for (const FieldRule& rule : RulesOf(*message.GetDescriptor())) {
    if (rule.output_only || rule.field->is_map() || (rule.identifier && named_later)) continue;
    const std::string here = Join(path, rule.field->name());
    const int size = rule.field->is_repeated() ? reflection.FieldSize(message, rule.field)
                                               : static_cast<int>(reflection.HasField(message, rule.field));
    for (int i = 0; i < size; ++i) {
      if (rule.field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
        VisitNames(rule.field->is_repeated() ? reflection.GetRepeatedMessage(message, rule.field, i)
                                             : reflection.GetMessage(message, rule.field),
                   here, named_later, visit);
      } else if (!rule.patterns.empty()) {
        visit(here, rule.field->is_repeated() ? reflection.GetRepeatedString(message, rule.field, i)
                                              : reflection.GetString(message, rule.field));
      }
    }
  }
}

}  // namespace

void CheckRequest(const Message& request, Violations& violations) {
  CheckMessage(request, "", nullptr, violations);
}

bool ComesBefore(const google::type::Date& a, const google::type::Date& b) {
  return Exists(a) && Exists(b) && DayOf(a) < DayOf(b);
}

void CheckMessage(const Message& message, absl::string_view path, Violations& violations) {
  CheckMessage(message, std::string(path), nullptr, violations);
}

std::string RegionOfRequest(const Message& request, Violations& violations) {
  std::string region;
  VisitNames(request, "", MakesAResource(request),
             [&region, &violations](const std::string& field, const std::string& name) {
               const std::optional<std::string> named = RegionOf(name);
               if (!named.has_value()) return;
               if (region.empty()) region = *named;
               if (region != *named) violations.Add(field, "REGION_MISMATCH", name);
             });
  return region.empty() ? "shared" : region;
}

void ClearOutputOnly(Message& message) {
  const Reflection& reflection = *message.GetReflection();
  for (const FieldRule& rule : RulesOf(*message.GetDescriptor())) {
    if (rule.output_only || rule.identifier) {
      reflection.ClearField(&message, rule.field);
    } else if (rule.field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE && !rule.field->is_map()) {
      if (rule.field->is_repeated()) {
        for (int i = 0; i < reflection.FieldSize(message, rule.field); ++i) {
          ClearOutputOnly(*reflection.MutableRepeatedMessage(&message, rule.field, i));
        }
      } else if (reflection.HasField(message, rule.field)) {
        ClearOutputOnly(*reflection.MutableMessage(&message, rule.field));
      }
    }
  }
}

}  // namespace waarborg::call
