#include "clients/cpp/services.h"

#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/audit/v1/audit.pb.h"
#include "waarborg/backup/v1/backup.pb.h"
#include "waarborg/comment/v1/comment.pb.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/incident/v1/incident.pb.h"
#include "waarborg/lifecycle/v1/lifecycle.pb.h"
#include "waarborg/notice/v1/notice.pb.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/obligation.pb.h"
#include "waarborg/registry/v1/registry.pb.h"
#include "waarborg/risk/v1/risk.pb.h"
#include "waarborg/task/v1/task.pb.h"
#include "waarborg/team/v1/team.pb.h"
#include "waarborg/term/v1/term.pb.h"
#include "waarborg/watch/v1/watch.pb.h"

namespace waarborg::client {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;
using MethodsByName = std::map<std::string, const MethodDescriptor*, std::less<>>;

MethodsByName IndexMethods() {
  MethodsByName methods;
  for (const ServiceDescriptor* service : Services()) {
    for (int i = 0; i < service->method_count(); ++i)
      methods[service->method(i)->name()] = service->method(i);
  }
  return methods;
}

}  // namespace

const std::vector<const ServiceDescriptor*>& Services() {
  // Naming one message of each file makes the linker keep the file and its descriptors.
  static const auto* const services = new std::vector<const ServiceDescriptor*>{
      framework::v1::FrameworkVersion::descriptor()->file()->service(0),
      registry::v1::Region::descriptor()->file()->service(0),
      registry::v1::Certificate::descriptor()->file()->service(0),
      registry::v1::Obligation::descriptor()->file()->service(0),
      team::v1::Member::descriptor()->file()->service(0),
      assessment::v1::Assessment::descriptor()->file()->service(0),
      improvement::v1::ImprovementPlan::descriptor()->file()->service(0),
      escalation::v1::Step::descriptor()->file()->service(0),
      incident::v1::Incident::descriptor()->file()->service(0),
      risk::v1::RiskView::descriptor()->file()->service(0),
      evidence::v1::Attachment::descriptor()->file()->service(0),
      task::v1::Task::descriptor()->file()->service(0),
      term::v1::Term::descriptor()->file()->service(0),
      comment::v1::Comment::descriptor()->file()->service(0),
      notice::v1::NoticeSetting::descriptor()->file()->service(0),
      audit::v1::Event::descriptor()->file()->service(0),
      watch::v1::WatchUpdate::descriptor()->file()->service(0),
      lifecycle::v1::Lifecycle::descriptor()->file()->service(0),
      backup::v1::Backup::descriptor()->file()->service(0),
  };
  return *services;
}

const MethodDescriptor* FindMethod(absl::string_view name) {
  static const auto* const methods = new MethodsByName(IndexMethods());
  const auto found = methods->find(std::string(name));
  return found == methods->end() ? nullptr : found->second;
}

std::string PathOf(const MethodDescriptor& method) {
  return absl::StrCat("/", method.service()->full_name(), "/", method.name());
}

const FieldDescriptor* RequestIdField(const google::protobuf::Descriptor& request) {
  const FieldDescriptor* field = request.FindFieldByName("request_id");
  return field != nullptr && field->type() == FieldDescriptor::TYPE_STRING ? field : nullptr;
}

bool IsRepeatable(const MethodDescriptor& method) {
  if (RequestIdField(*method.input_type()) != nullptr) return true;
  const std::string& name = method.name();
  return absl::StartsWith(name, "Get") || absl::StartsWith(name, "List") ||
         absl::StartsWith(name, "Evaluate");
}

}  // namespace waarborg::client
