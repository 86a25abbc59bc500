#ifndef WAARBORG_SERVICES_ASSESSMENT_NARROWING_H_
#define WAARBORG_SERVICES_ASSESSMENT_NARROWING_H_

// A re-assessment that does not test again what fell short before: a criterion left out of its scope, or in
// scope and NOT_TESTED. Either way the earlier score stands untested, so either way it takes the second
// reader (reference 4.3; decisions/0001).

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "services/assessment/case_file.h"
#include "services/assessment/changes.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::assessment {

// A shortcoming that is not tested again, and why.
struct LeftOut {
  std::string criterion;
  std::string reason;
};

// In framework order; none where the assessment is no re-assessment.
absl::StatusOr<std::vector<LeftOut>> LeftOutOf(const storage::Reader& reader,
                                               const framework::v1::FrameworkVersion& framework,
                                               const v1::Assessment& assessment, const Findings& findings);

// Asks the second reader to confirm what is left out, as policy says; the same as before keeps what was
// confirmed, and nothing asks nobody.
absl::Status AskForNarrowing(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                             const std::vector<LeftOut>& left_out, v1::Assessment& assessment);

// Before the scores go in, where policy says BEFORE. True when what is left out was put before the second
// reader by this call, which then takes the event `ask_narrowing` instead of its own and ends there.
// FAILED_PRECONDITION (SECOND_PERSON_REQUIRED) when it lies there already.
absl::StatusOr<bool> AskedForNarrowingFirst(ledger::UnitOfWork& unit,
                                            const registry::v1::PolicyVersion& policy,
                                            const std::vector<LeftOut>& left_out, Edit& edit);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_NARROWING_H_
