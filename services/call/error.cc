#include "services/call/error.h"

#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"
#include "proto/labels/labels.h"

namespace waarborg::call {
namespace {

// One payload holds all details, because a status keeps one payload a type and two languages are two of one
// type.
constexpr absl::string_view kDetails = "waarborg/details";

using Metadata = std::vector<std::pair<std::string, std::string>>;

labels::Sentence SentenceFor(absl::string_view reason, const Metadata& metadata) {
  const labels::Sentence* sentence = labels::MessageOf(reason);
  if (sentence == nullptr) return {std::string(reason), std::string(reason)};
  return {labels::Fill(sentence->nl, metadata), labels::Fill(sentence->en, metadata)};
}

void AddLocalized(const labels::Sentence& sentence, google::rpc::Status& details) {
  google::rpc::LocalizedMessage message;
  message.set_locale("nl");
  message.set_message(sentence.nl);
  details.add_details()->PackFrom(message);
  message.set_locale("en");
  message.set_message(sentence.en);
  details.add_details()->PackFrom(message);
}

google::rpc::Status Details(absl::string_view reason, const Metadata& metadata,
                            const labels::Sentence& sentence) {
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(std::string(kErrorDomain));
  for (const auto& [key, value] : metadata) (*info.mutable_metadata())[key] = value;
  google::rpc::Status details;
  details.add_details()->PackFrom(info);
  AddLocalized(sentence, details);
  return details;
}

absl::Status WithDetails(absl::StatusCode code, absl::string_view message,
                         const google::rpc::Status& details) {
  absl::Status status(code, message);
  status.SetPayload(kDetails, absl::Cord(details.SerializeAsString()));
  return status;
}

}  // namespace

Error::Error(absl::StatusCode code, absl::string_view reason) : code_(code), reason_(reason) {}

Error& Error::With(absl::string_view key, absl::string_view value) {
  metadata_.emplace_back(std::string(key), std::string(value));
  return *this;
}

Error& Error::Precondition(absl::string_view subject, absl::string_view expected, absl::string_view found) {
  preconditions_.push_back({std::string(subject), std::string(expected), std::string(found)});
  return *this;
}

Error::operator absl::Status() const {
  const labels::Sentence sentence = SentenceFor(reason_, metadata_);
  google::rpc::Status details = Details(reason_, metadata_, sentence);
  if (!preconditions_.empty()) {
    google::rpc::PreconditionFailure failure;
    for (const Row& row : preconditions_) {
      google::rpc::PreconditionFailure::Violation& violation = *failure.add_violations();
      violation.set_type(reason_);
      violation.set_subject(row.subject);
      violation.set_description(absl::StrCat("expected ", row.expected, "; found ", row.found));
    }
    details.add_details()->PackFrom(failure);
  }
  return WithDetails(code_, sentence.en, details);
}

void Violations::Add(absl::string_view field, absl::string_view reason, absl::string_view detail) {
  rows_.push_back({std::string(field), std::string(reason), std::string(detail)});
}

void Violations::AddOnOtherFields(const Violations& other) {
  absl::flat_hash_set<std::string> named;
  for (const Row& row : rows_) named.insert(row.field);
  for (const Row& row : other.rows_) {
    if (!named.contains(row.field)) rows_.push_back(row);
  }
}

absl::Status Violations::ToStatus() const {
  if (rows_.empty()) return absl::OkStatus();
  const Metadata metadata = {{"count", absl::StrCat(rows_.size())}};
  const labels::Sentence sentence = SentenceFor("INVALID_REQUEST", metadata);
  google::rpc::Status details = Details("INVALID_REQUEST", metadata, sentence);
  google::rpc::BadRequest bad;
  for (const Row& row : rows_) {
    google::rpc::BadRequest::FieldViolation& violation = *bad.add_field_violations();
    const labels::Sentence why = SentenceFor(row.reason, {{"detail", row.detail}, {"field", row.field}});
    violation.set_field(row.field);
    violation.set_reason(row.reason);
    violation.set_description(why.en);
    violation.mutable_localized_message()->set_locale("nl");
    violation.mutable_localized_message()->set_message(why.nl);
  }
  details.add_details()->PackFrom(bad);
  return WithDetails(absl::StatusCode::kInvalidArgument,
                     absl::StrCat(sentence.en, " ", rows_.front().field, ": ", rows_.front().reason),
                     details);
}

google::rpc::Status DetailsOf(const absl::Status& status) {
  google::rpc::Status details;
  const auto payload = status.GetPayload(kDetails);
  if (payload.has_value() && !details.ParseFromString(std::string(*payload))) details.Clear();
  return details;
}

std::string ReasonOf(const absl::Status& status) {
  const google::rpc::Status details = DetailsOf(status);
  google::rpc::ErrorInfo info;
  for (const google::protobuf::Any& detail : details.details()) {
    if (detail.UnpackTo(&info)) return info.reason();
  }
  return "";
}

namespace error {

absl::Status IllegalTransition(absl::string_view resource, absl::string_view event,
                               absl::string_view expected, absl::string_view found) {
  return Error(absl::StatusCode::kFailedPrecondition, "ILLEGAL_TRANSITION")
      .With("resource", resource)
      .With("event", event)
      .With("expected", expected)
      .With("found", found)
      .Precondition(resource, expected, found);
}

absl::Status RoleNotAllowed(absl::string_view event, absl::string_view roles) {
  return Error(absl::StatusCode::kPermissionDenied, "ROLE_NOT_ALLOWED")
      .With("event", event)
      .With("roles", roles);
}

absl::Status OtherProvider(absl::string_view provider) {
  return Error(absl::StatusCode::kPermissionDenied, "OTHER_PROVIDER").With("provider", provider);
}

absl::Status EtagMismatch(absl::string_view resource, absl::string_view given, absl::string_view current) {
  return Error(absl::StatusCode::kAborted, "ETAG_MISMATCH")
      .With("resource", resource)
      .With("given", given)
      .With("current", current)
      .Precondition(resource, current, given);
}

absl::Status SecondPersonRequired(absl::string_view resource, absl::string_view act) {
  return Error(absl::StatusCode::kFailedPrecondition, "SECOND_PERSON_REQUIRED")
      .With("resource", resource)
      .With("act", act);
}

absl::Status SamePerson(absl::string_view resource, absl::string_view member) {
  return Error(absl::StatusCode::kPermissionDenied, "SAME_PERSON")
      .With("resource", resource)
      .With("member", member);
}

absl::Status ContentChanged(absl::string_view resource, absl::string_view given, absl::string_view current) {
  return Error(absl::StatusCode::kAborted, "CONTENT_CHANGED")
      .With("resource", resource)
      .With("given", given)
      .With("current", current);
}

absl::Status NotFound(absl::string_view noun, absl::string_view name) {
  return Error(absl::StatusCode::kNotFound, absl::StrCat(noun, "_NOT_FOUND")).With("name", name);
}

absl::Status Exists(absl::string_view noun, absl::string_view name) {
  return Error(absl::StatusCode::kAlreadyExists, absl::StrCat(noun, "_EXISTS")).With("name", name);
}

}  // namespace error

}  // namespace waarborg::call
