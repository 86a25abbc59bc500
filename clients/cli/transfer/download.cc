// `waarborg attachment download NAME --to=FILE`: fetches the content, and goes on where the file ends.

#include <filesystem>
#include <fstream>

#include "absl/strings/str_cat.h"
#include "clients/cli/error_text.h"
#include "clients/cli/own_flags.h"
#include "clients/cli/resource_name.h"
#include "clients/cli/special_commands.h"
#include "clients/cli/transfer/content_digest.h"
#include "clients/cli/transfer/progress.h"
#include "clients/cpp/services.h"
#include "nlohmann/json.hpp"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::cli {
namespace {

using client::ApiError;
using evidence::v1::Attachment;
using evidence::v1::DownloadAttachmentRequest;
using evidence::v1::DownloadAttachmentResponse;

client::Result<Attachment, ApiError> GetAttachment(const Session& session) {
  evidence::v1::GetAttachmentRequest request;
  request.set_name(Expand(session.name, "regions/*/attachments/*", session.line.region));
  const client::CallOptions options = session.CallAsMember();
  return session.client.Call<Attachment>("GetAttachment", request, options.member, options);
}

// How much of it the file holds already. What is whole-only comes whole.
std::int64_t Held(const std::string& path, const Attachment& attachment) {
  std::error_code none;
  const std::uintmax_t size = std::filesystem::file_size(path, none);
  return none || attachment.no_excerpt() ? 0 : static_cast<std::int64_t>(size);
}

// Appends what comes to the file.
class Writing final {
 public:
  Writing(const Session& session, const std::string& path, std::int64_t held, std::int64_t size)
      : file_(path, std::ios::binary | (held > 0 ? std::ios::app : std::ios::trunc)),
        done_(held),
        progress_(session, "TRANSFER_DOWNLOADING", size) {}

  bool Add(const DownloadAttachmentResponse& response) {
    if (response.has_chunk()) {
      file_ << response.chunk().data();
      done_ += static_cast<std::int64_t>(response.chunk().data().size());
      progress_.Show(done_);
    }
    return file_.good();
  }

  bool Close() {
    file_.close();
    return !file_.fail();
  }

 private:
  std::ofstream file_;
  std::int64_t done_;
  Progress progress_;
};

ExitStatus Report(const Session& session, const Attachment& attachment, const std::string& path) {
  const ContentDigest digest = DigestOfFile(path).value_or(ContentDigest{});
  const bool right = digest.hash == attachment.content_hash();
  const Values values = {{"file", path},
                         {"size", absl::StrCat(digest.size)},
                         {"hash", digest.hash},
                         {"found", digest.hash},
                         {"expected", attachment.content_hash()}};
  if (session.json()) {
    const nlohmann::ordered_json report = {{"file", path},
                                           {"sizeBytes", absl::StrCat(digest.size)},
                                           {"contentHash", digest.hash},
                                           {"verified", right}};
    session.out << report.dump() << "\n";
  } else {
    session.out << Say(session.line.language, right ? "TRANSFER_DONE" : "TRANSFER_DIGEST", values) << "\n";
  }
  return right ? kOk : kVerificationFailed;
}

ExitStatus Fetch(const Session& session, const Attachment& attachment, const std::string& path) {
  const std::int64_t held = Held(path, attachment);
  if (held > attachment.size_bytes()) return Fail(session, Fault{"TRANSFER_FILE_LONGER", {{"file", path}}});
  DownloadAttachmentRequest request;
  request.set_name(attachment.name());
  request.set_offset(held);
  client::CallOptions options = session.CallAsMember();
  options.timeout = absl::ZeroDuration();
  Writing writing(session, path, held, attachment.size_bytes());
  bool written = true;
  const std::optional<ApiError> error =
      session.client.Stream(*client::FindMethod("DownloadAttachment"), request, options,
                            [&](const google::protobuf::Message& message) {
                              written = writing.Add(dynamic_cast<const DownloadAttachmentResponse&>(message));
                              return written;
                            });
  written = writing.Close() && written;
  if (error.has_value()) return Fail(session, *error);
  if (!written) return Fail(session, Fault{"TRANSFER_FILE_WRITE", {{"file", path}}});
  return Report(session, attachment, path);
}

}  // namespace

ExitStatus DownloadAttachment(const Session& session) {
  const Parsed<OwnFlags> flags = OwnFlags::Read(session.line, {{"to", ""}});
  if (!flags.ok()) return Fail(session, flags.error());
  if (session.name.empty()) return Fail(session, Fault{"NAME_EXPECTED", {{"name", "NAME"}}});
  if ((*flags)["to"].empty()) return Fail(session, Fault{"FLAG_NEEDS_VALUE", {{"flag", "to"}}});
  const auto attachment = GetAttachment(session);
  if (!attachment.ok()) return Fail(session, attachment.error());
  return Fetch(session, *attachment, (*flags)["to"]);
}

}  // namespace waarborg::cli
