#ifndef WAARBORG_SERVICES_CALL_ERROR_H_
#define WAARBORG_SERVICES_CALL_ERROR_H_

// Errors are words we own: a canonical code, a reason in UPPER_SNAKE that never changes, and everything that
// varies as metadata (AIP-193). The sentences, Dutch and English, stand in proto/labels/messages.json under
// the reason;
// `{key}` in them is replaced by the metadata of that name.
//
//   return Error(absl::StatusCode::kNotFound, "PROVIDER_NOT_FOUND").With("name", name);

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "google/rpc/status.pb.h"

namespace waarborg::call {

inline constexpr absl::string_view kErrorDomain = "waarborg";

class Error final {
 public:
  Error(absl::StatusCode code, absl::string_view reason);

  // Adds metadata; `key` is lower_snake.
  Error& With(absl::string_view key, absl::string_view value);

  // Adds a google.rpc.PreconditionFailure row.
  Error& Precondition(absl::string_view subject, absl::string_view expected, absl::string_view found);

  operator absl::Status() const;  // NOLINT(google-explicit-constructor): reads as the error it is
  template <class T>
  operator absl::StatusOr<T>() const {  // NOLINT(google-explicit-constructor)
    return absl::Status(*this);
  }

 private:
  struct Row {
    std::string subject, expected, found;
  };
  absl::StatusCode code_;
  std::string reason_;
  std::vector<std::pair<std::string, std::string>> metadata_;
  std::vector<Row> preconditions_;
};

// All that is wrong with a request, gathered before anything happens.
class Violations final {
 public:
  // `field` is a path in proto field names: `provider.kvk_number`, `scores.VE99`, `items[2].owner`.
  void Add(absl::string_view field, absl::string_view reason, absl::string_view detail = "");
  // Adds the rows of `other` on fields that have no row here: what a field means is asked where its shape
  // holds.
  void AddOnOtherFields(const Violations& other);
  [[nodiscard]] bool empty() const { return rows_.empty(); }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }

  // OK, or INVALID_ARGUMENT (INVALID_REQUEST) with one google.rpc.BadRequest row each, in order of adding.
  [[nodiscard]] absl::Status ToStatus() const;

 private:
  struct Row {
    std::string field, reason, detail;
  };
  std::vector<Row> rows_;
};

// The machine-readable details a status carries, for the edge; empty for a status that is not ours.
google::rpc::Status DetailsOf(const absl::Status& status);

// The reason a status carries, or "".
std::string ReasonOf(const absl::Status& status);

namespace error {

// FAILED_PRECONDITION: the state does not allow the event. States as codes without enum prefix.
absl::Status IllegalTransition(absl::string_view resource, absl::string_view event,
                               absl::string_view expected, absl::string_view found);
// PERMISSION_DENIED: the event is for other roles.
absl::Status RoleNotAllowed(absl::string_view event, absl::string_view roles);
// PERMISSION_DENIED: a provider reaches for another provider.
absl::Status OtherProvider(absl::string_view provider);
// ABORTED: the resource has changed since it was read.
absl::Status EtagMismatch(absl::string_view resource, absl::string_view given, absl::string_view current);
// FAILED_PRECONDITION: a second person has to confirm `act` first.
absl::Status SecondPersonRequired(absl::string_view resource, absl::string_view act);
// PERMISSION_DENIED: the one who did an act cannot be the one who confirms or decides it.
absl::Status SamePerson(absl::string_view resource, absl::string_view member);
// ABORTED: what would be confirmed is not what was read.
absl::Status ContentChanged(absl::string_view resource, absl::string_view given, absl::string_view current);
// NOT_FOUND with reason `{NOUN}_NOT_FOUND`.
absl::Status NotFound(absl::string_view noun, absl::string_view name);
// ALREADY_EXISTS with reason `{NOUN}_EXISTS`.
absl::Status Exists(absl::string_view noun, absl::string_view name);

}  // namespace error

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_ERROR_H_
