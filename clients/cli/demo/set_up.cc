#include "clients/cli/demo/set_up.h"

#include "clients/cli/demo/stage.h"

namespace waarborg::cli::demo {
namespace {

constexpr absl::string_view kAdministrator = "regions/shared/members/administrator";

}  // namespace

std::optional<client::ApiError> SetUp(const Session& session, const Sample& sample) {
  for (const SampleRequest& each : sample.scene) {
    const Answer answer = Call(session, each.rpc, each.request, kAdministrator, "");
    if (!answer.ok() && answer.error().code != grpc::StatusCode::ALREADY_EXISTS) return answer.error();
  }
  return std::nullopt;
}

}  // namespace waarborg::cli::demo
