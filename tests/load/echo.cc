#include "tests/load/echo.h"

#include <iostream>

#include "grpcpp/server.h"
#include "grpcpp/server_builder.h"
#include "waarborg/team/v1/team.grpc.pb.h"

namespace waarborg::load {
namespace {

constexpr std::size_t kTextBytes = 290;

class EchoRpc final : public team::v1::TeamService::CallbackService {
 public:
  grpc::ServerUnaryReactor* GetMember(grpc::CallbackServerContext* context,
                                      const team::v1::GetMemberRequest* request,
                                      team::v1::Member* response) override {
    response->set_display_name(request->name());
    grpc::ServerUnaryReactor* const reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

}  // namespace

int ServeEcho() {
  EchoRpc echo;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&echo);
  const std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr) return EXIT_FAILURE;
  std::cout << "listening on 127.0.0.1:" << port << std::endl;
  server->Wait();
  return EXIT_SUCCESS;
}

NextShot EchoShots() {
  return [](int /*caller*/) -> std::optional<Shot> {
    auto request = std::make_unique<team::v1::GetMemberRequest>();
    request->set_name(std::string(kTextBytes, 'x'));
    return Shot{
        .method = "/waarborg.team.v1.TeamService/GetMember", .member = "", .request = std::move(request)};
  };
}

}  // namespace waarborg::load
