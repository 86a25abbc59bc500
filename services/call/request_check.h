#ifndef WAARBORG_SERVICES_CALL_REQUEST_CHECK_H_
#define WAARBORG_SERVICES_CALL_REQUEST_CHECK_H_

// The shape of a request, checked from the marks in its proto: required fields, lengths, counts, enum values,
// dates, resource names and control characters. What a field means is the noun's business.

#include <string>

#include "google/protobuf/message.h"
#include "services/call/error.h"

namespace waarborg::call {

// Adds every fault of shape, in field order. Fields marked OUTPUT_ONLY are not looked at.
void CheckRequest(const google::protobuf::Message& request, Violations& violations);

// The region that the request's resource names agree on, `shared` when it holds none. Names of two regions in
// one request add a violation (REGION_MISMATCH).
std::string RegionOfRequest(const google::protobuf::Message& request, Violations& violations);

// Empties every field marked OUTPUT_ONLY or IDENTIFIER: what a client sends there is ignored (AIP-203).
void ClearOutputOnly(google::protobuf::Message& message);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_REQUEST_CHECK_H_
