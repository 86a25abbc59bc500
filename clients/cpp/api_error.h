#ifndef WAARBORG_CLIENTS_CPP_API_ERROR_H_
#define WAARBORG_CLIENTS_CPP_API_ERROR_H_

// What a server answers when it does not do what was asked: the canonical code, and the google.rpc details
// that come with it (AIP-193), taken apart.

#include <map>
#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "grpcpp/support/status.h"

namespace waarborg::client {

struct FieldViolation {
  std::string field;  // path in proto field names: "scores.VE99"
  std::string reason;
  std::string description;     // English
  std::string description_nl;  // empty where the server has none
};

struct PreconditionViolation {
  std::string type;
  std::string subject;
  std::string description;  // expected and found
};

struct ApiError {
  grpc::StatusCode code = grpc::StatusCode::UNKNOWN;
  std::string reason;  // UPPER_SNAKE; empty when the answer is not from a Waarborg server
  std::string domain;
  std::map<std::string, std::string> metadata;
  std::vector<FieldViolation> violations;
  std::vector<PreconditionViolation> preconditions;
  std::string message_nl;
  std::string message_en;
};

// The error that a status which is not OK stands for. Details that cannot be read are left out; the texts are
// then the message of the status.
[[nodiscard]] ApiError DecodeError(const grpc::Status& status);

// "NOT_FOUND" for grpc::StatusCode::NOT_FOUND.
[[nodiscard]] absl::string_view CodeName(grpc::StatusCode code);

}  // namespace waarborg::client

#endif  // WAARBORG_CLIENTS_CPP_API_ERROR_H_
