#ifndef WAARBORG_SERVICES_CALL_CALL_H_
#define WAARBORG_SERVICES_CALL_CALL_H_

// What every call is made of: who asks, when, under which request id. Commands and queries get it as a value
// and ask nobody else for time, identity or randomness.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::call {

using team::v1::Role;

// Who calls: a member of one region, with the roles held there.
struct Caller {
  std::string member;  // `regions/nmd/members/auditor`, or `system`
  std::string region;  // `nmd`
  std::vector<Role> roles;
  std::string provider;  // resource name; only for a PROVIDER_USER

  [[nodiscard]] bool Holds(Role role) const;
  // Acts for a provider and for nobody else.
  [[nodiscard]] bool IsOnlyProvider() const;
  // The first of `wanted` that the caller holds, or ROLE_UNSPECIFIED.
  [[nodiscard]] Role FirstOf(absl::Span<const Role> wanted) const;
};

// Fills `bytes` with randomness. Thread-safe.
using Entropy = std::function<void(char* bytes, std::size_t count)>;

struct Call {
  Caller caller;
  std::string region;       // the region the request is about; `shared` when none
  std::string method;       // `waarborg.assessment.v1.AssessmentService/SubmitScores`
  std::string request_id;   // empty: the answer is not remembered
  std::string traceparent;  // W3C Trace Context, as received
  absl::Time now;
  absl::Time deadline;  // after this the answer interests nobody
  Entropy entropy;

  // A new identifier of 26 lower-case characters, random enough to be unique.
  [[nodiscard]] std::string NewId() const;
};

// The caller of timers.
Caller SystemCaller(absl::string_view region);

// Answers who a member is. `team` fills it; thread-safe.
class Directory {
 public:
  virtual ~Directory() = default;
  // UNAUTHENTICATED (UNKNOWN_MEMBER) for a member that does not exist or is inactive.
  virtual absl::StatusOr<Caller> Find(absl::string_view member) const = 0;
};

// Receives one answer, once.
template <class Response>
using Done = std::function<void(absl::StatusOr<Response>)>;

// What a room offers for one rpc; the edge calls it without knowing what is behind.
template <class Request, class Response>
using Handler = std::function<void(const Call&, const Request&, Done<Response>)>;

// Takes the function that calls the stream to its next step, and calls it when that is worth while: at once or
// later, from any thread. To call it again is harmless.
using Waiting = std::function<void(std::function<void()> wake)>;

// One step of a stream: an item, or the end, or nothing before it is woken, or none of these: nothing found
// yet, ask again.
template <class Item>
struct Step {
  std::optional<Item> item;
  bool ended = false;
  Waiting waiting = nullptr;
};

// Yields the items of a stream one after another. A step reads a bounded piece of the store and no more.
template <class Item>
using Source = std::function<absl::StatusOr<Step<Item>>()>;

// What a room offers for a server stream.
template <class Request, class Item>
using StreamHandler = std::function<absl::StatusOr<Source<Item>>(const Call&, const Request&)>;

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_CALL_H_
