#ifndef WAARBORG_SERVICES_CALL_REQUEST_CHECK_H_
#define WAARBORG_SERVICES_CALL_REQUEST_CHECK_H_

// The shape of a request, checked from the marks in its proto: required fields, lengths, counts, enum values,
// dates, resource names and control characters. What a field means is the noun's business.

#include <string>

#include "absl/strings/string_view.h"
#include "google/protobuf/message.h"
#include "google/type/date.pb.h"
#include "services/call/error.h"

namespace waarborg::call {

// Adds every fault of shape, in field order. Fields marked OUTPUT_ONLY are not looked at. A required message
// that is missing misses what it would have to hold, too.
void CheckRequest(const google::protobuf::Message& request, Violations& violations);

// What the fields of a request mean, as far as the request itself can tell: adds every fault. Pure, so the
// same request always gets the same verdict, today and in a retry. The request may be of any shape.
template <class Request>
using MeaningCheck = void (*)(const Request& request, Violations& violations);

// Whether both are days that exist, and `a` comes before `b`.
bool ComesBefore(const google::type::Date& a, const google::type::Date& b);

// As CheckRequest, for a message that came inside a request in another form; paths start with `path`.
void CheckMessage(const google::protobuf::Message& message, absl::string_view path, Violations& violations);

// The region that the request's resource names agree on, `shared` when it holds none. Names of two regions in
// one request add a violation (REGION_MISMATCH).
std::string RegionOfRequest(const google::protobuf::Message& request, Violations& violations);

// Empties every field marked OUTPUT_ONLY or IDENTIFIER: what a client sends there is ignored (AIP-203).
void ClearOutputOnly(google::protobuf::Message& message);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_REQUEST_CHECK_H_
