// `waarborg attachment upload FILE`: sends a file, and goes on where it broke off.

#include <filesystem>
#include <utility>

#include "absl/strings/str_cat.h"
#include "clients/cli/error_text.h"
#include "clients/cli/request.h"
#include "clients/cli/response_text.h"
#include "clients/cli/special_commands.h"
#include "clients/cli/transfer/content_digest.h"
#include "clients/cli/transfer/send_file.h"
#include "clients/cli/transfer/upload_id.h"
#include "waarborg/evidence/v1/evidence.pb.h"

namespace waarborg::cli {
namespace {

using client::ApiError;
using evidence::v1::Attachment;
using evidence::v1::UploadStart;

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
  if (start.attachment_id().empty()) start.set_attachment_id(UploadIdOf(start));
  return start;
}

}  // namespace

ExitStatus UploadAttachment(const Session& session) {
  const Parsed<UploadStart> start = StartOf(session);
  if (!start.ok()) return Fail(session, start.error());
  Attachment attachment;
  const std::optional<ApiError> error =
      SendFile(session, session.CallAsMember(), session.name, *start, attachment);
  if (error.has_value()) return Fail(session, *error);
  session.out << (session.json() ? PrintJson(attachment) : PrintResponse(attachment, session.style));
  return kOk;
}

}  // namespace waarborg::cli
