#ifndef WAARBORG_SERVICES_REGISTRY_RULES_CERTIFICATE_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_CERTIFICATE_H_

// What can be decided about a certificate from its own record, its norm and the provider's contracts. Pure.

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "waarborg/registry/v1/catalogue.pb.h"
#include "waarborg/registry/v1/certificate.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

struct CertificateFault {
  std::string field;   // path in Certificate
  std::string reason;  // UPPER_SNAKE
  std::string detail;
};

// The last day to which a certificate that starts on `start` may run: the norm's longest term by plain
// counting, so that three years from 29 February end on 28 February.
absl::CivilDay LastPossibleDay(const v1::Norm& norm, absl::CivilDay start);

// Everything in the record that cannot be, under its norm (null: none of the catalogue). REQUIRES: start and
// end are full dates. Reasons: UNKNOWN_NORM, DUPLICATE, CERTIFICATE_ENDS_BEFORE_START,
// CERTIFICATE_TERM_TOO_LONG. The size of the organisation is not looked at (C-10).
std::vector<CertificateFault> CertificateFaults(const v1::Certificate& certificate, const v1::Norm* norm);

// Whether `today` lies from start to end, both included.
bool Runs(const v1::Certificate& certificate, absl::CivilDay today);

// The days on which the certification body is to come by, from start to end, that lie after `after`.
std::vector<absl::CivilDay> SurveillanceDays(const v1::Certificate& certificate, const v1::Norm& norm,
                                             absl::CivilDay after);

// The first surveillance still to come; null when there is none.
const v1::Surveillance* NextSurveillance(const v1::Certificate& certificate);
v1::Surveillance* NextSurveillance(v1::Certificate& certificate);

// The kinds of care that contracts in force on `today` buy and the certificate was not given for, each once.
// A contract that names none buys all of the provider's.
std::vector<v1::Provider::KindOfCare> NotCovered(const v1::Certificate& certificate,
                                                 const v1::Provider& provider,
                                                 const std::vector<v1::Contract>& contracts,
                                                 absl::CivilDay today);

// The certificate fell away, to the state it stands in: each criterion that leaned on it waits for a review.
// One that waits already keeps waiting from when it began to.
void AskReviews(absl::Time now, v1::Certificate& certificate);

// It stands again: what still waits for a review need not be reviewed.
void DropReviews(v1::Certificate& certificate);

// `successor` came in its place without a gap: what waits because it expired, and the successor
// supports, need not be reviewed.
void DropReviewsCarriedBy(const v1::Certificate& successor, v1::Certificate& certificate);

// `successor` came in its place: each criterion that leaned on it and does not lean on the successor waits
// for a review.
void AskReviewsNotCarriedBy(const v1::Certificate& successor, absl::Time now, v1::Certificate& certificate);

// The review of a criterion that waits; null when none does.
v1::CriterionReview* AwaitedReview(absl::string_view criterion, v1::Certificate& certificate);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_CERTIFICATE_H_
