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
// How long calls under way may take to end when the server ends.
inline constexpr absl::Duration kShutdownGrace = absl::Seconds(5);
// Long reads go on here; so many may wait for their first turn.
inline constexpr std::size_t kReaderThreads = 2;
inline constexpr std::size_t kWaitingReads = 256;
// Write functions that may wait at once.
inline constexpr std::size_t kWaitingWrites = 4096;

}  // namespace waarborg::edge::limits

#endif  // WAARBORG_SERVICES_EDGE_LIMITS_H_
