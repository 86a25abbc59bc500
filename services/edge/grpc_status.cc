#include "services/edge/grpc_status.h"

#include <string>
#include <utility>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/call/error.h"

namespace waarborg::edge {
namespace {

// Message and details travel as metadata, of which a client takes 8 KiB by default, written in base64 or
// percent-encoded.
constexpr std::size_t kLongestMessage = 400;
constexpr std::size_t kLargestDetails = 5000;

// The longest beginning of `text` that fits and ends between two characters.
absl::string_view Beginning(absl::string_view text) {
  if (text.size() <= kLongestMessage) return text;
  std::size_t end = kLongestMessage;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

// The rows that fit, in order: the first with their sentences, then with field and reason only. The error's
// metadata say how many there were.
google::rpc::BadRequest Shortened(const google::rpc::BadRequest& bad, std::size_t space) {
  google::rpc::BadRequest shortened;
  std::size_t used = 0;
  for (google::rpc::BadRequest::FieldViolation row : bad.field_violations()) {
    if (used + row.ByteSizeLong() > space / 2) {
      row.clear_description();
      row.clear_localized_message();
    }
    used += row.ByteSizeLong() + 4;
    if (used > space) break;
    *shortened.add_field_violations() = std::move(row);
  }
  return shortened;
}

// Details that fit: rows of faulty fields go first, then all but the reason.
google::rpc::Status Fitting(google::rpc::Status details) {
  if (details.ByteSizeLong() <= kLargestDetails) return details;
  google::rpc::BadRequest bad;
  google::rpc::ErrorInfo info;
  for (google::protobuf::Any& detail : *details.mutable_details()) {
    if (!detail.UnpackTo(&bad)) continue;
    const std::size_t others = details.ByteSizeLong() - detail.ByteSizeLong();
    detail.PackFrom(Shortened(bad, others < kLargestDetails ? kLargestDetails - others : 0));
  }
  if (details.ByteSizeLong() <= kLargestDetails || !details.details(0).UnpackTo(&info)) return details;
  info.clear_metadata();
  details.clear_details();
  details.add_details()->PackFrom(info);
  return details;
}

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

google::rpc::Status ToRpcStatus(const absl::Status& status, const call::Entropy& entropy, const Log& log) {
  if (status.ok()) return {};
  const bool ours = !call::ReasonOf(status).empty();
  const absl::Status shown = ours ? status : Hidden(status, entropy, log);
  google::rpc::Status details = call::DetailsOf(shown);
  details.set_code(static_cast<int>(shown.code()));
  details.set_message(std::string(Beginning(shown.message())));
  return Fitting(std::move(details));
}

grpc::Status ToGrpcStatus(const absl::Status& status, const call::Entropy& entropy, const Log& log) {
  if (status.ok()) return grpc::Status::OK;
  const google::rpc::Status details = ToRpcStatus(status, entropy, log);
  return grpc::Status(static_cast<grpc::StatusCode>(details.code()), details.message(),
                      details.SerializeAsString());
}

}  // namespace waarborg::edge
