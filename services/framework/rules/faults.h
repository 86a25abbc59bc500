#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_FAULTS_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_FAULTS_H_

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "waarborg/framework/v1/framework.pb.h"

// What does not hold together in a framework version, as one list of all faults.

namespace waarborg::framework {

enum class FaultKind {
  kMissing,
  kInvalidName,
  kInvalidId,
  kDuplicate,
  kUnknownReference,
  kInvalidValue,
  kThemeWithoutCriteria,
  kScaleWithoutFullPoint,
  kSufficientBelowInsufficient,
  kBandsOutOfOrder,
  kBandsGap,
  kBandsOverlap,
  kCannotDecide,
  kNoFollowUp,
};

struct Fault {
  std::string field;   // path in the version: "criteria[3].theme"
  std::string reason;  // UPPER_SNAKE, e.g. UNKNOWN_REFERENCE
  v1::Text message;
};

// Collects faults in the order in which they are found.
class Faults final {
 public:
  // `detail` is the value at fault, where the message names one.
  void Add(absl::string_view field, FaultKind kind, absl::string_view detail = "");

  [[nodiscard]] const std::vector<Fault>& all() const { return faults_; }

 private:
  std::vector<Fault> faults_;
};

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_FAULTS_H_
