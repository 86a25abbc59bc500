#include "services/evidence/download.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/code.h"
#include "services/evidence/errors.h"
#include "services/evidence/names.h"
#include "services/evidence/records.h"
#include "services/evidence/rules/confidentiality.h"
#include "services/evidence/visibility.h"
#include "services/language/status_macros.h"
#include "storage/blobs.h"

namespace waarborg::evidence {
namespace {

using Response = v1::DownloadAttachmentResponse;

struct Range {
  std::int64_t offset = 0;
  std::int64_t length = 0;
};

absl::StatusOr<Range> RangeOf(const v1::DownloadAttachmentRequest& request,
                              const v1::Attachment& attachment) {
  const std::int64_t size = attachment.size_bytes();
  const bool outside = request.offset() < 0 || request.length() < 0 || request.offset() > size ||
                       request.length() > size - request.offset();
  if (outside) return errors::OutOfRange(request.offset(), request.length(), size);
  const std::int64_t length = request.length() == 0 ? size - request.offset() : request.length();
  if (IsWholeOnly(attachment) && length != size) return errors::WholeOnly(attachment.name(), size);
  return Range{.offset = request.offset(), .length = length};
}

// Content never changes, so each step may read another moment of the store.
class Download final {
 public:
  Download(storage::Store& store, storage::Blob blob, const Range& range)
      : store_(store), blob_(std::move(blob)), next_(range.offset), left_(range.length) {}

  absl::StatusOr<call::Step<Response>> Next() {
    if (left_ == 0) return call::Step<Response>{.item = std::nullopt, .ended = true};
    const auto next = static_cast<std::uint64_t>(next_);
    ASSIGN_OR_RETURN(std::string bytes,
                     storage::ReadChunk(*store_.Read(), blob_, next / storage::kChunkBytes));
    const std::size_t skipped = next % storage::kChunkBytes;
    const auto taken = std::min(left_, static_cast<std::int64_t>(bytes.size() - skipped));
    if (skipped > 0 || taken < static_cast<std::int64_t>(bytes.size())) {
      bytes = bytes.substr(skipped, static_cast<std::size_t>(taken));
    }
    Response response;
    response.mutable_chunk()->set_offset(next_);
    response.mutable_chunk()->set_data(std::move(bytes));
    next_ += taken;
    left_ -= taken;
    return call::Step<Response>{.item = std::move(response), .ended = false};
  }

 private:
  storage::Store& store_;
  const storage::Blob blob_;
  std::int64_t next_;
  std::int64_t left_;
};

Response HeadOf(const v1::Attachment& attachment, const Range& range) {
  Response response;
  v1::DownloadHead& head = *response.mutable_head();
  head.set_content_hash(attachment.content_hash());
  head.set_size_bytes(attachment.size_bytes());
  head.set_offset(range.offset);
  head.set_length(range.length);
  head.set_file_name(attachment.file_name());
  head.set_media_type(attachment.detected_media_type());
  return response;
}

absl::StatusOr<v1::Attachment> ServedAttachment(const storage::Reader& reader, const call::Call& call,
                                                const v1::DownloadAttachmentRequest& request) {
  ASSIGN_OR_RETURN(const AttachmentName name, AttachmentName::Parse(request.name()));
  ASSIGN_OR_RETURN(v1::Attachment attachment, Load(reader, name));
  RETURN_IF_ERROR(CheckVisible(call.caller, attachment));
  if (attachment.state() != v1::Attachment::STATE_AVAILABLE) {
    return errors::NotServed(attachment.name(), call::CodeOf(attachment.state()));
  }
  if (attachment.content_hash().empty()) return errors::NoContent(attachment.name());
  return attachment;
}

}  // namespace

absl::StatusOr<call::Source<Response>> OpenDownload(storage::Store& store, const call::Call& call,
                                                    const v1::DownloadAttachmentRequest& request) {
  const std::unique_ptr<const storage::Snapshot> snapshot = store.Read();
  ASSIGN_OR_RETURN(const v1::Attachment attachment, ServedAttachment(*snapshot, call, request));
  ASSIGN_OR_RETURN(const Range range, RangeOf(request, attachment));
  ASSIGN_OR_RETURN(std::optional<storage::Blob> blob,
                   storage::FindBlob(*snapshot, attachment.content_hash()));
  if (!blob.has_value()) return absl::DataLossError(absl::StrCat("no content ", attachment.content_hash()));
  const auto download = std::make_shared<Download>(store, *std::move(blob), range);
  return call::Source<Response>(
      [download, head = std::optional<Response>(
                     HeadOf(attachment, range))]() mutable -> absl::StatusOr<call::Step<Response>> {
        if (!head.has_value()) return download->Next();
        return call::Step<Response>{.item = std::exchange(head, std::nullopt), .ended = false};
      });
}

}  // namespace waarborg::evidence
