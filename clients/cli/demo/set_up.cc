#include "clients/cli/demo/set_up.h"

#include "absl/strings/str_cat.h"
#include "clients/cli/demo/stage.h"

namespace waarborg::cli::demo {
namespace {

using nlohmann::json;

constexpr absl::string_view kAdministrator = "regions/shared/members/administrator";

struct Part {
  const char* file;
  const char* rpc;
};

// In this order: each stands on the one before.
constexpr Part kParts[] = {
    {"region.json", "CreateRegion"},      {"providers.json", "CreateProvider"},
    {"locations.json", "CreateLocation"}, {"contracts.json", "CreateContract"},
    {"members.json", "CreateMember"},
};

constexpr const char* kRegions[] = {"nmd", "care-office"};

std::optional<client::ApiError> MakeOne(const Session& session, absl::string_view rpc, const json& request) {
  const Answer answer = Call(session, rpc, request, kAdministrator, "");
  if (answer.ok() || answer.error().code == grpc::StatusCode::ALREADY_EXISTS) return std::nullopt;
  return answer.error();
}

std::optional<client::ApiError> MakeAll(const Session& session, const std::string& path,
                                        absl::string_view rpc) {
  const json content = ReadJsonFile(path);
  if (content.is_discarded()) {
    const std::string text = absl::StrCat(path, "?");
    return client::ApiError{.code = grpc::StatusCode::INVALID_ARGUMENT,
                            .reason = "SAMPLE_UNREADABLE",
                            .message_nl = text,
                            .message_en = text};
  }
  const json requests = content.is_array() ? content : json::array({content});
  for (const json& request : requests) {
    if (std::optional<client::ApiError> error = MakeOne(session, rpc, request)) return error;
  }
  return std::nullopt;
}

std::optional<client::ApiError> PublishFramework(const Session& session, const std::string& path) {
  const json version = ReadJsonFile(path);
  return MakeOne(session, "PublishFrameworkVersion", json{{"frameworkVersion", version}});
}

}  // namespace

std::optional<client::ApiError> SetUp(const Session& session, const SampleFiles& files) {
  if (auto error = PublishFramework(session, files.framework_file)) return error;
  for (const char* region : kRegions) {
    for (const Part& part : kParts) {
      const std::string path = absl::StrCat(files.sample_directory, "/", region, "/", part.file);
      if (auto error = MakeAll(session, path, part.rpc)) return error;
    }
  }
  return std::nullopt;
}

}  // namespace waarborg::cli::demo
