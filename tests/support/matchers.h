#ifndef WAARBORG_TESTS_SUPPORT_MATCHERS_H_
#define WAARBORG_TESTS_SUPPORT_MATCHERS_H_

// Matchers for absl::Status and absl::StatusOr<T>, and for the reasons our errors carry.

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "gmock/gmock.h"
#include "google/rpc/error_details.pb.h"
#include "services/call/error.h"

namespace waarborg::testing {

inline const absl::Status& StatusOf(const absl::Status& status) { return status; }
template <class T>
const absl::Status& StatusOf(const absl::StatusOr<T>& result) {
  return result.status();
}

MATCHER(IsOk, negation ? "is an error" : "is OK") {
  *result_listener << StatusOf(arg);
  return StatusOf(arg).ok();
}

MATCHER_P(StatusIs, code, std::string("has status ") + absl::StatusCodeToString(code)) {
  *result_listener << StatusOf(arg);
  return StatusOf(arg).code() == code;
}

// The reason of google.rpc.ErrorInfo.
MATCHER_P(ReasonIs, reason, std::string("has reason ") + reason) {
  *result_listener << StatusOf(arg);
  return call::ReasonOf(StatusOf(arg)) == reason;
}

// The rows of google.rpc.BadRequest as "field: REASON", in order.
inline std::vector<std::string> FieldFaults(const absl::Status& status) {
  std::vector<std::string> faults;
  google::rpc::BadRequest bad;
  const google::rpc::Status details = call::DetailsOf(status);
  for (const google::protobuf::Any& detail : details.details()) {
    if (!detail.UnpackTo(&bad)) continue;
    for (const auto& row : bad.field_violations()) faults.push_back(row.field() + ": " + row.reason());
  }
  return faults;
}

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SUPPORT_MATCHERS_H_
