#include "clients/cli/demo/trail.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "clients/cli/codes.h"
#include "nlohmann/json.hpp"
#include "waarborg/assessment/v1/assessment.pb.h"

namespace waarborg::cli::demo {
namespace {

using nlohmann::ordered_json;

ordered_json TextOrNull(const std::string& text) {
  return text.empty() ? ordered_json() : ordered_json(text);
}

ordered_json RowOf(const audit::v1::Event& event, const std::string& step) {
  const bool levelled = step == "LADDER_STEP" || step == "ACUTE_CASE";
  return {{"step", step},
          {"resource", event.resource()},
          {"event", event.kind()},
          {"from_state", TextOrNull(event.from_state())},
          {"to_state", TextOrNull(event.to_state())},
          {"level", levelled ? TextOrNull(event.level()) : ordered_json()},
          {"actor", event.actor()},
          {"role", CodeOf(event.role())},
          {"journal_sequence", event.sequence()}};
}

bool IsReAssessment(const audit::v1::RecordChange& change) {
  assessment::v1::Assessment assessment;
  return change.type() == assessment.GetDescriptor()->full_name() &&
         assessment.ParseFromString(change.after()) &&
         assessment.kind() == registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT;
}

}  // namespace

client::Result<Events, client::ApiError> EventsOf(const Session& session, const std::string& provider) {
  Events events;
  audit::v1::ListEventsRequest request;
  request.set_parent(absl::StrCat("regions/", session.line.region));
  request.mutable_filter()->set_provider(provider);
  request.set_page_size(200);
  do {
    client::Result<audit::v1::ListEventsResponse, client::ApiError> page =
        session.client.Call<audit::v1::ListEventsResponse>("ListEvents", request,
                                                           session.CallAs("auditor").member);
    if (!page.ok()) return page.error();
    events.insert(events.end(), page->events().begin(), page->events().end());
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty());
  return events;
}

std::vector<std::string> ReAssessmentsIn(const Events& events) {
  std::vector<std::string> names;
  for (const audit::v1::Event& event : events) {
    for (const audit::v1::RecordChange& change : event.changes()) {
      if (IsReAssessment(change)) names.push_back(event.resource());
    }
  }
  return names;
}

std::string StepOf(const audit::v1::Event& event, const std::vector<std::string>& re_assessments) {
  const std::string& resource = event.resource();
  if (absl::StrContains(resource, "/threads/")) return "";
  if (absl::StrContains(resource, "/improvementPlans/")) return "IMPROVEMENT_PLAN";
  if (absl::StrContains(resource, "/steps/")) return "LADDER_STEP";
  if (absl::StrContains(resource, "/acuteCases/")) return "ACUTE_CASE";
  if (!absl::StrContains(resource, "/assessments/")) return "";
  const bool again =
      std::any_of(re_assessments.begin(), re_assessments.end(), [&resource](const std::string& name) {
        return resource == name || absl::StartsWith(resource, absl::StrCat(name, "/"));
      });
  return again ? "RE_ASSESSMENT" : "ASSESSMENT";
}

std::string TrailJson(Events events) {
  std::sort(events.begin(), events.end(), [](const audit::v1::Event& left, const audit::v1::Event& right) {
    return left.sequence() < right.sequence();
  });
  const std::vector<std::string> re_assessments = ReAssessmentsIn(events);
  ordered_json rows = ordered_json::array();
  for (const audit::v1::Event& event : events) {
    const std::string step = StepOf(event, re_assessments);
    if (!step.empty()) rows.push_back(RowOf(event, step));
  }
  return rows.dump(1);
}

}  // namespace waarborg::cli::demo
