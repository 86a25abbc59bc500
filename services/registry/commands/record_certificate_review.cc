#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/revision.h"
#include "services/registry/rules/certificate.h"

namespace waarborg::registry {

absl::StatusOr<v1::Certificate> RecordCertificateReview(ledger::UnitOfWork& unit,
                                                        const v1::RecordCertificateReviewRequest& request) {
  ASSIGN_OR_RETURN(v1::Certificate certificate, OpenCertificate(unit, request.name(), request.etag()));
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowCertificate(unit, certificate, "record_review"));
  call::Violations violations;
  for (int i = 0; i < request.criteria_size(); ++i) {
    v1::CriterionReview* const review = AwaitedReview(request.criteria(i), certificate);
    if (review == nullptr) {
      violations.Add(absl::StrCat("criteria[", i, "]"), "CRITERION_NOT_FOR_REVIEW", request.criteria(i));
      continue;
    }
    review->set_reviewer(unit.call().caller.member);
    *review->mutable_review_time() = ledger::Stamp(unit.now());
    review->set_outcome(request.outcome());
  }
  RETURN_IF_ERROR(violations.ToStatus());
  fact.reason = request.outcome();
  return KeepCertificate(unit, std::move(certificate), std::move(fact));
}

}  // namespace waarborg::registry
