#include "services/flow/citing_attachment.h"

#include <string>

#include "absl/strings/string_view.h"
#include "services/call/code.h"
#include "services/call/error.h"
#include "services/evidence/names.h"
#include "services/evidence/records.h"
#include "services/evidence/visibility.h"
#include "services/language/status_macros.h"
#include "services/registry/certificate_commands.h"
#include "services/registry/names.h"
#include "services/registry/obligation_commands.h"

namespace waarborg::flow {
namespace {

absl::Status NotAvailable(absl::string_view attachment, absl::string_view state) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ATTACHMENT_NOT_AVAILABLE")
      .With("attachment", attachment)
      .With("found", state)
      .Precondition(attachment, "AVAILABLE", state);
}

absl::Status OfOtherProvider(absl::string_view attachment, absl::string_view provider) {
  return call::Error(absl::StatusCode::kFailedPrecondition, "ATTACHMENT_OF_OTHER_PROVIDER")
      .With("attachment", attachment)
      .With("provider", provider);
}

// OK when nothing is cited.
absl::Status CheckCited(const ledger::UnitOfWork& unit, const std::string& attachment,
                        const std::string& provider) {
  if (attachment.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(const evidence::AttachmentName name, evidence::AttachmentName::Parse(attachment));
  ASSIGN_OR_RETURN(const evidence::v1::Attachment record, evidence::Load(unit.reader(), name));
  RETURN_IF_ERROR(evidence::CheckVisible(unit.call().caller, record));
  if (record.provider() != provider) return OfOtherProvider(attachment, provider);
  if (record.state() == evidence::v1::Attachment::STATE_AVAILABLE) return absl::OkStatus();
  return NotAvailable(attachment, call::CodeOf(record.state()));
}

}  // namespace

absl::StatusOr<registry::v1::Certificate> RegisterCertificate(
    ledger::UnitOfWork& unit, const registry::v1::RegisterCertificateRequest& request) {
  RETURN_IF_ERROR(CheckCited(unit, request.certificate().attachment(), request.parent()));
  return registry::RegisterCertificate(unit, request);
}

absl::StatusOr<registry::v1::Obligation> DeliverObligation(
    ledger::UnitOfWork& unit, const registry::v1::DeliverObligationRequest& request) {
  ASSIGN_OR_RETURN(const registry::ObligationName name, registry::ObligationName::Parse(request.name()));
  RETURN_IF_ERROR(CheckCited(unit, request.delivery().attachment(), name.Owner().ToString()));
  return registry::DeliverObligation(unit, request);
}

absl::StatusOr<registry::v1::ExternalJudgement> RecordExternalJudgement(
    ledger::UnitOfWork& unit, const registry::v1::RecordExternalJudgementRequest& request) {
  RETURN_IF_ERROR(CheckCited(unit, request.external_judgement().attachment(), request.parent()));
  return registry::RecordExternalJudgement(unit, request);
}

}  // namespace waarborg::flow
