#include "tests/fuzz/answers.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "google/protobuf/util/json_util.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/call/error.h"
#include "services/edge/limits.h"

namespace waarborg::fuzz {
namespace {

using google::protobuf::Any;
using google::protobuf::Message;
using grpc::StatusCode;

constexpr std::size_t kMetadataBytes = 8192;

bool IsCallersDoing(StatusCode code) {
  constexpr std::array kCodes = {StatusCode::INVALID_ARGUMENT, StatusCode::NOT_FOUND,
                                 StatusCode::ALREADY_EXISTS,   StatusCode::PERMISSION_DENIED,
                                 StatusCode::UNAUTHENTICATED,  StatusCode::FAILED_PRECONDITION,
                                 StatusCode::ABORTED,          StatusCode::OUT_OF_RANGE};
  return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

// What the details say, gathered.
struct Told {
  google::rpc::ErrorInfo info;
  std::set<std::string> languages;
  google::rpc::BadRequest bad;
};

Told ReadDetails(const google::rpc::Status& details) {
  Told told;
  google::rpc::LocalizedMessage sentence;
  for (const Any& detail : details.details()) {
    detail.UnpackTo(&told.info);
    detail.UnpackTo(&told.bad);
    if (detail.UnpackTo(&sentence) && !sentence.message().empty()) told.languages.insert(sentence.locale());
  }
  return told;
}

// A request that cannot be read has no fields.
bool NamesItsFields(const google::rpc::BadRequest& bad) {
  return !bad.field_violations().empty() &&
         std::all_of(bad.field_violations().begin(), bad.field_violations().end(), [](const auto& row) {
           return row.field().empty() ? row.reason() == "MALFORMED_REQUEST" : !row.reason().empty();
         });
}

void CheckRefusal(const grpc::Status& status, Breaches& breaches) {
  if (!IsCallersDoing(status.error_code())) {
    breaches.push_back(absl::StrCat("AnswersAreNeverFailures: ", status.error_code()));
  }
  google::rpc::Status details;
  const bool parses = details.ParseFromString(status.error_details());
  if (!parses || details.code() != static_cast<int>(status.error_code())) {
    return breaches.push_back("RefusalsSayWhy: no details, or of another code");
  }
  const Told told = ReadDetails(details);
  if (told.info.reason().empty() || told.info.domain() != call::kErrorDomain) {
    breaches.push_back("RefusalsSayWhy: no reason of ours");
  }
  if (told.languages != std::set<std::string>{"nl", "en"}) {
    breaches.push_back(absl::StrCat("RefusalsSayWhy: said in [", absl::StrJoin(told.languages, ","), "]"));
  }
  if (told.info.reason() == "INVALID_REQUEST" && !NamesItsFields(told.bad)) {
    breaches.push_back("RefusalsSayWhy: an invalid request without its fields");
  }
}

// Details travel in base64; the message percent-encoded, at worst three bytes each.
void CheckSize(const grpc::Status& status, Breaches& breaches) {
  const std::size_t details = status.error_details().size() * 4 / 3;
  if (details + 3 * status.error_message().size() + 300 <= kMetadataBytes) return;
  breaches.push_back(
      absl::StrCat("RefusalsFitIntoMetadata: ", status.error_details().size(), " bytes of details"));
}

void CheckMessages(const Method& method, const std::vector<std::string>& messages, Breaches& breaches) {
  if (!method.server_streaming() && messages.size() != 1) {
    breaches.push_back(absl::StrCat("AnswersAreMessages: ", messages.size(), " of them"));
  }
  const std::unique_ptr<Message> message = NewMessage(*method.output_type());
  std::string json;
  for (const std::string& bytes : messages) {
    const bool parses = message->ParseFromString(bytes);
    if (parses && google::protobuf::util::MessageToJsonString(*message, &json).ok()) continue;
    return breaches.push_back("AnswersAreMessages: one that cannot be read or written");
  }
}

// What gRPC itself answers, before anything of ours is reached.
void CheckAnsweredByGrpc(const Answer& answer, Breaches& breaches) {
  const bool refused = answer.status.error_code() == StatusCode::RESOURCE_EXHAUSTED;
  if (refused && answer.status.error_details().empty()) return;
  breaches.push_back("AnswersAreNeverFailures: gRPC answers this otherwise");
}

}  // namespace

Reach ReachOf(const Attempt& attempt) {
  if (attempt.bytes.size() > edge::limits::kRequestBytes) return Reach::kTooLarge;
  return NewMessage(*attempt.method->input_type())->ParseFromString(attempt.bytes) ? Reach::kHandler
                                                                                   : Reach::kParser;
}

Breaches BreachesOf(const Attempt& attempt, const Answer& answer) {
  Breaches breaches;
  if (!answer.in_time) breaches.push_back("AnswersComeInTime");
  const Reach reach = ReachOf(attempt);
  if (reach == Reach::kTooLarge) {
    CheckAnsweredByGrpc(answer, breaches);
  } else if (!answer.status.ok()) {
    CheckRefusal(answer.status, breaches);
    CheckSize(answer.status, breaches);
  } else if (reach == Reach::kParser) {
    breaches.push_back("UnreadableIsRefused");
  } else {
    CheckMessages(*attempt.method, answer.messages, breaches);
  }
  return breaches;
}

}  // namespace waarborg::fuzz
