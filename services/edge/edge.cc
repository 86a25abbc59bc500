#include "services/edge/edge.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "grpc/support/time.h"
#include "services/call/authorization.h"
#include "services/call/error.h"
#include "services/edge/door.h"
#include "services/language/status_macros.h"

namespace waarborg::edge {
namespace {

constexpr const char* kMemberKey = "waarborg-member";
constexpr const char* kTraceKey = "traceparent";

// The first value of a metadata key, or "".
std::string MetadataOf(const grpc::CallbackServerContext& context, const char* key) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(key);
  return found == metadata.end() ? std::string() : std::string(found->second.data(), found->second.size());
}

// How long the client still waits. Its deadline is a moment on gRPC's clock; ours may be another.
absl::Duration LeftFor(const grpc::CallbackServerContext& context) {
  const gpr_timespec left = gpr_time_sub(gpr_convert_clock_type(context.raw_deadline(), GPR_CLOCK_MONOTONIC),
                                         gpr_now(GPR_CLOCK_MONOTONIC));
  return absl::Seconds(left.tv_sec) + absl::Nanoseconds(left.tv_nsec);
}

// Every request that can be repeated carries its id in a field of this name.
std::string RequestIdOf(const google::protobuf::Message& request) {
  const google::protobuf::FieldDescriptor* field = request.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr) return "";
  return request.GetReflection()->GetString(request, field);
}

// 00-{32 hex}-{16 hex}-{2 hex}; what has another form is ignored, as W3C Trace Context asks. It enters the
// journal for ever, so nothing else may hide in it.
std::string TraceparentOf(const grpc::CallbackServerContext& context) {
  constexpr absl::string_view kForm = "xx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxx-xx";
  std::string traceparent = MetadataOf(context, kTraceKey);
  if (traceparent.size() != kForm.size()) return "";
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const char c = traceparent[i];
    const bool hex = absl::ascii_isdigit(static_cast<unsigned char>(c)) || (c >= 'a' && c <= 'f');
    if (kForm[i] == 'x' ? !hex : c != kForm[i]) return "";
  }
  return traceparent;
}

}  // namespace

Edge::Edge(Settings settings)
    : settings_(std::move(settings)),
      alarms_(std::make_unique<AlarmClock>()),
      readers_(std::make_unique<Readers>(limits::kReaderThreads, limits::kWaitingReads)),
      transfers_(std::make_unique<Transfers>(settings_.transfers)) {
  const auto left = std::make_shared<std::promise<void>>();
  left_ = left->get_future();
  house_ = std::shared_ptr<void>(nullptr, [left](std::nullptr_t) { left->set_value(); });
}

// A write function may outlast the call it works for: what it uses must still be there.
Edge::~Edge() {
  house_.reset();
  left_.wait();
}

absl::Status Edge::Late() { return call::Error(absl::StatusCode::kDeadlineExceeded, "NO_ANSWER_IN_TIME"); }

absl::Status Edge::TransfersFull() {
  return call::Error(absl::StatusCode::kResourceExhausted, "TRANSFERS_FULL");
}

absl::Status Edge::CheckMessage(const google::protobuf::Message& message) {
  call::Violations violations;
  call::CheckRequest(message, violations);
  return violations.ToStatus();
}

absl::StatusOr<call::Caller> Edge::Identify(const grpc::CallbackServerContext& context,
                                            const std::string& method) const {
  const std::vector<call::Role>* const roles = call::RolesOf(method);
  if (roles != nullptr && roles->empty()) return call::Caller{};
  const std::string member = settings_.dev_identities ? MetadataOf(context, kMemberKey) : "";
  if (member.empty()) return call::Error(absl::StatusCode::kUnauthenticated, "NO_CALLER");
  return settings_.directory->Find(member);
}

absl::StatusOr<Edge::Entry> Edge::Enter(const grpc::CallbackServerContext& context,
                                        const std::string& method) const {
  ASSIGN_OR_RETURN(call::Caller caller, Identify(context, method));
  RETURN_IF_ERROR(call::AuthorizeMethod(caller, method));
  return Entry{.caller = std::move(caller), .method = method, .traceparent = TraceparentOf(context)};
}

absl::StatusOr<call::Call> Edge::CallFor(const Entry& entry, const google::protobuf::Message& request,
                                         absl::Duration longest, Shape shape, Meaning meaning) const {
  call::Violations violations;
  if (shape == Shape::kChecked) call::CheckRequest(request, violations);
  const absl::Time now = settings_.clock();
  call::Call call{.caller = entry.caller,
                  .region = call::RegionOfRequest(request, violations),
                  .method = entry.method,
                  .request_id = RequestIdOf(request),
                  .traceparent = entry.traceparent,
                  .now = now,
                  .deadline = now + longest,
                  .entropy = settings_.entropy};
  call::Violations meant;
  meaning(meant);
  violations.AddOnOtherFields(meant);
  RETURN_IF_ERROR(violations.ToStatus());
  RETURN_IF_ERROR(call::AuthorizeRegion(call));
  return call;
}

absl::StatusOr<call::Call> Edge::Admit(const grpc::CallbackServerContext& context, const std::string& method,
                                       const google::protobuf::Message& request, absl::Duration longest,
                                       Shape shape, Meaning meaning) const {
  const bool unreadable = RequestIsUnreadable();
  ASSIGN_OR_RETURN(const Entry entry, Enter(context, method));
  if (unreadable) {
    call::Violations violations;
    violations.Add("", "MALFORMED_REQUEST");
    return violations.ToStatus();
  }
  ASSIGN_OR_RETURN(call::Call call, CallFor(entry, request, longest, shape, meaning));
  call.deadline = std::min(call.now + LeftFor(context), call.deadline);
  return call;
}

}  // namespace waarborg::edge
