#ifndef WAARBORG_CLIENTS_CLI_DEMO_TRAIL_H_
#define WAARBORG_CLIENTS_CLI_DEMO_TRAIL_H_

// What the journal says of the cases played: the proof that they happened, told by the server.

#include <string>
#include <vector>

#include "absl/strings/string_view.h"
#include "clients/cli/session.h"
#include "clients/cpp/api_error.h"
#include "clients/cpp/result.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::cli::demo {

using Events = std::vector<audit::v1::Event>;

// All events of a provider's case, oldest first.
client::Result<Events, client::ApiError> EventsOf(const Session& session, const std::string& provider);

// The part of the chain an event belongs to: ASSESSMENT, IMPROVEMENT_PLAN, RE_ASSESSMENT, LADDER_STEP or
// ACUTE_CASE; empty for the rest (registration, attention points, standings,
// what is said, kept and waited for around it). `re_assessments` names the
// re-assessments.
[[nodiscard]] std::string StepOf(const audit::v1::Event& event,
                                 const std::vector<std::string>& re_assessments);

// The names of the re-assessments among the events.
[[nodiscard]] std::vector<std::string> ReAssessmentsIn(const Events& events);

// One array for scripts, in journal order: {step, resource, event, from_state, to_state, level, actor, role,
// journal_sequence}.
[[nodiscard]] std::string TrailJson(Events events);

}  // namespace waarborg::cli::demo

#endif  // WAARBORG_CLIENTS_CLI_DEMO_TRAIL_H_
