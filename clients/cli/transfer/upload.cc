// `waarborg attachment upload FILE`: sends a file, and goes on where it broke off.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "clients/cli/error_text.h"
#include "clients/cli/request.h"
#include "clients/cli/response_text.h"
#include "clients/cli/special_commands.h"
#include "clients/cli/transfer/content_digest.h"
#include "clients/cli/transfer/progress.h"
#include "clients/cpp/retry.h"
#include "clients/cpp/services.h"
#include "services/rules/sha256.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::cli {
namespace {

using client::ApiError;
using evidence::v1::Attachment;
using evidence::v1::UploadAttachmentRequest;
using evidence::v1::UploadStart;
using google::protobuf::Message;

// The same file for the same provider has the same id, so that the same command goes on with it.
std::string IdOf(const UploadStart& start) {
  const std::string all = absl::StrCat(start.content_hash(), "\n", start.attachment().provider(), "\n",
                                       start.attachment().file_name(), "\n", start.attachment().supersedes());
  return absl::StrCat("b-", rules::ToHex(rules::Sha256(all)).substr(0, 20));
}

Parsed<UploadStart> StartOf(const Session& session) {
  if (session.name.empty()) return Fault{"NAME_EXPECTED", {{"name", "FILE"}}};
  const std::optional<ContentDigest> digest = DigestOfFile(session.name);
  if (!digest.has_value()) return Fault{"FILE_UNREADABLE", {{"file", session.name}}};
  if (digest->size == 0) return Fault{"TRANSFER_FILE_EMPTY", {{"file", session.name}}};
  UploadStart start;
  std::optional<Fault> fault = BuildRequest(session.line, /*name=*/"", session.in, start);
  if (fault.has_value()) return *std::move(fault);
  start.set_size_bytes(digest->size);
  start.set_content_hash(digest->hash);
  Attachment& attachment = *start.mutable_attachment();
  const std::string file_name = std::filesystem::path(session.name).filename().string();
  if (attachment.file_name().empty()) attachment.set_file_name(file_name);
  if (attachment.title().empty()) attachment.set_title(file_name);
  if (start.attachment_id().empty()) start.set_attachment_id(IdOf(start));
  return start;
}

// The messages of one attempt: the start, and the file from where it is durable to.
class Messages final {
 public:
  Messages(const Session& session, const UploadStart& start, std::int64_t offset, Progress& progress)
      : file_(session.name, std::ios::binary),
        size_(start.size_bytes()),
        offset_(offset),
        progress_(progress) {
    *message_.mutable_start() = start;
    file_.seekg(offset);
  }

  const Message* Next() {
    if (std::exchange(started_, true)) {
      if (offset_ >= size_) return nullptr;
      evidence::v1::ContentChunk& chunk = *message_.mutable_chunk();
      chunk.set_offset(offset_);
      chunk.mutable_data()->resize(static_cast<std::size_t>(std::min(kPieceBytes, size_ - offset_)));
      file_.read(chunk.mutable_data()->data(), static_cast<std::streamsize>(chunk.data().size()));
      if (!file_.good()) return nullptr;  // It became shorter; the server will say so.
      offset_ += file_.gcount();
    }
    progress_.Show(offset_);
    return &message_;
  }

 private:
  std::ifstream file_;
  const std::int64_t size_;
  std::int64_t offset_;
  Progress& progress_;
  bool started_ = false;
  UploadAttachmentRequest message_;
};

// How far the upload is; 0 when there is none yet.
client::Result<std::int64_t, ApiError> DurableBytes(const Session& session, const UploadStart& start) {
  evidence::v1::GetUploadRequest request;
  request.set_name(absl::StrCat(start.parent(), "/uploads/", start.attachment_id()));
  const client::CallOptions options = session.CallAsMember();
  const auto upload =
      session.client.Call<evidence::v1::Upload>("GetUpload", request, options.member, options);
  if (upload.ok()) return upload->durable_bytes();
  if (upload.error().code == grpc::StatusCode::NOT_FOUND) return std::int64_t{0};
  return upload.error();
}

std::optional<ApiError> Attempt(const Session& session, const UploadStart& start, Progress& progress,
                                std::int64_t& durable, Attachment& attachment) {
  const auto from = DurableBytes(session, start);
  if (!from.ok()) return from.error();
  durable = *from;
  Messages messages(session, start, durable, progress);
  client::CallOptions options = session.CallAsMember();
  options.timeout = absl::ZeroDuration();
  return session.client.Send(
      *client::FindMethod("UploadAttachment"), options, [&messages] { return messages.Next(); }, attachment);
}

bool MayGoOn(const ApiError& error) {
  return error.code == grpc::StatusCode::UNAVAILABLE || error.reason == "UPLOAD_OFFSET" ||
         error.reason == "DEADLINE_PASSED" || error.reason == "TRANSFERS_FULL";
}

// Goes on as long as an attempt brought the upload further, and a few times when it did not.
std::optional<ApiError> SendAll(const Session& session, const UploadStart& start, Attachment& attachment) {
  Progress progress(session, "TRANSFER_UPLOADING", start.size_bytes());
  const client::RetryPolicy policy;
  client::Backoff backoff(policy, static_cast<unsigned>(start.size_bytes()));
  std::int64_t before = -1;
  for (int attempt = 1;; ++attempt) {
    std::int64_t durable = 0;
    std::optional<ApiError> error = Attempt(session, start, progress, durable, attachment);
    if (!error.has_value() || !MayGoOn(*error)) return error;
    if (durable > before) attempt = 1;
    if (attempt >= policy.attempts) return error;
    before = durable;
    absl::SleepFor(backoff.Next());
  }
}

}  // namespace

ExitStatus UploadAttachment(const Session& session) {
  const Parsed<UploadStart> start = StartOf(session);
  if (!start.ok()) return Fail(session, start.error());
  Attachment attachment;
  const std::optional<ApiError> error = SendAll(session, *start, attachment);
  if (error.has_value()) return Fail(session, *error);
  session.out << (session.json() ? PrintJson(attachment) : PrintResponse(attachment, session.style));
  return kOk;
}

}  // namespace waarborg::cli
