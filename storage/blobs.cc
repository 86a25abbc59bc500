#include "storage/blobs.h"

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"
#include "storage/schema.h"

namespace waarborg::storage {
namespace {

// The first number in the value of a draft.
enum class Kind : std::uint8_t { kWritten = 0, kWaste = 1 };

// What stands in table blob_draft: what is being written, or how many chunks of it still have to go.
struct Entry {
  Kind kind = Kind::kWritten;
  Draft draft;
};

std::string ContentKey(absl::string_view content) { return KeyBuilder().Text(content).Take(); }

std::string ChunkKey(absl::string_view content, std::uint64_t number) {
  return KeyBuilder().Text(content).Number(number).Take();
}

void PutEntry(Transaction& transaction, absl::string_view content, const Entry& entry) {
  transaction.Put(tables::kBlobDraft, ContentKey(content),
                  KeyBuilder()
                      .Number(static_cast<std::uint64_t>(entry.kind))
                      .Number(entry.draft.size)
                      .Number(entry.draft.durable)
                      .Text(entry.draft.digest_state)
                      .Take());
}

absl::StatusOr<std::optional<Entry>> FindEntry(const Reader& reader, absl::string_view content) {
  ASSIGN_OR_RETURN(const std::optional<std::string> value,
                   reader.Get(tables::kBlobDraft, ContentKey(content)));
  if (!value.has_value()) return std::optional<Entry>();
  KeyParser parser(*value);
  Entry entry;
  ASSIGN_OR_RETURN(const std::uint64_t kind, parser.Number());
  entry.kind = kind == 0 ? Kind::kWritten : Kind::kWaste;
  ASSIGN_OR_RETURN(entry.draft.size, parser.Number());
  ASSIGN_OR_RETURN(entry.draft.durable, parser.Number());
  ASSIGN_OR_RETURN(entry.draft.digest_state, parser.Text());
  return std::optional<Entry>(std::move(entry));
}

absl::StatusOr<Draft> DraftOf(const Reader& reader, absl::string_view content) {
  ASSIGN_OR_RETURN(std::optional<Draft> draft, FindDraft(reader, content));
  if (!draft.has_value()) return absl::NotFoundError(absl::StrCat("no draft of content ", content));
  return *std::move(draft);
}

}  // namespace

void BeginDraft(Transaction& transaction, absl::string_view content, const Draft& draft) {
  PutEntry(transaction, content, {.kind = Kind::kWritten, .draft = draft});
}

absl::StatusOr<std::optional<Draft>> FindDraft(const Reader& reader, absl::string_view content) {
  ASSIGN_OR_RETURN(std::optional<Entry> entry, FindEntry(reader, content));
  if (!entry.has_value() || entry->kind == Kind::kWaste) return std::optional<Draft>();
  return std::optional<Draft>(std::move(entry->draft));
}

absl::Status AppendChunk(Transaction& transaction, absl::string_view content, std::uint64_t offset,
                         absl::string_view bytes, absl::string_view digest_state) {
  ASSIGN_OR_RETURN(Draft draft, DraftOf(transaction, content));
  if (offset != draft.durable) {
    return absl::OutOfRangeError(absl::StrCat("the draft ends at ", draft.durable, ", not at ", offset));
  }
  transaction.Put(tables::kBlobChunk, ChunkKey(content, offset / kChunkBytes), std::string(bytes));
  draft.durable += bytes.size();
  draft.digest_state = std::string(digest_state);
  PutEntry(transaction, content, {.kind = Kind::kWritten, .draft = std::move(draft)});
  return absl::OkStatus();
}

absl::StatusOr<bool> SealDraft(Transaction& transaction, absl::string_view content,
                               absl::string_view digest) {
  ASSIGN_OR_RETURN(const Draft draft, DraftOf(transaction, content));
  if (draft.durable != draft.size) {
    return absl::FailedPreconditionError(
        absl::StrCat("the draft holds ", draft.durable, " of ", draft.size, " bytes"));
  }
  ASSIGN_OR_RETURN(const std::optional<Blob> there, FindBlob(transaction, digest));
  if (there.has_value()) {
    RETURN_IF_ERROR(DiscardDraft(transaction, content));
    return false;
  }
  transaction.Delete(tables::kBlobDraft, ContentKey(content));
  transaction.Put(tables::kBlob, KeyBuilder().Text(digest).Take(),
                  KeyBuilder().Text(content).Number(draft.size).Take());
  return true;
}

absl::Status DiscardDraft(Transaction& transaction, absl::string_view content) {
  ASSIGN_OR_RETURN(const std::optional<Draft> draft, FindDraft(transaction, content));
  if (!draft.has_value()) return absl::OkStatus();
  // A waste's number of bytes tells how many of its chunks are left.
  PutEntry(
      transaction, content,
      {.kind = Kind::kWaste, .draft = {.size = draft->size, .durable = draft->durable, .digest_state = ""}});
  return absl::OkStatus();
}

absl::StatusOr<std::uint64_t> RemoveWaste(Transaction& transaction, absl::string_view content,
                                          std::uint64_t most) {
  ASSIGN_OR_RETURN(std::optional<Entry> entry, FindEntry(transaction, content));
  if (!entry.has_value() || entry->kind != Kind::kWaste) return std::uint64_t{0};
  std::uint64_t left = ChunksOf(entry->draft.durable);
  for (std::uint64_t removed = 0; left > 0 && removed < most; ++removed) {
    transaction.Delete(tables::kBlobChunk, ChunkKey(content, --left));
  }
  if (left == 0) {
    transaction.Delete(tables::kBlobDraft, ContentKey(content));
  } else {
    entry->draft.durable = left * kChunkBytes;
    PutEntry(transaction, content, *entry);
  }
  return left;
}

absl::StatusOr<std::optional<Blob>> FindBlob(const Reader& reader, absl::string_view digest) {
  ASSIGN_OR_RETURN(const std::optional<std::string> value,
                   reader.Get(tables::kBlob, KeyBuilder().Text(digest).Take()));
  if (!value.has_value()) return std::optional<Blob>();
  KeyParser parser(*value);
  Blob blob;
  ASSIGN_OR_RETURN(blob.content, parser.Text());
  ASSIGN_OR_RETURN(blob.size, parser.Number());
  return std::optional<Blob>(std::move(blob));
}

absl::StatusOr<std::string> ReadChunk(const Reader& reader, const Blob& blob, std::uint64_t number) {
  ASSIGN_OR_RETURN(std::optional<std::string> bytes,
                   reader.Get(tables::kBlobChunk, ChunkKey(blob.content, number)));
  const std::uint64_t offset = number * kChunkBytes;
  if (!bytes.has_value() || offset >= blob.size || bytes->size() != ChunkSizeAt(blob.size, offset)) {
    return absl::DataLossError(absl::StrCat("chunk ", number, " of content ", blob.content, " is damaged"));
  }
  return *std::move(bytes);
}

}  // namespace waarborg::storage
