#include "clients/cpp/api_error.h"

#include <array>
#include <cstddef>

#include "absl/strings/match.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"

namespace waarborg::client {
namespace {

bool IsDutch(absl::string_view locale) { return absl::StartsWith(locale, "nl"); }

void Take(const google::rpc::ErrorInfo& info, ApiError& error) {
  error.reason = info.reason();
  error.domain = info.domain();
  error.metadata = {info.metadata().begin(), info.metadata().end()};
}

void Take(const google::rpc::BadRequest& bad, ApiError& error) {
  for (const google::rpc::BadRequest::FieldViolation& row : bad.field_violations()) {
    const google::rpc::LocalizedMessage& localized = row.localized_message();
    error.violations.push_back({.field = row.field(),
                                .reason = row.reason(),
                                .description = row.description(),
                                .description_nl = IsDutch(localized.locale()) ? localized.message() : ""});
  }
}

void Take(const google::rpc::PreconditionFailure& failure, ApiError& error) {
  for (const google::rpc::PreconditionFailure::Violation& row : failure.violations()) {
    error.preconditions.push_back(
        {.type = row.type(), .subject = row.subject(), .description = row.description()});
  }
}

void Take(const google::rpc::LocalizedMessage& message, ApiError& error) {
  (IsDutch(message.locale()) ? error.message_nl : error.message_en) = message.message();
}

template <class Detail>
bool TakeIf(const google::protobuf::Any& any, ApiError& error) {
  Detail detail;
  if (!any.Is<Detail>() || !any.UnpackTo(&detail)) return false;
  Take(detail, error);
  return true;
}

}  // namespace

ApiError DecodeError(const grpc::Status& status) {
  ApiError error;
  error.code = status.error_code();
  google::rpc::Status details;
  if (details.ParseFromString(status.error_details())) {
    for (const google::protobuf::Any& any : details.details()) {
      // The first type that fits takes the detail; other types are none of ours.
      static_cast<void>(TakeIf<google::rpc::ErrorInfo>(any, error) ||
                        TakeIf<google::rpc::BadRequest>(any, error) ||
                        TakeIf<google::rpc::PreconditionFailure>(any, error) ||
                        TakeIf<google::rpc::LocalizedMessage>(any, error));
    }
  }
  if (error.message_en.empty()) error.message_en = status.error_message();
  if (error.message_nl.empty()) error.message_nl = error.message_en;
  return error;
}

absl::string_view CodeName(grpc::StatusCode code) {
  static constexpr std::array<absl::string_view, 17> kNames = {
      "OK",        "CANCELLED",      "UNKNOWN",           "INVALID_ARGUMENT",   "DEADLINE_EXCEEDED",
      "NOT_FOUND", "ALREADY_EXISTS", "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION",
      "ABORTED",   "OUT_OF_RANGE",   "UNIMPLEMENTED",     "INTERNAL",           "UNAVAILABLE",
      "DATA_LOSS", "UNAUTHENTICATED"};
  const auto index = static_cast<std::size_t>(code);
  return index < kNames.size() ? kNames[index] : "UNKNOWN";
}

}  // namespace waarborg::client
