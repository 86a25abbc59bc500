#ifndef WAARBORG_SERVICES_FRAMEWORK_QUERIES_H_
#define WAARBORG_SERVICES_FRAMEWORK_QUERIES_H_

// What can be asked of the frameworks. A version may be named in the long or the short form (`dkk-2019`).

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::framework {

absl::StatusOr<v1::FrameworkVersion> GetFrameworkVersion(const ledger::View& view,
                                                         const v1::GetFrameworkVersionRequest& request);

// By name; without themes and criteria.
absl::StatusOr<v1::ListFrameworkVersionsResponse> ListFrameworkVersions(
    const ledger::View& view, const v1::ListFrameworkVersionsRequest& request);

// INVALID_ARGUMENT with every fault of rules/input.h, which looks at all enum values itself.
absl::StatusOr<v1::Evaluation> EvaluateScores(const ledger::View& view,
                                              const v1::EvaluateScoresRequest& request);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_QUERIES_H_
