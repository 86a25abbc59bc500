#ifndef WAARBORG_SERVICES_ASSESSMENT_SHARED_ASSESSMENT_H_
#define WAARBORG_SERVICES_ASSESSMENT_SHARED_ASSESSMENT_H_

// An assessment for acts that look at it and leave it as it is. It holds its whole scope, so parsing it takes
// longer than scoring one criterion: calls share one as long as the stored bytes are the same.

#include <memory>

#include "absl/status/statusor.h"
#include "services/assessment/names.h"
#include "storage/store.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::assessment {

using SharedAssessment = std::shared_ptr<const v1::Assessment>;

// As Load: what is stored is read each time, so a change by any process is seen at once. Thread-safe. Keeps
// the assessments asked for, at most 8,192 of some 8 KiB in the process.
absl::StatusOr<SharedAssessment> LoadShared(const storage::Reader& reader, const AssessmentName& name);

}  // namespace waarborg::assessment

#endif  // WAARBORG_SERVICES_ASSESSMENT_SHARED_ASSESSMENT_H_
