#ifndef WAARBORG_SERVICES_EVIDENCE_UPLOAD_H_
#define WAARBORG_SERVICES_EVIDENCE_UPLOAD_H_

// UploadAttachment, message by message.

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/call/call.h"
#include "services/call/intake.h"
#include "services/evidence/content_type.h"
#include "services/evidence/session.h"
#include "services/ledger/ledger.h"
#include "services/rules/sha256.h"
#include "waarborg/evidence/v1/evidence.pb.h"
#include "waarborg/internal/v1/evidence.pb.h"

namespace waarborg::evidence {

// What an upload needs around it; outlives it.
struct UploadMeans {
  ledger::Ledger& ledger;
  const ContentTypes& types;
  const Settings& settings;
  std::function<void()> received;  // Called when an attachment has come in, if set.
};

// One call of UploadAttachment. Each chunk is durable, with the state of the digest after it, before the next
// is taken; what breaks off goes on from there.
class UploadIntake final : public call::Intake<v1::UploadAttachmentRequest, v1::Attachment> {
 public:
  using Taken = std::function<void(absl::Status)>;

  UploadIntake(call::Call call, const UploadMeans& means) : call_(std::move(call)), means_(means) {}

  void Take(const v1::UploadAttachmentRequest& message, Taken done) override;
  void End(call::Done<v1::Attachment> done) override;

 private:
  void Begin(const v1::UploadStart& start, Taken done);
  absl::Status SetPlace(absl::StatusOr<internal::v1::UploadPlace> place);
  // INVALID_ARGUMENT, ABORTED (UPLOAD_OFFSET) when this is not the chunk that comes next.
  [[nodiscard]] absl::Status CheckChunk(const v1::ContentChunk& chunk) const;
  void Append(const v1::ContentChunk& chunk, Taken done);
  // The digest goes on over the chunk; its state after it.
  std::string Digest(const v1::ContentChunk& chunk);
  // Learns the type from the first chunk. FAILED_PRECONDITION (EXECUTABLE_REFUSED).
  absl::Status LearnType(absl::string_view first_chunk);
  // The first chunk of an upload that was taken up later.
  [[nodiscard]] absl::StatusOr<std::string> ReadFirstChunk() const;
  // Gives the upload up and answers with why.
  void Refuse(const absl::Status& why, Taken done);
  void Finish(call::Done<v1::Attachment> done);

  call::Call call_;
  const UploadMeans means_;
  std::optional<internal::v1::UploadPlace> place_;
  std::optional<rules::RunningSha256> digest_;
  bool typed_ = false;
};

}  // namespace waarborg::evidence

#endif  // WAARBORG_SERVICES_EVIDENCE_UPLOAD_H_
