#include "services/evidence/upload.h"

#include <memory>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/evidence/disk.h"
#include "services/evidence/errors.h"
#include "services/evidence/rules/media_type.h"
#include "services/language/status_macros.h"
#include "storage/blobs.h"

namespace waarborg::evidence {
namespace {

using internal::v1::UploadOutcome;
using internal::v1::UploadPlace;
using internal::v1::UploadSession;

absl::Status Fault(absl::string_view field, absl::string_view reason, absl::string_view detail = "") {
  call::Violations violations;
  violations.Add(field, reason, detail);
  return violations.ToStatus();
}

// Adds the chunk where the upload is durable to. NOT_FOUND when it was given up meanwhile; ABORTED
// (UPLOAD_OFFSET) when another call went on with it.
absl::Status WriteChunk(storage::Transaction& transaction, const UploadSession& session,
                        const v1::ContentChunk& chunk, absl::string_view digest_state) {
  ASSIGN_OR_RETURN(const std::optional<storage::Draft> draft,
                   storage::FindDraft(transaction, session.content()));
  if (!draft.has_value()) return call::error::NotFound("UPLOAD", session.name());
  const auto offset = static_cast<std::uint64_t>(chunk.offset());
  if (draft->durable != offset) {
    return errors::UploadOffset(chunk.offset(), static_cast<std::int64_t>(draft->durable));
  }
  return storage::AppendChunk(transaction, session.content(), offset, chunk.data(), digest_state);
}

}  // namespace

void UploadIntake::Take(const v1::UploadAttachmentRequest& message, Taken done) {
  switch (message.part_case()) {
    case v1::UploadAttachmentRequest::kStart:
      if (place_.has_value()) return done(Fault("start", "START_ONCE"));
      return Begin(message.start(), std::move(done));
    case v1::UploadAttachmentRequest::kChunk:
      if (!place_.has_value()) return done(Fault("start", "START_FIRST"));
      return Append(message.chunk(), std::move(done));
    default:
      return done(Fault("part", "REQUIRED"));
  }
}

void UploadIntake::Begin(const v1::UploadStart& start, Taken done) {
  means_.ledger.CommandOf<v1::UploadStart, UploadPlace>([this](ledger::UnitOfWork& unit,
                                                               const v1::UploadStart& asked) {
    return BeginUpload(unit, asked, means_.settings);
  })(call_, start,
     [this, done = std::move(done)](absl::StatusOr<UploadPlace> place) { done(SetPlace(std::move(place))); });
}

absl::Status UploadIntake::SetPlace(absl::StatusOr<UploadPlace> place) {
  RETURN_IF_ERROR(place.status());
  const auto durable = static_cast<std::uint64_t>(place->durable_bytes());
  const bool whole = place->has_attachment() || place->durable_bytes() == place->session().size_bytes();
  if (!whole) {
    digest_ = rules::RunningSha256::Resume(place->digest_state(), durable);
    if (!digest_.has_value()) return absl::DataLossError("the digest of an upload cannot be taken up");
  }
  place_ = *std::move(place);
  return absl::OkStatus();
}

absl::Status UploadIntake::CheckChunk(const v1::ContentChunk& chunk) const {
  const std::int64_t size =
      place_->has_attachment() ? place_->attachment().size_bytes() : place_->session().size_bytes();
  const std::int64_t expected = place_->has_attachment() ? size : place_->durable_bytes();
  if (expected == size) return Fault("chunk.data", "MORE_THAN_DECLARED", absl::StrCat(size));
  if (chunk.offset() != expected) return errors::UploadOffset(chunk.offset(), expected);
  const std::uint64_t wanted =
      storage::ChunkSizeAt(static_cast<std::uint64_t>(size), static_cast<std::uint64_t>(expected));
  if (chunk.data().size() != wanted) {
    return Fault("chunk.data", "CHUNK_SIZE", absl::StrCat(chunk.data().size(), " / ", wanted));
  }
  return absl::OkStatus();
}

void UploadIntake::Append(const v1::ContentChunk& chunk, Taken done) {
  if (absl::Status wrong = CheckChunk(chunk); !wrong.ok()) return done(std::move(wrong));
  const absl::Status room = CheckDisk(means_.settings, static_cast<std::int64_t>(chunk.data().size()));
  if (!room.ok()) return Refuse(room, std::move(done));
  if (chunk.offset() == 0) {
    if (const absl::Status refused = LearnType(chunk.data()); !refused.ok()) {
      return Refuse(refused, std::move(done));
    }
  }
  means_.ledger.WriteAside(
      [this, &chunk, state = Digest(chunk)](storage::Transaction& transaction) {
        return WriteChunk(transaction, place_->session(), chunk, state);
      },
      [this, &chunk, done = std::move(done)](absl::Status status) {
        const auto bytes = static_cast<std::int64_t>(chunk.data().size());
        if (status.ok()) place_->set_durable_bytes(place_->durable_bytes() + bytes);
        done(std::move(status));
      });
}

std::string UploadIntake::Digest(const v1::ContentChunk& chunk) {
  const auto after = chunk.offset() + static_cast<std::int64_t>(chunk.data().size());
  if (after == place_->session().size_bytes()) {
    return std::string(rules::Bytes(digest_->End(chunk.data())));
  }
  digest_->Add(chunk.data());
  return digest_->State();
}

absl::Status UploadIntake::LearnType(absl::string_view first_chunk) {
  v1::Attachment& attachment = *place_->mutable_session()->mutable_attachment();
  attachment.set_detected_media_type(means_.types.TypeOf(first_chunk));
  attachment.set_type_mismatch(
      IsMismatch(attachment.file_name(), attachment.media_type(), attachment.detected_media_type()));
  typed_ = true;
  if (!IsProgramType(attachment.detected_media_type())) return absl::OkStatus();
  return errors::ExecutableRefused(attachment.detected_media_type());
}

absl::StatusOr<std::string> UploadIntake::ReadFirstChunk() const {
  const storage::Blob draft{.content = place_->session().content(),
                            .size = static_cast<std::uint64_t>(place_->session().size_bytes())};
  return storage::ReadChunk(*means_.ledger.store().Read(), draft, 0);
}

void UploadIntake::Refuse(const absl::Status& why, Taken done) {
  call_.now = means_.ledger.now();
  means_.ledger.CommandOf<UploadSession, UploadOutcome>(
      [why](ledger::UnitOfWork& unit, const UploadSession& session) -> absl::StatusOr<UploadOutcome> {
        RETURN_IF_ERROR(AbandonUpload(unit, session, "UploadRefused", call::ReasonOf(why)));
        return UploadOutcome();
      })(call_, place_->session(),
         [why, done = std::move(done)](const absl::StatusOr<UploadOutcome>& given_up) {
           done(given_up.ok() ? why : given_up.status());
         });
}

void UploadIntake::End(call::Done<v1::Attachment> done) {
  if (place_->has_attachment()) return done(place_->attachment());
  const UploadSession& session = place_->session();
  if (place_->durable_bytes() != session.size_bytes()) {
    return done(errors::UploadIncomplete(session.name(), place_->durable_bytes(), session.size_bytes()));
  }
  if (typed_) return Finish(std::move(done));
  const absl::StatusOr<std::string> first = ReadFirstChunk();
  if (!first.ok()) return done(first.status());
  if (const absl::Status refused = LearnType(*first); !refused.ok()) {
    return Refuse(refused, [done = std::move(done)](absl::Status status) { done(std::move(status)); });
  }
  Finish(std::move(done));
}

void UploadIntake::Finish(call::Done<v1::Attachment> done) {
  call_.now = means_.ledger.now();
  means_.ledger.CommandOf<UploadSession, UploadOutcome>(
      [this](ledger::UnitOfWork& unit, const UploadSession& session) {
        return FinishUpload(unit, session, means_.settings);
      })(call_, place_->session(), [this, done = std::move(done)](absl::StatusOr<UploadOutcome> outcome) {
    if (!outcome.ok()) return done(outcome.status());
    if (!outcome->other_hash().empty()) {
      return done(errors::DigestMismatch(place_->session().content_hash(), outcome->other_hash()));
    }
    if (means_.received) means_.received();
    done(std::move(*outcome->mutable_attachment()));
  });
}

}  // namespace waarborg::evidence
