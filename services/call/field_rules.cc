#include "services/call/field_rules.h"

#include <map>
#include <memory>
#include <mutex>

#include "absl/strings/str_split.h"
#include "google/api/field_behavior.pb.h"
#include "waarborg/annotations/v1/annotations.pb.h"

namespace waarborg::call {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

// The longest resource name, and the longest token that ends with such a name's key, are longer than a text
// where nothing is said.
constexpr int kNameLength = 400;
constexpr int kPageTokenLength = 2000;
constexpr int kRequestIdLength = 100;
constexpr int kEtagLength = 40;

FieldRule ReadRule(const FieldDescriptor& field) {
  FieldRule rule{.field = &field};
  const auto& options = field.options();
  for (const int behavior : options.GetRepeatedExtension(google::api::field_behavior)) {
    rule.required |= behavior == google::api::REQUIRED;
    rule.output_only |= behavior == google::api::OUTPUT_ONLY;
    rule.identifier |= behavior == google::api::IDENTIFIER;
  }
  namespace marks = waarborg::annotations::v1;
  rule.request_id = field.name() == "request_id";
  if (rule.request_id) rule.max_length = kRequestIdLength;
  if (field.name() == "etag") rule.max_length = kEtagLength;
  if (field.name() == "page_token") rule.max_length = kPageTokenLength;
  if (options.HasExtension(marks::resource_name)) rule.max_length = kNameLength;
  if (options.HasExtension(marks::max_length)) rule.max_length = options.GetExtension(marks::max_length);
  if (options.HasExtension(marks::max_items)) rule.max_items = options.GetExtension(marks::max_items);
  if (options.HasExtension(marks::resource_name)) {
    rule.patterns = absl::StrSplit(options.GetExtension(marks::resource_name), '|');
  }
  return rule;
}

}  // namespace

const std::vector<FieldRule>& RulesOf(const Descriptor& type) {
  static std::mutex mutex;
  static auto* const known = new std::map<const Descriptor*, std::unique_ptr<std::vector<FieldRule>>>();
  const std::lock_guard<std::mutex> lock(mutex);
  std::unique_ptr<std::vector<FieldRule>>& rules = (*known)[&type];
  if (rules == nullptr) {
    rules = std::make_unique<std::vector<FieldRule>>();
    for (int i = 0; i < type.field_count(); ++i) rules->push_back(ReadRule(*type.field(i)));
  }
  return *rules;
}

}  // namespace waarborg::call
