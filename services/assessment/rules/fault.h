#ifndef WAARBORG_SERVICES_ASSESSMENT_RULES_FAULT_H_
#define WAARBORG_SERVICES_ASSESSMENT_RULES_FAULT_H_

#include <string>
#include <vector>

namespace waarborg::assessment {

// What does not hold in a request: the field as a path ("scores[2].motivation"), a reason in UPPER_SNAKE, and
// what the sentence names.
struct Fault {
  std::string field, reason, detail;
  bool operator==(const Fault&) const = default;
};

// All of them at once, in the order of the request.
using Faults = std::vector<Fault>;

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_RULES_FAULT_H_
