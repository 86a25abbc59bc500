#ifndef WAARBORG_CLIENTS_CLI_EXIT_STATUS_H_
#define WAARBORG_CLIENTS_CLI_EXIT_STATUS_H_

#include "grpcpp/support/status_code_enum.h"

namespace waarborg::cli {

// What a script learns from the command. Fixed: scripts build on the numbers.
enum ExitStatus : int {
  kOk = 0,
  kVerificationFailed = 1,
  kUsage = 2,
  kInvalidArgument = 3,
  kNotFound = 4,
  kNotAllowed = 5,
  kPrecondition = 6,  // the state does not allow it, it changed meanwhile, or it exists already
  kOther = 7,         // no answer, or an error the caller can do nothing about
};

[[nodiscard]] constexpr ExitStatus ExitStatusOf(grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::OK:
      return kOk;
    case grpc::StatusCode::INVALID_ARGUMENT:
      return kInvalidArgument;
    case grpc::StatusCode::NOT_FOUND:
      return kNotFound;
    case grpc::StatusCode::PERMISSION_DENIED:
    case grpc::StatusCode::UNAUTHENTICATED:
      return kNotAllowed;
    case grpc::StatusCode::FAILED_PRECONDITION:
    case grpc::StatusCode::ABORTED:
    case grpc::StatusCode::ALREADY_EXISTS:
      return kPrecondition;
    default:
      return kOther;
  }
}

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_EXIT_STATUS_H_
