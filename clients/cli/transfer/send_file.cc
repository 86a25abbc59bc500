#include "clients/cli/transfer/send_file.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/time/clock.h"
#include "clients/cli/transfer/content_digest.h"
#include "clients/cli/transfer/progress.h"
#include "clients/cpp/retry.h"
#include "clients/cpp/services.h"

namespace waarborg::cli {
namespace {

using client::ApiError;
using evidence::v1::Attachment;
using evidence::v1::UploadAttachmentRequest;
using evidence::v1::UploadStart;
using google::protobuf::Message;

// The messages of one attempt: the start, and the file from where it is durable to.
class Messages final {
 public:
  Messages(const std::string& path, const UploadStart& start, std::int64_t offset, Progress& progress)
      : file_(path, std::ios::binary), size_(start.size_bytes()), offset_(offset), progress_(progress) {
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

// One file on its way, as one member.
class Sending final {
 public:
  Sending(const Session& session, client::CallOptions as, const std::string& path, const UploadStart& start)
      : client_(session.client), as_(std::move(as)), path_(path), start_(start) {}

  // From where the upload is durable to, which it tells.
  std::optional<ApiError> Attempt(Progress& progress, std::int64_t& durable, Attachment& attachment) {
    const auto from = DurableBytes();
    if (!from.ok()) return from.error();
    durable = *from;
    Messages messages(path_, start_, durable, progress);
    client::CallOptions options = as_;
    options.timeout = absl::ZeroDuration();
    return client_.Send(
        *client::FindMethod("UploadAttachment"), options, [&messages] { return messages.Next(); },
        attachment);
  }

 private:
  // How far the upload is; 0 when there is none yet.
  client::Result<std::int64_t, ApiError> DurableBytes() {
    evidence::v1::GetUploadRequest request;
    request.set_name(absl::StrCat(start_.parent(), "/uploads/", start_.attachment_id()));
    const auto upload = client_.Call<evidence::v1::Upload>("GetUpload", request, as_.member, as_);
    if (upload.ok()) return upload->durable_bytes();
    if (upload.error().code == grpc::StatusCode::NOT_FOUND) return std::int64_t{0};
    return upload.error();
  }

  client::Client& client_;
  const client::CallOptions as_;
  const std::string& path_;
  const UploadStart& start_;
};

bool MayGoOn(const ApiError& error) {
  return error.code == grpc::StatusCode::UNAVAILABLE || error.reason == "UPLOAD_OFFSET" ||
         error.reason == "DEADLINE_PASSED" || error.reason == "TRANSFERS_FULL";
}

}  // namespace

std::optional<ApiError> SendFile(const Session& session, const client::CallOptions& as,
                                 const std::string& path, const UploadStart& start, Attachment& attachment) {
  Sending sending(session, as, path, start);
  Progress progress(session, "TRANSFER_UPLOADING", start.size_bytes());
  const client::RetryPolicy policy;
  client::Backoff backoff(policy, static_cast<unsigned>(start.size_bytes()));
  std::int64_t before = -1;
  for (int attempt = 1;; ++attempt) {
    std::int64_t durable = 0;
    std::optional<ApiError> error = sending.Attempt(progress, durable, attachment);
    if (!error.has_value() || !MayGoOn(*error)) return error;
    if (durable > before) attempt = 1;
    if (attempt >= policy.attempts) return error;
    before = durable;
    absl::SleepFor(backoff.Next());
  }
}

}  // namespace waarborg::cli
