#ifndef WAARBORG_SERVICES_IMPROVEMENT_SHORTCOMINGS_H_
#define WAARBORG_SERVICES_IMPROVEMENT_SHORTCOMINGS_H_

// What an assessment found wanting.

#include <vector>

#include "absl/status/statusor.h"
#include "services/improvement/changes.h"
#include "storage/store.h"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::improvement {

// Every criterion below MEETS, in framework order. Of a re-assessment the merged result: its own findings
// where it tested, the parent's (and so on upwards) where it did not.
absl::StatusOr<std::vector<Shortcoming>> ShortcomingsOf(const storage::Reader& reader,
                                                        const assessment::v1::Assessment& assessment);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_SHORTCOMINGS_H_
