#include "clients/push/answers.h"

#include <utility>

#include "clients/push/file_tally.h"

namespace waarborg::push {
namespace {

// So often an item may make the server fail before it is told as refused: a fault that stays would otherwise
// hold up everything behind it.
constexpr int kMostFailures = 5;

// A result that says nothing is an error as well.
client::ApiError ErrorOf(const incident::v1::PushResult& result) {
  const google::rpc::Status& status = result.error();
  const auto code =
      status.code() == 0 ? grpc::StatusCode::UNKNOWN : static_cast<grpc::StatusCode>(status.code());
  return client::DecodeError(grpc::Status(code, status.message(), status.SerializeAsString()));
}

}  // namespace

bool Answers::IsToBeSentAgain(const Item& item, grpc::StatusCode code) {
  switch (code) {
    case grpc::StatusCode::UNAVAILABLE:
    case grpc::StatusCode::CANCELLED:
    case grpc::StatusCode::ABORTED:
    case grpc::StatusCode::DEADLINE_EXCEEDED:
    case grpc::StatusCode::RESOURCE_EXHAUSTED:
      return true;
    case grpc::StatusCode::INTERNAL:
    case grpc::StatusCode::UNKNOWN:
    case grpc::StatusCode::DATA_LOSS:
      return ++failures_[item.place.ToString()] < kMostFailures;
    default:
      return false;
  }
}

bool Answers::Take(const Window::Held& item, const incident::v1::PushResult& result) {
  if (result.has_receipt()) {
    if (acks_ != nullptr) acks_->Add(*item, result.receipt());
    settled_.push_back({.item = item, .refusal = std::nullopt});
  } else {
    const client::ApiError error = ErrorOf(result);
    if (IsToBeSentAgain(*item, error.code)) return false;
    refusals_.Tell(*item, error);
    settled_.push_back({.item = item, .refusal = cli::ExitStatusOf(error.code)});
  }
  if (!failures_.empty()) failures_.erase(item->place.ToString());
  return true;
}

bool Answers::Settle() {
  if ((acks_ != nullptr && !acks_->Sync()) || !refusals_.good()) return false;
  for (const Settled& each : std::exchange(settled_, {})) {
    if (each.refusal.has_value()) {
      counts_.AddRefused(*each.refusal);
    } else {
      counts_.AddAcknowledged();
    }
    if (each.item->file != nullptr) each.item->file->AddAnswer(!each.refusal.has_value());
  }
  notices_.Show(counts_.Look());
  return true;
}

}  // namespace waarborg::push
