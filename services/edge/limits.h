#ifndef WAARBORG_SERVICES_EDGE_LIMITS_H_
#define WAARBORG_SERVICES_EDGE_LIMITS_H_

// Every limit at the door, in one place.

#include <cstddef>

#include "absl/time/time.h"

namespace waarborg::edge::limits {

// A request, whole. Larger: RESOURCE_EXHAUSTED before it is read.
inline constexpr int kRequestBytes = 1 << 20;
// An answer, whole.
inline constexpr int kAnswerBytes = 4 << 20;
inline constexpr int kMetadataBytes = 8 << 10;
inline constexpr int kStreamsPerConnection = 64;
// A connection that has not finished its handshake by then is closed.
inline constexpr int kHandshakeMillis = 2'000;
inline constexpr int kKeepaliveMillis = 30'000;
inline constexpr int kKeepaliveTimeoutMillis = 10'000;
inline constexpr int kLeastPingIntervalMillis = 10'000;
inline constexpr int kPingStrikes = 2;
inline constexpr int kIdleMillis = 5 * 60 * 1000;
// A connection is asked to end at this age; a stream on it may still use its whole time.
inline constexpr int kAgeMillis = 10 * 60 * 1000;
inline constexpr int kAgeGraceMillis = 16 * 60 * 1000;
// All that gRPC may hold for requests and answers.
inline constexpr std::size_t kMemoryBytes = std::size_t{256} << 20;
// The server's own deadline, when the client sets none or a later one.
inline constexpr absl::Duration kUnaryDeadline = absl::Seconds(10);
inline constexpr absl::Duration kStreamDeadline = absl::Minutes(15);
// A stream that ends itself at its deadline needs no more than this; one that nobody reads is broken off
// then.
inline constexpr absl::Duration kStreamGrace = absl::Seconds(1);
// A stream of items: so many may be unanswered, of so many bytes together, before the server reads on. One
// item more may pass the bytes.
inline constexpr std::size_t kUnansweredItems = 128;
inline constexpr std::size_t kUnansweredBytes = std::size_t{4} << 20;
// A watcher or a download that does not take a message within this is broken off.
inline constexpr absl::Duration kTakenAtAll = absl::Minutes(1);
// How long calls under way may take to end when the server ends.
inline constexpr absl::Duration kShutdownGrace = absl::Seconds(5);
// Long reads go on here; so many may wait for their first turn.
inline constexpr std::size_t kReaderThreads = 2;
inline constexpr std::size_t kWaitingReads = 256;
// Write functions that may wait at once.
inline constexpr std::size_t kWaitingWrites = 4096;


// Contents that are being sent or fetched hold this together, whatever their size; one more is refused,
// RESOURCE_EXHAUSTED (TRANSFERS_FULL). A transfer holds at most four copies of a chunk of 256 KiB at once: of one
// that comes in, what the transport has read, the message, the write that waits and the batch it goes into;
// of one that goes out, what was read from the store, the message, what the transport has taken, and the one
// before that it still sends. 4 x 256 KiB = 1 MiB, and 64 MiB / 1 MiB = 64 transfers.
inline constexpr std::size_t kTransferMemoryBytes = std::size_t{64} << 20;
inline constexpr std::size_t kBytesOfATransfer = std::size_t{1} << 20;
inline constexpr std::size_t kTransfers = kTransferMemoryBytes / kBytesOfATransfer;
// A client that streams its request sends its next message within this, so that nobody keeps a transfer to
// himself.
inline constexpr absl::Duration kMessageDeadline = absl::Minutes(1);

}  // namespace waarborg::edge::limits

#endif  // WAARBORG_SERVICES_EDGE_LIMITS_H_
