#include "clients/cli/request_shape.h"

#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "clients/cli/request.h"
#include "clients/cli/resource_name.h"
#include "google/api/field_behavior.pb.h"
#include "google/protobuf/field_mask.pb.h"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr char kRegionPattern[] = "regions/*";

bool Has(const FieldDescriptor& field, google::api::FieldBehavior behaviour) {
  const auto& options = field.options();
  for (int i = 0; i < options.ExtensionSize(google::api::field_behavior); ++i) {
    if (options.GetExtension(google::api::field_behavior, i) == behaviour) return true;
  }
  return false;
}

const FieldDescriptor* StringField(const Descriptor& type, const std::string& name) {
  const FieldDescriptor* field = type.FindFieldByName(name);
  return field != nullptr && field->type() == FieldDescriptor::TYPE_STRING ? field : nullptr;
}

// The field that chooses the id of a new resource: `provider_id`.
const FieldDescriptor* NewIdField(const Descriptor& request) {
  for (int i = 0; i < request.field_count(); ++i) {
    const FieldDescriptor& field = *request.field(i);
    if (absl::EndsWith(field.name(), "_id") && field.name() != "request_id") return &field;
  }
  return nullptr;
}

void Set(Message& message, const FieldDescriptor& field, const std::string& value) {
  message.GetReflection()->SetString(&message, &field, value);
}

// A name that fits the parent is the parent; otherwise its last identifier is the new one, and what stands
// before it the parent: "p-1" and "p-1/l-1" for a location, "p-1" for a provider of the region that is known.
void PutNewId(const std::string& name, const std::string& region, const FieldDescriptor* parent,
              const FieldDescriptor& id, Message& request) {
  const std::string pattern = parent == nullptr ? "" : PatternOf(*parent);
  const std::string whole = Expand(name, pattern, region);
  std::vector<std::string> segments = absl::StrSplit(name, '/');
  if (CountIds(pattern) > 1 && static_cast<int>(segments.size()) != CountIds(pattern) &&
      Matches(whole, pattern)) {
    return Set(request, *parent, whole);
  }
  Set(request, id, segments.back());
  segments.pop_back();
  if (parent == nullptr || segments.empty()) return;
  const std::string before = absl::StrJoin(segments, "/");
  segments.pop_back();
  const std::string above = absl::StrJoin(segments, "/");
  Set(request, *parent, Matches(above, pattern) ? above : Expand(before, pattern, region));
}

// The resource that a request changes or publishes, when it names itself.
const FieldDescriptor* SelfNamed(const Descriptor& request) {
  const std::vector<const FieldDescriptor*> embedded = EmbeddedResources(request);
  if (embedded.size() != 1) return nullptr;
  return StringField(*embedded.front()->message_type(), "name") == nullptr ? nullptr : embedded.front();
}

}  // namespace

bool IsRequired(const FieldDescriptor& field) { return Has(field, google::api::REQUIRED); }

bool IsOutputOnly(const FieldDescriptor& field) { return Has(field, google::api::OUTPUT_ONLY); }

std::vector<const FieldDescriptor*> EmbeddedResources(const Descriptor& request) {
  std::vector<const FieldDescriptor*> found;
  for (int i = 0; i < request.field_count(); ++i) {
    const FieldDescriptor& field = *request.field(i);
    if (field.message_type() != nullptr && !field.is_repeated() && IsRequired(field) &&
        absl::StartsWith(field.message_type()->full_name(), "waarborg.")) {
      found.push_back(&field);
    }
  }
  return found;
}

bool TakesName(const Descriptor& request) {
  return StringField(request, "name") != nullptr || NewIdField(request) != nullptr ||
         StringField(request, "parent") != nullptr || SelfNamed(request) != nullptr;
}

std::optional<Fault> PutName(const std::string& name, const std::string& region, Message& request) {
  const Descriptor& type = *request.GetDescriptor();
  const FieldDescriptor* own = StringField(type, "name");
  const FieldDescriptor* parent = StringField(type, "parent");
  const FieldDescriptor* id = NewIdField(type);
  if (own != nullptr) {
    Set(request, *own, Expand(name, PatternOf(*own), region));
  } else if (id != nullptr) {
    PutNewId(name, region, parent, *id, request);
  } else if (parent != nullptr) {
    Set(request, *parent, Expand(name, PatternOf(*parent), region));
  } else if (const FieldDescriptor* resource = SelfNamed(type); resource != nullptr) {
    Message& inner = *request.GetReflection()->MutableMessage(&request, resource);
    const FieldDescriptor& field = *StringField(*inner.GetDescriptor(), "name");
    Set(inner, field, Expand(name, PatternOf(field), region));
  } else {
    return Fault{"NAME_NOT_EXPECTED", {{"name", name}}};
  }
  return std::nullopt;
}

void FillRegion(const std::string& region, Message& request) {
  for (const char* name : {"name", "parent"}) {
    const FieldDescriptor* field = StringField(*request.GetDescriptor(), name);
    if (field == nullptr || PatternOf(*field) != kRegionPattern) continue;
    if (request.GetReflection()->GetString(request, field).empty()) {
      Set(request, *field, absl::StrCat("regions/", region));
    }
  }
}

void FillUpdateMask(const std::set<const FieldDescriptor*>& named, Message& request) {
  const FieldDescriptor* mask_field = request.GetDescriptor()->FindFieldByName("update_mask");
  const FieldDescriptor* resource = SelfNamed(*request.GetDescriptor());
  if (mask_field == nullptr || resource == nullptr) return;
  auto& mask = dynamic_cast<google::protobuf::FieldMask&>(
      *request.GetReflection()->MutableMessage(&request, mask_field));
  if (mask.paths_size() > 0) return;
  const Message& inner = request.GetReflection()->GetMessage(request, resource);
  std::vector<const FieldDescriptor*> filled;
  inner.GetReflection()->ListFields(inner, &filled);
  const std::set<const FieldDescriptor*> set(filled.begin(), filled.end());
  for (int i = 0; i < inner.GetDescriptor()->field_count(); ++i) {
    const FieldDescriptor* field = inner.GetDescriptor()->field(i);
    if (field->name() == "name" || IsOutputOnly(*field)) continue;
    if (set.contains(field) || named.contains(field)) mask.add_paths(field->name());
  }
}

}  // namespace waarborg::cli
