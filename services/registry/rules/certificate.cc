#include "services/registry/rules/certificate.h"

#include <algorithm>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "google/protobuf/util/time_util.h"
#include "services/registry/rules/day.h"
#include "services/rules/calendar.h"

namespace waarborg::registry {
namespace {

using KindOfCare = v1::Provider::KindOfCare;
using KindsOfCare = google::protobuf::RepeatedField<int>;

absl::CivilDay MonthsLater(absl::CivilDay day, int months) {
  return rules::LastDay(day, {.amount = months, .unit = rules::Term::Unit::kMonths});
}

void CheckKindsOnce(const v1::Certificate& certificate, std::vector<CertificateFault>& faults) {
  absl::flat_hash_set<int> seen;
  for (int i = 0; i < certificate.kinds_of_care_size(); ++i) {
    if (seen.insert(certificate.kinds_of_care(i)).second) continue;
    faults.push_back({absl::StrCat("kinds_of_care[", i, "]"), "DUPLICATE", ""});
  }
}

bool InForce(const v1::Contract& contract, absl::CivilDay today) {
  const bool ended = contract.end_date().year() > 0 && ToDay(contract.end_date()) < today;
  return ToDay(contract.start_date()) <= today && !ended;
}

bool Contains(const KindsOfCare& kinds, int kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

bool Awaits(const v1::CriterionReview& review) { return review.reviewer().empty(); }

void AskReview(const std::string& criterion, absl::Time now, v1::Certificate& certificate) {
  if (AwaitedReview(criterion, certificate) != nullptr) return;
  v1::CriterionReview& review = *certificate.add_criteria_to_review();
  review.set_criterion(criterion);
  review.set_fell_to(certificate.state());
  *review.mutable_since() =
      google::protobuf::util::TimeUtil::MicrosecondsToTimestamp(absl::ToUnixMicros(now));
}

bool Supports(const v1::Certificate& certificate, const std::string& criterion) {
  const auto& criteria = certificate.criteria();
  return std::find(criteria.begin(), criteria.end(), criterion) != criteria.end();
}

}  // namespace

absl::CivilDay LastPossibleDay(const v1::Norm& norm, absl::CivilDay start) {
  return MonthsLater(start, norm.longest_months());
}

std::vector<CertificateFault> CertificateFaults(const v1::Certificate& certificate, const v1::Norm* norm) {
  std::vector<CertificateFault> faults;
  if (norm == nullptr) faults.push_back({"norm", "UNKNOWN_NORM", certificate.norm()});
  CheckKindsOnce(certificate, faults);
  const absl::CivilDay start = ToDay(certificate.start_date());
  const absl::CivilDay end = ToDay(certificate.end_date());
  if (end < start) {
    faults.push_back({"end_date", "CERTIFICATE_ENDS_BEFORE_START", ""});
  } else if (norm != nullptr && end > LastPossibleDay(*norm, start)) {
    faults.push_back(
        {"end_date", "CERTIFICATE_TERM_TOO_LONG", absl::FormatCivilTime(LastPossibleDay(*norm, start))});
  }
  return faults;
}

bool Runs(const v1::Certificate& certificate, absl::CivilDay today) {
  return ToDay(certificate.start_date()) <= today && today <= ToDay(certificate.end_date());
}

std::vector<absl::CivilDay> SurveillanceDays(const v1::Certificate& certificate, const v1::Norm& norm,
                                             absl::CivilDay after) {
  std::vector<absl::CivilDay> days;
  const int months = norm.surveillance_months();
  if (months < 1) return days;
  const absl::CivilDay start = ToDay(certificate.start_date());
  const absl::CivilDay end = ToDay(certificate.end_date());
  for (int passed = months; MonthsLater(start, passed) < end; passed += months) {
    if (MonthsLater(start, passed) > after) days.push_back(MonthsLater(start, passed));
  }
  return days;
}

const v1::Surveillance* NextSurveillance(const v1::Certificate& certificate) {
  for (const v1::Surveillance& surveillance : certificate.surveillances()) {
    if (!surveillance.has_held_date()) return &surveillance;
  }
  return nullptr;
}

v1::Surveillance* NextSurveillance(v1::Certificate& certificate) {
  for (v1::Surveillance& surveillance : *certificate.mutable_surveillances()) {
    if (!surveillance.has_held_date()) return &surveillance;
  }
  return nullptr;
}

std::vector<KindOfCare> NotCovered(const v1::Certificate& certificate, const v1::Provider& provider,
                                   const std::vector<v1::Contract>& contracts, absl::CivilDay today) {
  std::vector<KindOfCare> missing;
  for (const v1::Contract& contract : contracts) {
    if (!InForce(contract, today)) continue;
    const KindsOfCare& bought =
        contract.kinds_of_care().empty() ? provider.kinds_of_care() : contract.kinds_of_care();
    for (const int kind : bought) {
      const auto value = static_cast<KindOfCare>(kind);
      const bool known = std::find(missing.begin(), missing.end(), value) != missing.end();
      if (!known && !Contains(certificate.kinds_of_care(), kind)) missing.push_back(value);
    }
  }
  return missing;
}

void AskReviews(absl::Time now, v1::Certificate& certificate) {
  for (const std::string& criterion : certificate.criteria()) AskReview(criterion, now, certificate);
}

void DropReviews(v1::Certificate& certificate) {
  auto& reviews = *certificate.mutable_criteria_to_review();
  reviews.erase(std::remove_if(reviews.begin(), reviews.end(), Awaits), reviews.end());
}

void DropReviewsCarriedBy(const v1::Certificate& successor, v1::Certificate& certificate) {
  auto& reviews = *certificate.mutable_criteria_to_review();
  const auto carried = [&successor](const v1::CriterionReview& review) {
    const bool by_end = review.fell_to() == v1::Certificate::STATE_EXPIRED;
    return Awaits(review) && by_end && Supports(successor, review.criterion());
  };
  reviews.erase(std::remove_if(reviews.begin(), reviews.end(), carried), reviews.end());
}

void AskReviewsNotCarriedBy(const v1::Certificate& successor, absl::Time now, v1::Certificate& certificate) {
  for (const std::string& criterion : certificate.criteria()) {
    if (!Supports(successor, criterion)) AskReview(criterion, now, certificate);
  }
}

v1::CriterionReview* AwaitedReview(absl::string_view criterion, v1::Certificate& certificate) {
  for (v1::CriterionReview& review : *certificate.mutable_criteria_to_review()) {
    if (review.criterion() == criterion && Awaits(review)) return &review;
  }
  return nullptr;
}

}  // namespace waarborg::registry
