#ifndef WAARBORG_TESTS_LOAD_CLOSED_LOOP_H_
#define WAARBORG_TESTS_LOAD_CLOSED_LOOP_H_

// Callers that each send the next request as soon as the last was answered, over a few channels.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "google/protobuf/message.h"
#include "grpcpp/generic/generic_stub.h"

namespace waarborg::load {

// One call: `/package.Service/Method`, who asks ("" for nobody), and what.
struct Shot {
  std::string method;
  std::string member;
  std::unique_ptr<google::protobuf::Message> request;
};

// The next call of a caller, or nothing when it has no more. Called on many threads, for one caller never at once.
using NextShot = std::function<std::optional<Shot>(int caller)>;

struct Volley {
  std::int64_t calls = 0;
  std::int64_t failures = 0;
  std::string first_failure;
  absl::Duration elapsed;
  std::vector<std::uint32_t> micros;  // of every call, sorted

  [[nodiscard]] double PerSecond() const;
  // The latency below which `share` of the calls stayed.
  [[nodiscard]] double Percentile(double share) const;
};

// Not thread-safe; the answers are counted, not looked at.
class ClosedLoop final {
 public:
  ClosedLoop(const std::string& address, int callers, int channels);

  // Until every caller has no more shots, or until `longest` has passed.
  Volley Run(const NextShot& next, absl::Duration longest);

  [[nodiscard]] int callers() const { return callers_; }

 private:
  int callers_;
  std::vector<std::unique_ptr<grpc::GenericStub>> stubs_;
};

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_CLOSED_LOOP_H_
