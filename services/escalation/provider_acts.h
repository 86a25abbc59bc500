#ifndef WAARBORG_SERVICES_ESCALATION_PROVIDER_ACTS_H_
#define WAARBORG_SERVICES_ESCALATION_PROVIDER_ACTS_H_

// Acts of the provider in this room, its own or entered by the quality manager namens aanbieder (reference 4,
// list 5), and the answers to its views.

#include <string>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "services/escalation/rules/views.h"
#include "services/ledger/unit_of_work.h"
#include "waarborg/escalation/v1/escalation.pb.h"
#include "waarborg/team/v1/acting.pb.h"

namespace waarborg::escalation {

// Checks that a provider's user speaks for itself and that anyone else names the document, and notes in the
// fact for whom it was done. INVALID_ARGUMENT (DOCUMENT_REQUIRED, DOCUMENT_NOT_ALLOWED,
// DOCUMENT_DATE_IN_FUTURE). `given`: the request names a document.
absl::Status NoteOnBehalf(const ledger::UnitOfWork& unit, bool given,
                          const team::v1::OnBehalfOfProvider& document, ledger::Fact& fact);

// The view that the request brings.
template <class Request>
v1::View ViewOf(const Request& request, const std::string& author, const google::protobuf::Timestamp& time) {
  v1::View view;
  view.set_text(request.text());
  view.set_oral(request.oral());
  view.set_author(author);
  if (request.has_on_behalf_of_provider()) {
    *view.mutable_on_behalf_of_provider() = request.on_behalf_of_provider();
  }
  *view.mutable_time() = time;
  return view;
}

// Answers one view. INVALID_ARGUMENT (UNKNOWN_VIEW).
absl::Status Answer(const ledger::UnitOfWork& unit, Views& views, int view, const std::string& answer);

}  // namespace waarborg::escalation

#endif  // WAARBORG_SERVICES_ESCALATION_PROVIDER_ACTS_H_
