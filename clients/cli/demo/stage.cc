#include "clients/cli/demo/stage.h"

#include <memory>
#include <utility>

#include "clients/cli/words.h"
#include "clients/cpp/services.h"
#include "google/protobuf/dynamic_message.h"
#include "google/protobuf/util/json_util.h"

namespace waarborg::cli::demo {
namespace {

std::unique_ptr<google::protobuf::Message> NewMessage(const google::protobuf::Descriptor* type) {
  return std::unique_ptr<google::protobuf::Message>(
      google::protobuf::MessageFactory::generated_factory()->GetPrototype(type)->New());
}

}  // namespace

client::ApiError BadScript(absl::string_view rpc, absl::string_view why) {
  const Values values = {{"rpc", std::string(rpc)}, {"detail", std::string(why)}};
  return {.code = grpc::StatusCode::INVALID_ARGUMENT,
          .reason = "SAMPLE_REQUEST_UNUSABLE",
          .message_nl = Say(Language::kNl, "SAMPLE_REQUEST_UNUSABLE", values),
          .message_en = Say(Language::kEn, "SAMPLE_REQUEST_UNUSABLE", values)};
}

Answer Call(const Session& session, absl::string_view rpc, const nlohmann::json& request,
            absl::string_view member, const std::string& request_id) {
  const google::protobuf::MethodDescriptor* method = client::FindMethod(rpc);
  if (method == nullptr) return BadScript(rpc, "no such rpc");
  const std::unique_ptr<google::protobuf::Message> message = NewMessage(method->input_type());
  const auto parsed = google::protobuf::util::JsonStringToMessage(request.dump(), message.get());
  if (!parsed.ok()) return BadScript(rpc, std::string(parsed.message()));
  const google::protobuf::FieldDescriptor* id = client::RequestIdField(*method->input_type());
  if (id != nullptr && !request_id.empty())
    message->GetReflection()->SetString(message.get(), id, request_id);
  client::Result<std::unique_ptr<google::protobuf::Message>, client::ApiError> answer =
      session.client.CallDynamic(*method, *message, session.CallAs(member));
  if (!answer.ok()) return answer.error();
  std::string text;
  if (!google::protobuf::util::MessageToJsonString(**answer, &text).ok())
    return BadScript(rpc, "unreadable answer");
  return nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
}

}  // namespace waarborg::cli::demo
