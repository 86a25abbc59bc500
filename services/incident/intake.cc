#include "services/incident/intake.h"

#include <memory>
#include <utility>

#include "services/incident/commands.h"
#include "services/incident/reading.h"

namespace waarborg::incident {
namespace {

using internal::v1::IncidentIntake;
using v1::IncidentReceipt;

// What has been read lives until it is answered.
template <class Request>
call::Handler<Request, IncidentReceipt> Reading(ledger::Ledger& ledger,
                                                absl::StatusOr<IncidentIntake> (*read)(const call::Call&,
                                                                                       const Request&)) {
  return [keep = ledger.Command(&ReceiveIncident), read](const call::Call& call, const Request& request,
                                                         call::Done<IncidentReceipt> done) {
    absl::StatusOr<IncidentIntake> intake = read(call, request);
    if (!intake.ok()) return done(std::move(intake).status());
    const auto held = std::make_shared<const IncidentIntake>(*std::move(intake));
    keep(call, *held, [held, done = std::move(done)](absl::StatusOr<IncidentReceipt> receipt) {
      done(std::move(receipt));
    });
  };
}

}  // namespace

call::Handler<v1::SubmitIncidentRequest, IncidentReceipt> Submission(ledger::Ledger& ledger) {
  return Reading(ledger, &ReadSubmission);
}

call::Handler<v1::PushIncidentsRequest, IncidentReceipt> Item(ledger::Ledger& ledger) {
  return Reading(ledger, &ReadItem);
}

}  // namespace waarborg::incident
