#include "clients/cli/response_text.h"

#include <map>

#include "absl/strings/match.h"
#include "clients/cli/coded_text.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/sheet.h"
#include "clients/cli/value_text.h"
#include "google/protobuf/io/coded_stream.h"
#include "google/protobuf/io/zero_copy_stream_impl_lite.h"
#include "google/protobuf/util/json_util.h"
#include "google/protobuf/util/type_resolver_util.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

using Columns = std::map<std::string, std::vector<std::string>, std::less<>>;

const Columns& KnownColumns() {
  static const auto* const columns = new Columns{
      {"waarborg.framework.v1.FrameworkVersion", {"name", "title", "publish_time", "content_hash"}},
      {"waarborg.registry.v1.Region", {"name", "title", "kind", "current_policy"}},
      {"waarborg.registry.v1.PolicyVersion", {"name", "overall_reading", "publish_time"}},
      {"waarborg.registry.v1.Provider",
       {"name", "title", "profile", "kinds_of_care", "kvk_number", "inactive"}},
      {"waarborg.registry.v1.Location", {"name", "title", "place", "kinds_of_care"}},
      {"waarborg.registry.v1.Contract",
       {"name", "commissioning_body", "legal_basis", "framework_version", "start_date", "end_date"}},
      {"waarborg.registry.v1.Certificate",
       {"name", "norm", "state", "organisation", "start_date", "end_date", "surveillance_overdue"}},
      {"waarborg.registry.v1.Norm",
       {"id", "title", "longest_months", "surveillance_months", "public_register"}},
      {"waarborg.registry.v1.Obligation", {"name", "state", "due_date", "overdue", "update_time"}},
      {"waarborg.registry.v1.ObligationRule",
       {"id", "sector", "title", "every_months", "due_month", "due_day"}},
      {"waarborg.registry.v1.ExternalJudgement", {"name", "state", "issuer", "date", "document"}},
      {"waarborg.registry.v1.JudgementToWeigh",
       {"external_judgement", "issuer", "date", "criteria", "diverging", "reason_wanted"}},
      {"waarborg.incident.v1.Incident",
       {"name", "provider", "kind", "state", "occurrence_time", "receive_time", "summary",
        "acknowledge_overdue"}},
      {"waarborg.evidence.v1.Attachment",
       {"name", "provider", "state", "title", "evidence_type", "confidentiality", "size_bytes",
        "receive_time"}},
      {"waarborg.comment.v1.Comment",
       {"name", "state", "author", "create_time", "shared_with_provider", "text"}},
      {"waarborg.team.v1.Member", {"name", "display_name", "roles", "expertise", "provider", "inactive"}},
      {"waarborg.assessment.v1.Assessment",
       {"name", "provider", "kind", "state", "legal_basis", "outcome", "update_time"}},
      {"waarborg.assessment.v1.Finding", {"name", "score", "methods", "carried_over", "author", "time"}},
      {"waarborg.assessment.v1.DecisionRecord", {"name", "supersedes", "outcome", "author", "time"}},
      {"waarborg.improvement.v1.ImprovementPlan",
       {"name", "provider", "assessment", "state", "version", "end_date", "overdue", "update_time"}},
      {"waarborg.improvement.v1.AttentionPoint", {"name", "state", "criterion", "score", "update_time"}},
      {"waarborg.escalation.v1.Standing",
       {"commissioning_body", "level", "provisional", "since", "end_date", "evaluation_date", "open_step",
        "open_acute_case"}},
      {"waarborg.escalation.v1.Step",
       {"name", "commissioning_body", "state", "from_level", "proposed_level", "decided_level",
        "update_time"}},
      {"waarborg.escalation.v1.AcuteCase",
       {"name", "commissioning_body", "state", "provisional_level", "lapse_time", "update_time"}},
      {"waarborg.task.v1.Task", {"name", "kind", "resource", "role", "assignee", "due_time", "state"}},
      {"waarborg.term.v1.Term", {"resource", "kind", "due_time", "rule", "suspend_time"}},
      {"waarborg.audit.v1.Event",
       {"sequence", "time", "actor", "role", "kind", "resource", "from_state", "to_state", "level"}},
      {"waarborg.audit.v1.Leaf", {"sequence", "content"}},
      {"waarborg.lifecycle.v1.Lifecycle", {"name", "title", "states"}},
  };
  return *columns;
}

// A text as lists show it: names short, and what a journal holds as codes in words.
std::string TextCell(const Message& message, const FieldDescriptor& field, const std::string& text,
                     const Style& style) {
  const std::string pattern = PatternOf(field);
  if (!pattern.empty()) return Shorten(text, pattern);
  if (message.GetDescriptor() != audit::v1::Event::descriptor()) return BelowRegion(text);
  const auto& event = dynamic_cast<const audit::v1::Event&>(message);
  if (field.name() == "kind") return EventLabel(text, style.language);
  if (field.name() == "level") return LevelLabel(text, style.language);
  if (absl::EndsWith(field.name(), "_state")) return StateLabel(event.resource(), text, style.language);
  return BelowRegion(text);
}

std::string CellOf(const Message& message, const FieldDescriptor& field, const Style& style) {
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_BOOL &&
      !message.GetReflection()->GetBool(message, &field)) {
    return "";
  }
  const std::string text = ValueText(message, field, style);
  const bool is_text = field.type() == FieldDescriptor::TYPE_STRING && !field.is_repeated();
  return is_text ? TextCell(message, field, text, style) : text;
}

constexpr char kTypePrefix[] = "type.googleapis.com";

google::protobuf::util::TypeResolver* Types() {
  static auto* const types = google::protobuf::util::NewTypeResolverForDescriptorPool(
      kTypePrefix, google::protobuf::DescriptorPool::generated_pool());
  return types;
}

// The bytes of a message with its maps in the order of their keys, which is then that of the JSON.
std::string InOneOrder(const Message& message) {
  std::string bytes;
  google::protobuf::io::StringOutputStream stream(&bytes);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  message.SerializeToCodedStream(&coded);
  coded.Trim();
  return bytes;
}

// What a list says beside its rows, such as the expertise that nobody fills.
std::string PrintRest(const Message& response, const FieldDescriptor& list, const Style& style) {
  const std::unique_ptr<Message> rest(response.New());
  rest->CopyFrom(response);
  rest->GetReflection()->ClearField(rest.get(), &list);
  return PrintSheet(*rest, style);
}

}  // namespace

const FieldDescriptor* ListField(const Descriptor& response) {
  const FieldDescriptor* list = nullptr;
  for (int i = 0; i < response.field_count(); ++i) {
    const FieldDescriptor* field = response.field(i);
    if (field->message_type() == nullptr) continue;
    if (!field->is_repeated() || list != nullptr) return nullptr;
    list = field;
  }
  return response.FindFieldByName("name") == nullptr ? list : nullptr;
}

std::vector<const FieldDescriptor*> ColumnsOf(const Descriptor& type) {
  std::vector<const FieldDescriptor*> columns;
  const auto known = KnownColumns().find(type.full_name());
  if (known == KnownColumns().end()) {
    for (int i = 0; i < type.field_count(); ++i) columns.push_back(type.field(i));
    return columns;
  }
  for (const std::string& name : known->second) columns.push_back(type.FindFieldByName(name));
  return columns;
}

TextTable TableFor(const Descriptor& type, const Style& style) {
  std::vector<std::string> header;
  for (const FieldDescriptor* column : ColumnsOf(type)) header.push_back(FieldLabel(*column, style.language));
  return TextTable(std::move(header));
}

std::vector<std::string> RowOf(const Message& message, const Style& style) {
  std::vector<std::string> row;
  for (const FieldDescriptor* column : ColumnsOf(*message.GetDescriptor())) {
    row.push_back(CellOf(message, *column, style));
  }
  return row;
}

std::string PrintResponse(const Message& response, const Style& style) {
  const FieldDescriptor* list = ListField(*response.GetDescriptor());
  if (list == nullptr) return PrintSheet(response, style);
  TextTable table = TableFor(*list->message_type(), style);
  for (int i = 0; i < response.GetReflection()->FieldSize(response, list); ++i) {
    table.Add(RowOf(response.GetReflection()->GetRepeatedMessage(response, list, i), style));
  }
  const std::string rows =
      table.empty() ? absl::StrCat(Say(style.language, "NOTHING_FOUND"), "\n") : table.Print(style);
  return absl::StrCat(rows, PrintRest(response, *list, style));
}

std::string PrintJson(const Message& message, bool on_one_line) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = !on_one_line;
  std::string text;
  // Messages of this API hold nothing that JSON could not.
  static_cast<void>(google::protobuf::util::BinaryToJsonString(
      Types(), absl::StrCat(kTypePrefix, "/", message.GetDescriptor()->full_name()), InOneOrder(message),
      &text, options));
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
}

}  // namespace waarborg::cli
