#include "services/edge/grpc_status.h"

#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/status.pb.h"
#include "services/call/error.h"

namespace waarborg::edge {
namespace {

constexpr std::size_t kLongestMessage = 1000;

std::string NewNumber(const call::Entropy& entropy) {
  std::string bytes(6, '\0');
  entropy(bytes.data(), bytes.size());
  return absl::BytesToHexString(bytes);
}

absl::Status Hidden(const absl::Status& status, const call::Entropy& entropy, const Log& log) {
  const std::string number = NewNumber(entropy);
  log(absl::StrCat("error ", number, ": ", status.ToString()));
  return call::Error(absl::StatusCode::kInternal, "INTERNAL").With("id", number);
}

}  // namespace

grpc::Status ToGrpcStatus(const absl::Status& status, const call::Entropy& entropy, const Log& log) {
  if (status.ok()) return grpc::Status::OK;
  const bool ours = !call::ReasonOf(status).empty();
  const absl::Status shown = ours ? status : Hidden(status, entropy, log);
  google::rpc::Status details = call::DetailsOf(shown);
  details.set_code(static_cast<int>(shown.code()));
  const std::string message(shown.message().substr(0, kLongestMessage));
  details.set_message(message);
  return grpc::Status(static_cast<grpc::StatusCode>(shown.code()), message, details.SerializeAsString());
}

}  // namespace waarborg::edge
