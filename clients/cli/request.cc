#include "clients/cli/request.h"

#include <set>
#include <utility>

#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "clients/cli/field_value.h"
#include "clients/cli/lenient_json.h"
#include "clients/cli/request_shape.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/text_file.h"
#include "clients/cpp/request_id.h"
#include "google/protobuf/field_mask.pb.h"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Follows a dotted path; empty when it leads nowhere.
FieldPath Follow(const std::string& path, const Descriptor& start) {
  FieldPath found;
  const Descriptor* type = &start;
  for (const absl::string_view step : absl::StrSplit(path, '.')) {
    const FieldDescriptor* field = type == nullptr ? nullptr : type->FindFieldByName(std::string(step));
    if (field == nullptr) return {};
    found.steps.push_back(field);
    type = field->is_repeated() ? nullptr : field->message_type();
  }
  return found;
}

std::optional<Fault> MergeFile(const CommandLine& line, std::istream& in, Message& request, Fields& named) {
  if (!line.file.has_value()) return std::nullopt;
  const Parsed<std::string> text = ReadTextFile(*line.file, in);
  if (!text.ok()) return text.error();
  return MergeRequestJson(*text, line.region, request, named);
}

// A repeated field that a flag names is what its flags say: what the file said goes at the first of them.
class Flags final {
 public:
  // Adds to `named` the fields that flags name.
  Flags(const CommandLine& line, Message& request, Fields& named)
      : line_(line), request_(request), named_(named) {}

  std::optional<Fault> PutAll() {
    for (const Flag& flag : line_.fields) {
      std::optional<Fault> fault = PutOne(flag);
      if (fault.has_value()) return fault;
    }
    return std::nullopt;
  }

 private:
  std::optional<Fault> PutOne(const Flag& flag) {
    const Parsed<FieldPath> path = ResolveField(flag.name, *request_.GetDescriptor());
    if (!path.ok()) return path.error();
    Message* owner = &request_;
    for (std::size_t i = 0; i + 1 < path->steps.size(); ++i) {
      owner = owner->GetReflection()->MutableMessage(owner, path->steps[i]);
    }
    const FieldDescriptor& field = *path->steps.back();
    if (!flag.value.has_value() && field.type() != FieldDescriptor::TYPE_BOOL) {
      return Fault{"FLAG_NEEDS_VALUE", {{"flag", flag.name}}};
    }
    named_.insert(path->steps.begin(), path->steps.end());
    if (seen_.insert({owner, &field}).second) owner->GetReflection()->ClearField(owner, &field);
    return PutFieldValue(flag.value.value_or("true"), field, line_.region, *owner);
  }

  const CommandLine& line_;
  Message& request_;
  std::set<std::pair<const Message*, const FieldDescriptor*>> seen_;
  Fields& named_;
};

}  // namespace

Parsed<FieldPath> ResolveField(const std::string& flag, const Descriptor& request) {
  const std::string path = absl::StrReplaceAll(flag, {{"-", "_"}});
  FieldPath own = Follow(path, request);
  if (!own.steps.empty()) return own;
  std::vector<FieldPath> inner;
  for (const FieldDescriptor* embedded : EmbeddedResources(request)) {
    FieldPath found = Follow(path, *embedded->message_type());
    if (found.steps.empty()) continue;
    found.steps.insert(found.steps.begin(), embedded);
    inner.push_back(std::move(found));
  }
  if (inner.empty()) return Fault{"UNKNOWN_FLAG", {{"flag", flag}}};
  if (inner.size() > 1) return Fault{"AMBIGUOUS_FLAG", {{"flag", flag}}};
  return std::move(inner.front());
}

std::optional<Fault> BuildRequest(const CommandLine& line, const std::string& name, std::istream& in,
                                  Message& request) {
  Fields named;
  std::optional<Fault> fault = MergeFile(line, in, request, named);
  if (!fault.has_value() && !name.empty()) fault = PutName(name, line.region, request);
  Flags flags(line, request, named);
  if (!fault.has_value()) fault = flags.PutAll();
  if (fault.has_value()) return fault;
  FillRegion(line.region, request);
  FillUpdateMask(named, request);
  client::FillRequestId(request);
  return std::nullopt;
}

}  // namespace waarborg::cli
