#ifndef WAARBORG_TESTS_LOAD_PUSH_STREAMS_H_
#define WAARBORG_TESTS_LOAD_PUSH_STREAMS_H_

// Machines that push reports, each over a stream and a connection of its own, with a full window of
// unanswered ones.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "grpcpp/channel.h"
#include "tests/load/closed_loop.h"

namespace waarborg::load {

// As many as the server leaves unanswered in a stream.
inline constexpr std::size_t kWindow = 128;

struct Pushed {
  Volley volley;           // a call: one report, from its sending to its receipt
  std::int64_t bytes = 0;  // of all that was sent
};

class PushStreams final {
 public:
  PushStreams(const std::string& address, int streams);

  // Sends for `length`, and waits for what is unanswered then. The ids of the events start with `series`,
  // which must be used once. An error when a stream ends with one.
  absl::StatusOr<Pushed> Run(const std::string& series, absl::Duration length);

 private:
  std::vector<std::shared_ptr<grpc::Channel>> channels_;
};

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_PUSH_STREAMS_H_
