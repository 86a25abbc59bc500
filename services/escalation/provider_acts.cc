#include "services/escalation/provider_acts.h"

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/escalation/errors.h"
#include "services/ledger/time.h"

namespace waarborg::escalation {

absl::Status NoteOnBehalf(const ledger::UnitOfWork& unit, bool given,
                          const team::v1::OnBehalfOfProvider& document, ledger::Fact& fact) {
  const bool by_provider = fact.role == team::v1::ROLE_PROVIDER_USER;
  call::Violations violations;
  if (by_provider && given) violations.Add("on_behalf_of_provider", "DOCUMENT_NOT_ALLOWED");
  if (!by_provider && !given) violations.Add("on_behalf_of_provider", "DOCUMENT_REQUIRED");
  if (given && ledger::DayOf(document.date()) > ledger::Today(unit.now())) {
    violations.Add("on_behalf_of_provider.date", "DOCUMENT_DATE_IN_FUTURE");
  }
  if (!by_provider) fact.on_behalf_of = fact.provider;
  return violations.ToStatus();
}

absl::Status Answer(const ledger::UnitOfWork& unit, Views& views, int view, const std::string& answer) {
  if (view < 0 || view >= views.size()) {
    return errors::Violation("view", "UNKNOWN_VIEW", absl::StrCat(view));
  }
  v1::View& record = views[view];
  record.set_answer(answer);
  record.set_answer_author(unit.call().caller.member);
  *record.mutable_answer_time() = ledger::Stamp(unit.now());
  return absl::OkStatus();
}

}  // namespace waarborg::escalation
