#include "clients/cli/demo/act.h"

#include <functional>
#include <optional>

#include "absl/time/clock.h"
#include "clients/cli/transfer/content_digest.h"
#include "clients/cli/transfer/send_file.h"
#include "clients/cli/words.h"
#include "google/protobuf/util/json_util.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::cli::demo {
namespace {

using client::ApiError;
using nlohmann::json;

constexpr absl::Duration kLongestWait = absl::Minutes(1);
constexpr absl::Duration kBetweenLooks = absl::Milliseconds(100);

ApiError InVain(const Act& act, absl::string_view what) {
  const Values values = {{"rpc", act.rpc}, {"detail", std::string(what)}};
  return {.code = grpc::StatusCode::DEADLINE_EXCEEDED,
          .reason = "SAMPLE_AWAITED_IN_VAIN",
          .message_nl = Say(Language::kNl, "SAMPLE_AWAITED_IN_VAIN", values),
          .message_en = Say(Language::kEn, "SAMPLE_AWAITED_IN_VAIN", values)};
}

// Asks until the answer is to the asker's liking, which picks what it wanted of it.
Answer AskUntil(const Session& session, const Act& act, const std::function<const json*(const json&)>& pick,
                absl::string_view what) {
  const absl::Time end = absl::Now() + kLongestWait;
  for (;;) {
    const Answer answer = Call(session, act.rpc, act.request, act.member, act.request_id);
    if (!answer.ok()) return answer.error();
    if (const json* wanted = pick(*answer); wanted != nullptr) return *wanted;
    if (absl::Now() >= end) return InVain(act, what);
    absl::SleepFor(kBetweenLooks);
  }
}

Answer Await(const Session& session, const Act& act) {
  return AskUntil(
      session, act, [&act](const json& answer) { return ValueAt(answer, act.await); }, act.await);
}

// The attachment when the scanner has let it go, or its last word on it.
Answer OutOfQuarantine(const Session& session, const Act& upload, const std::string& attachment) {
  const Act look{.rpc = "GetAttachment",
                 .member = upload.member,
                 .request_id = "",
                 .request = {{"name", attachment}},
                 .file = "",
                 .await = ""};
  const auto pick = [](const json& answer) {
    return answer.value("state", "") == "STATE_QUARANTINED" ? nullptr : &answer;
  };
  return AskUntil(session, look, pick, "STATE_AVAILABLE");
}

Answer Upload(const Session& session, const Act& act) {
  evidence::v1::UploadStart start;
  const auto parsed = google::protobuf::util::JsonStringToMessage(act.request.dump(), &start);
  if (!parsed.ok()) return BadScript(act.rpc, std::string(parsed.message()));
  const std::optional<ContentDigest> digest = DigestOfFile(act.file);
  if (!digest.has_value()) return BadScript(act.rpc, act.file);
  start.set_size_bytes(digest->size);
  start.set_content_hash(digest->hash);
  evidence::v1::Attachment attachment;
  const std::optional<ApiError> error =
      SendFile(session, session.CallAs(act.member), act.file, start, attachment);
  if (error.has_value()) return *error;
  return OutOfQuarantine(session, act, attachment.name());
}

}  // namespace

Act ActOf(const ScriptStep& step, const Known& known, const std::string& request_id) {
  return {.rpc = step.rpc,
          .member = known.FillText(step.member),
          .request_id = request_id,
          .request = known.Fill(step.request),
          .file = step.file,
          .await = step.await};
}

Answer Perform(const Session& session, const Act& act) {
  if (!act.file.empty()) return Upload(session, act);
  if (!act.await.empty()) return Await(session, act);
  return Call(session, act.rpc, act.request, act.member, act.request_id);
}

}  // namespace waarborg::cli::demo
