#ifndef WAARBORG_STORAGE_BLOBS_H_
#define WAARBORG_STORAGE_BLOBS_H_

// Large content by digest, in chunks, beside the records.
//
// Content is written as a draft: chunk by chunk, each durable before the next, with the state of its digest
// after the last. A whole draft is sealed under its digest and is a blob from then on; content that is there
// already is kept once, and the second draft becomes waste. Waste is removed in bounded steps.
//
// Content passes through AppendChunk and ReadChunk and through nothing else: who wants to seal it, seals it
// there. Nothing in it is looked at.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "storage/store.h"

namespace waarborg::storage {

// Every chunk but the last of a content holds exactly this.
inline constexpr std::uint64_t kChunkBytes = std::uint64_t{256} << 10;

// The number of chunks of a content.
constexpr std::uint64_t ChunksOf(std::uint64_t size) { return (size + kChunkBytes - 1) / kChunkBytes; }

// The bytes that the chunk at `offset` must hold. REQUIRES: offset < size.
constexpr std::uint64_t ChunkSizeAt(std::uint64_t size, std::uint64_t offset) {
  return size - offset < kChunkBytes ? size - offset : kChunkBytes;
}

// Content that is being written. `digest_state` is the writer's own: what it needs to go on with the digest.
struct Draft {
  std::uint64_t size = 0;
  std::uint64_t durable = 0;
  std::string digest_state;
};

// Content that is whole.
struct Blob {
  std::string content;
  std::uint64_t size = 0;
};

// Begins a draft of `size` bytes. `content` names it and is used once and never again.
void BeginDraft(Transaction& transaction, absl::string_view content, const Draft& draft);

// The draft, or nothing when there is none or it is waste. DATA_LOSS for bytes that are no draft.
absl::StatusOr<std::optional<Draft>> FindDraft(const Reader& reader, absl::string_view content);

// Adds the next chunk. OUT_OF_RANGE when `offset` is not where the draft ends; NOT_FOUND without a draft.
// REQUIRES: `bytes` has the size that the chunk at `offset` must have.
absl::Status AppendChunk(Transaction& transaction, absl::string_view content, std::uint64_t offset,
                         absl::string_view bytes, absl::string_view digest_state);

// Makes a whole draft the blob of `digest`, which the caller has verified over all of it; false when there is
// one already, and then the draft is waste. FAILED_PRECONDITION when it is not whole; NOT_FOUND without a
// draft.
absl::StatusOr<bool> SealDraft(Transaction& transaction, absl::string_view content, absl::string_view digest);

// Makes a draft waste. OK when there is none.
absl::Status DiscardDraft(Transaction& transaction, absl::string_view content);

// Removes at most `most` chunks of a draft that is waste; answers how many are left. 0 when there is none.
absl::StatusOr<std::uint64_t> RemoveWaste(Transaction& transaction, absl::string_view content,
                                          std::uint64_t most);

// The blob of a digest, or nothing.
absl::StatusOr<std::optional<Blob>> FindBlob(const Reader& reader, absl::string_view digest);

// The chunk of this number, from 0. DATA_LOSS when it is not there or has another size.
absl::StatusOr<std::string> ReadChunk(const Reader& reader, const Blob& blob, std::uint64_t number);

}  // namespace waarborg::storage

#endif  // WAARBORG_STORAGE_BLOBS_H_
