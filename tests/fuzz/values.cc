#include "tests/fuzz/values.h"

#include <limits>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "google/api/field_behavior.pb.h"
#include "google/protobuf/field_mask.pb.h"
#include "google/protobuf/timestamp.pb.h"
#include "google/type/date.pb.h"
#include "tests/fuzz/texts.h"
#include "waarborg/annotations/v1/annotations.pb.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
namespace marks = waarborg::annotations::v1;

constexpr int kUsualLength = 200;
constexpr int kUsualItems = 200;

int LimitOf(const FieldDescriptor& field) {
  const auto& options = field.options();
  return options.HasExtension(marks::max_length) ? options.GetExtension(marks::max_length) : kUsualLength;
}

template <class Number>
constexpr Number kLowest = std::numeric_limits<Number>::min();
template <class Number>
constexpr Number kHighest = std::numeric_limits<Number>::max();

void FillDate(Chance& chance, bool odd, google::type::Date& date) {
  struct Day {
    int year, month, day;
  };
  static constexpr Day kOdd[] = {{0, 0, 0},
                                 {2024, 2, 30},
                                 {2025, 13, 1},
                                 {2025, 0, 1},
                                 {2025, 6, 0},
                                 {1, 1, 1},
                                 {1899, 12, 31},
                                 {1900, 1, 1},
                                 {9999, 12, 31},
                                 {10000, 1, 1},
                                 {-1, -1, -1},
                                 {2024, 2, 29},
                                 {2025, 6, 2},
                                 {9999, 1, 1},
                                 {kLowest<int>, 1, 1},
                                 {kHighest<int>, 12, 31},
                                 {2025, 12, 400},
                                 {2400, 10, 1000},
                                 {2025, kHighest<int>, 1}};
  const Day plain{2024 + chance.Below(4), 1 + chance.Below(12), 1 + chance.Below(28)};
  const Day day = odd ? chance.Pick(kOdd) : plain;
  date.set_year(day.year);
  date.set_month(day.month);
  date.set_day(day.day);
}

void FillMoment(Chance& chance, bool odd, google::protobuf::Timestamp& moment) {
  static constexpr std::int64_t kSeconds[] = {0,
                                              -1,
                                              -62'135'596'801,
                                              -62'135'596'800,
                                              253'402'300'799,
                                              253'402'300'800,
                                              kLowest<std::int64_t>,
                                              kHighest<std::int64_t>};
  static constexpr int kNanos[] = {0, -1, 999'999'999, 1'000'000'000, kLowest<int>, kHighest<int>};
  moment.set_seconds(odd ? chance.Pick(kSeconds) : 1'700'000'000 + chance.Below(100'000'000));
  moment.set_nanos(odd ? chance.Pick(kNanos) : 0);
}

// The fields of the resource beside the mask; odd: paths that name nothing, or what nobody may change.
void FillMask(Chance& chance, bool odd, const Message& owner, google::protobuf::FieldMask& mask) {
  const google::protobuf::Descriptor& type = *owner.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const google::protobuf::Descriptor* const beside = type.field(i)->message_type();
    if (beside == nullptr || beside == google::protobuf::FieldMask::descriptor()) continue;
    for (int count = 1 + chance.Below(3); count > 0 && beside->field_count() > 0; --count) {
      mask.add_paths(beside->field(chance.Below(beside->field_count()))->name());
    }
  }
  if (odd) mask.add_paths(chance.Percent(30) ? "*" : OddText(chance));
}

}  // namespace

bool Values::IsMarked(const FieldDescriptor& field, int behavior) {
  for (const int each : field.options().GetRepeatedExtension(google::api::field_behavior)) {
    if (each == behavior) return true;
  }
  return false;
}

std::string Values::Name(const std::string& patterns, bool odd) {
  const std::vector<std::string> all = absl::StrSplit(patterns, '|');
  std::string name = known_.Name(chance_, chance_.Pick(all));
  // Most of what exists is in one region, and a request speaks of one region.
  for (int tries = 0; tries < 3 && !absl::StartsWith(name, "regions/nmd"); ++tries) {
    name = known_.Name(chance_, chance_.Pick(all));
  }
  return odd ? OddName(chance_, name) : name;
}

std::string Values::Token(bool odd) {
  const std::string known = known_.Text(chance_, "next_page_token");
  if (!odd) return chance_.Percent(70) ? "" : known;
  if (chance_.Percent(50)) return Spoiled(chance_, known);
  internal::v1::PageToken token;
  token.set_list(chance_.Percent(50) ? "" : "0123456789abcdef");
  token.set_next_key(AnyBytes(chance_, 40));
  return absl::WebSafeBase64Escape(token.SerializeAsString());
}

std::string Values::Text(const FieldDescriptor& field, bool odd) {
  const std::string& place = field.name();
  if (place == "page_token") return Token(odd);
  const auto& options = field.options();
  if (options.HasExtension(marks::resource_name))
    return Name(options.GetExtension(marks::resource_name), odd);
  if (odd) return chance_.Percent(40) ? TextAround(chance_, LimitOf(field)) : OddText(chance_);
  if (place == "etag" && chance_.Percent(80)) return "";
  if (absl::EndsWith(place, "_id") && chance_.Percent(80)) return absl::StrCat("fuzz-", ++ids_);
  const std::string known = known_.Text(chance_, field);
  return known.empty() || chance_.Percent(20) ? PlainText(chance_) : known;
}

int Values::Enum(const google::protobuf::EnumDescriptor& type, bool odd) {
  static constexpr int kOdd[] = {0, -1, 77, kLowest<int>, kHighest<int>};
  if (odd || type.value_count() < 2) return chance_.Pick(kOdd);
  return type.value(1 + chance_.Below(type.value_count() - 1))->number();
}

std::int64_t Values::Number(bool odd) {
  static constexpr std::int64_t kOdd[] = {-1,
                                          0,
                                          10'001,
                                          1'000'000'007,
                                          kHighest<int>,
                                          kLowest<int>,
                                          kHighest<std::int64_t>,
                                          kLowest<std::int64_t>,
                                          kHighest<std::int64_t> - 1};
  return odd ? chance_.Pick(kOdd) : chance_.Below(chance_.Percent(80) ? 12 : 400);
}

bool Values::FillWellKnown(Message& message, bool odd, const Message& owner) {
  const google::protobuf::Descriptor* const type = message.GetDescriptor();
  if (type == google::type::Date::descriptor()) {
    FillDate(chance_, odd, static_cast<google::type::Date&>(message));
  } else if (type == google::protobuf::Timestamp::descriptor()) {
    FillMoment(chance_, odd, static_cast<google::protobuf::Timestamp&>(message));
  } else if (type == google::protobuf::FieldMask::descriptor()) {
    FillMask(chance_, odd, owner, static_cast<google::protobuf::FieldMask&>(message));
  } else {
    return false;
  }
  return true;
}

int Values::Count(const FieldDescriptor& field, bool odd) {
  const auto& options = field.options();
  const int most =
      options.HasExtension(marks::max_items) ? options.GetExtension(marks::max_items) : kUsualItems;
  const int odd_counts[] = {0, most, most + 1};
  if (odd) return chance_.Pick(odd_counts);
  return (IsMarked(field, google::api::REQUIRED) ? 1 : 0) + chance_.Below(3);
}

}  // namespace waarborg::fuzz
