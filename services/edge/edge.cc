#include "services/edge/edge.h"

#include <algorithm>
#include <vector>

#include "services/call/authorization.h"
#include "services/call/error.h"
#include "services/call/request_check.h"
#include "services/language/status_macros.h"

namespace waarborg::edge {
namespace {

constexpr const char* kMemberKey = "waarborg-member";
constexpr const char* kTraceKey = "traceparent";
constexpr std::size_t kTraceparentBytes = 55;

// The first value of a metadata key, or "".
std::string MetadataOf(const grpc::CallbackServerContext& context, const char* key) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(key);
  return found == metadata.end() ? std::string() : std::string(found->second.data(), found->second.size());
}

// Every request that can be repeated carries its id in a field of this name.
std::string RequestIdOf(const google::protobuf::Message& request) {
  const google::protobuf::FieldDescriptor* field = request.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr) return "";
  return request.GetReflection()->GetString(request, field);
}

std::string TraceparentOf(const grpc::CallbackServerContext& context) {
  std::string traceparent = MetadataOf(context, kTraceKey);
  return traceparent.size() == kTraceparentBytes ? traceparent : std::string();
}

}  // namespace

absl::StatusOr<call::Caller> Edge::Identify(const grpc::CallbackServerContext& context,
                                            const std::string& method) const {
  const std::vector<call::Role>* const roles = call::RolesOf(method);
  if (roles != nullptr && roles->empty()) return call::Caller{};
  const std::string member = settings_.dev_identities ? MetadataOf(context, kMemberKey) : "";
  if (member.empty()) return call::Error(absl::StatusCode::kUnauthenticated, "NO_CALLER");
  return settings_.directory->Find(member);
}

absl::StatusOr<call::Call> Edge::Admit(const grpc::CallbackServerContext& context, const std::string& method,
                                       const google::protobuf::Message& request, absl::Duration longest,
                                       Shape shape) const {
  ASSIGN_OR_RETURN(call::Caller caller, Identify(context, method));
  call::Violations violations;
  if (shape == Shape::kChecked) call::CheckRequest(request, violations);
  const absl::Time now = settings_.clock();
  call::Call call{.caller = std::move(caller),
                  .region = call::RegionOfRequest(request, violations),
                  .method = method,
                  .request_id = RequestIdOf(request),
                  .traceparent = TraceparentOf(context),
                  .now = now,
                  .deadline = std::min(absl::FromChrono(context.deadline()), now + longest),
                  .entropy = settings_.entropy};
  RETURN_IF_ERROR(call::Authorize(call));
  RETURN_IF_ERROR(violations.ToStatus());
  return call;
}

}  // namespace waarborg::edge
