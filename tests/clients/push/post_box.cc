#include "tests/clients/push/post_box.h"

#include <sstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/push/delivery.h"
#include "clients/push/run.h"
#include "google/rpc/error_details.pb.h"
#include "grpcpp/server_builder.h"

namespace waarborg::testing {

using incident::v1::PushIncidentsRequest;
using incident::v1::PushIncidentsResponse;
using incident::v1::PushResult;

google::rpc::Status ItemError(grpc::StatusCode code, const std::string& reason) {
  google::rpc::ErrorInfo info;
  info.set_reason(reason);
  info.set_domain("waarborg");
  google::rpc::Status status;
  status.set_code(static_cast<int>(code));
  status.set_message(absl::StrCat("in English: ", reason));
  status.add_details()->PackFrom(info);
  return status;
}

PostBox::PostBox() {
  grpc::ServerBuilder builder;
  builder.RegisterService(this);
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port_);
  server_ = builder.BuildAndStart();
}

PostBox::~PostBox() { server_->Shutdown(); }

std::string PostBox::address() const { return absl::StrCat("127.0.0.1:", port_); }

PushResult PostBox::Answer(const PushIncidentsRequest& request, int stream) {
  const std::string& id = request.event().id();
  PushResult result;
  const std::lock_guard<std::mutex> lock(mutex_);
  came_.push_back(id);
  const std::optional<google::rpc::Status> error = judge ? judge(id, stream) : std::nullopt;
  if (error.has_value()) {
    *result.mutable_error() = *error;
    return result;
  }
  ++received_[id];
  result.mutable_receipt()->set_incident(absl::StrCat(request.parent(), "/incidents/", id));
  result.mutable_receipt()->set_receipt_number("2026-000001");
  return result;
}

grpc::Status PostBox::PushIncidents(grpc::ServerContext* context, Wire* wire) {
  int stream = 0;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    stream = ++streams_;
    const auto member = context->client_metadata().find("waarborg-member");
    member_ = std::string(member->second.data(), member->second.size());
  }
  if (const grpc::Status opened = open ? open(stream) : grpc::Status::OK; !opened.ok()) return opened;
  const int most = cut_after ? cut_after(stream) : 0;
  PushIncidentsRequest request;
  for (int position = 1; wire->Read(&request); ++position) {
    if (most > 0 && position > most) return {grpc::StatusCode::UNAVAILABLE, "gone"};
    PushIncidentsResponse response;
    *response.add_results() = Answer(request, stream);
    response.mutable_results(0)->set_position(position);
    wire->Write(response);
  }
  return grpc::Status::OK;
}

std::vector<std::string> PostBox::Came() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return came_;
}

std::map<std::string, int> PostBox::Received() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return received_;
}

std::string PostBox::Member() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return member_;
}

int PostBox::streams() {
  const std::lock_guard<std::mutex> lock(mutex_);
  return streams_;
}

Pushed RunPush(std::vector<std::string> words, const push::Stop& stop, bool terminal) {
  std::ostringstream out;
  std::ostringstream err;
  const push::Surroundings surroundings{.out = out,
                                        .err = err,
                                        .environment = [](const char*) { return std::string(); },
                                        .out_is_terminal = false,
                                        .err_is_terminal = terminal,
                                        .connect = push::ChannelTo,
                                        .stop = stop};
  const int status = push::Run(words, surroundings);
  return {status, out.str(), err.str()};
}

Pushed RunPush(std::vector<std::string> words) {
  const push::Stop stop;
  return RunPush(std::move(words), stop);
}

}  // namespace waarborg::testing
