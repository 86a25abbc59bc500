#ifndef WAARBORG_TESTS_SERVICES_REGISTRY_SAMPLE_FILES_H_
#define WAARBORG_TESTS_SERVICES_REGISTRY_SAMPLE_FILES_H_

// The requests of deploy/sample, read from the source tree. A file that does not parse ends the test program.

#include <string>
#include <vector>

#include "google/protobuf/struct.pb.h"
#include "google/protobuf/util/json_util.h"
#include "services/language/die.h"
#include "tests/golden/frameworks.h"

namespace waarborg::testing {

template <class Message>
Message FromJson(const std::string& json) {
  Message message;
  const auto status = google::protobuf::util::JsonStringToMessage(json, &message);
  if (!status.ok()) language::Die(status.ToString());
  return message;
}

// A file that holds one request, e.g. "nmd/region.json".
template <class Request>
Request SampleRequest(const std::string& file) {
  return FromJson<Request>(framework::ReadSourceFile("deploy/sample/" + file));
}

// A file that holds a list of requests, e.g. "nmd/providers.json".
template <class Request>
std::vector<Request> SampleRequests(const std::string& file) {
  const auto list = FromJson<google::protobuf::ListValue>(framework::ReadSourceFile("deploy/sample/" + file));
  std::vector<Request> requests;
  for (const google::protobuf::Value& value : list.values()) {
    std::string json;
    const auto status = google::protobuf::util::MessageToJsonString(value, &json);
    if (!status.ok()) language::Die(status.ToString());
    requests.push_back(FromJson<Request>(json));
  }
  return requests;
}

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SERVICES_REGISTRY_SAMPLE_FILES_H_
