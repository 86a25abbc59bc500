#include "services/registry/certificate_terms.h"

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/deadlines.h"
#include "services/registry/errors.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/rules/certificate.h"
#include "services/registry/rules/lifecycle.h"

namespace waarborg::registry {
namespace {

// Where the norm has no public register, nothing can have been found in one (R-000-16).
absl::Status CheckSource(const v1::CertificatePolicy& policy, v1::Verification::Source source,
                         const v1::Certificate& certificate) {
  const v1::Norm* norm = FindNorm(policy, certificate.norm());
  const bool without = norm != nullptr && !norm->has_public_register();
  if (source != v1::Verification::SOURCE_REGISTER || !without) return absl::OkStatus();
  return errors::NormWithoutRegister(certificate.name(), certificate.norm());
}

std::vector<std::string> Disagreements(const v1::Consultation& consultation) {
  std::vector<std::string> found;
  if (!consultation.dates_match()) found.emplace_back("dates_match");
  if (!consultation.organisation_matches()) found.emplace_back("organisation_matches");
  if (!consultation.scope_matches()) found.emplace_back("scope_matches");
  return found;
}

void AddVerification(const ledger::UnitOfWork& unit, v1::Verification::Source source,
                     v1::Verification::Result result, const std::string& note, v1::Certificate& certificate) {
  v1::Verification& verification = *certificate.add_verifications();
  verification.set_source(source);
  verification.set_result(result);
  verification.set_author(unit.call().caller.member);
  *verification.mutable_time() = ledger::Stamp(unit.now());
  verification.set_note(note);
}

}  // namespace

absl::Status Confirm(const ledger::UnitOfWork& unit, const v1::CertificatePolicy& policy,
                     const v1::Consultation& consultation, v1::Certificate& certificate) {
  RETURN_IF_ERROR(CheckSource(policy, consultation.source(), certificate));
  const std::vector<std::string> disagreements = Disagreements(consultation);
  if (!disagreements.empty()) return errors::VerificationIncomplete(certificate.name(), disagreements);
  if (!Runs(certificate, ledger::Today(unit.now()))) {
    return errors::CertificateNotRunning(certificate.name(),
                                         absl::FormatCivilTime(ledger::DayOf(certificate.start_date())),
                                         absl::FormatCivilTime(ledger::DayOf(certificate.end_date())));
  }
  AddVerification(unit, consultation.source(), v1::Verification::RESULT_CONFIRMED, consultation.note(),
                  certificate);
  return absl::OkStatus();
}

absl::Status Deny(const ledger::UnitOfWork& unit, const v1::CertificatePolicy& policy,
                  v1::Verification::Source source, const std::string& reason, v1::Certificate& certificate) {
  RETURN_IF_ERROR(CheckSource(policy, source, certificate));
  AddVerification(unit, source, v1::Verification::RESULT_NOT_CONFIRMED, reason, certificate);
  certificate.set_close_reason(reason);
  return absl::OkStatus();
}

absl::Status StartTerms(ledger::UnitOfWork& unit, const v1::CertificatePolicy& policy,
                        const v1::Certificate& certificate) {
  const absl::CivilDay end = ledger::DayOf(certificate.end_date());
  const int days = policy.expiry_warning_days();
  RETURN_IF_ERROR(unit.SetDeadline(certificate.name(), kExpiryNear, ledger::EndOfDay(end - days),
                                   absl::StrCat("expiry_warning_days=", days)));
  RETURN_IF_ERROR(
      unit.SetDeadline(certificate.name(), kCertificateEnd, ledger::EndOfDay(end), "certificate.end_date"));
  return WatchSurveillance(unit, certificate);
}

absl::Status WatchSurveillance(ledger::UnitOfWork& unit, const v1::Certificate& certificate) {
  const v1::Surveillance* next = NextSurveillance(certificate);
  if (next == nullptr) return unit.ClearDeadline(certificate.name(), kSurveillanceDue);
  return unit.SetDeadline(certificate.name(), kSurveillanceDue,
                          ledger::EndOfDay(ledger::DayOf(next->due_date())), "surveillances.due_date");
}

absl::Status EndTerms(ledger::UnitOfWork& unit, const v1::Certificate& certificate) {
  RETURN_IF_ERROR(unit.ClearDeadline(certificate.name(), kExpiryNear));
  RETURN_IF_ERROR(unit.ClearDeadline(certificate.name(), kSurveillanceDue));
  if (certificate.state() == table::kSuspended) return absl::OkStatus();
  return unit.ClearDeadline(certificate.name(), kCertificateEnd);
}

}  // namespace waarborg::registry
