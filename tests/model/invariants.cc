#include "tests/model/invariants.h"

#include <algorithm>
#include <set>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/call/code.h"
#include "services/ledger/digest.h"
#include "services/ledger/time.h"
#include "tests/model/coverage.h"

namespace waarborg::model {
namespace {

using team::v1::ROLE_SYSTEM;

bool Holds(const std::vector<call::Role>& roles, int role) {
  return std::find(roles.begin(), roles.end(), static_cast<call::Role>(role)) != roles.end();
}

// Whether rows that people of the cast may follow lead from the state to a final one.
bool CastReachesTheEnd(const rules::LifecycleView& table, const Cast& cast, int state) {
  std::set<int> reached = {state};
  for (std::size_t size = 0; size != reached.size();) {
    size = reached.size();
    for (const rules::RowView& row : table.rows) {
      const bool held = std::any_of(cast.begin(), cast.end(), [&row](const call::Caller& each) {
        return std::any_of(row.roles.begin(), row.roles.end(),
                           [&each](int role) { return Holds(each.roles, role); });
      });
      const bool starts = std::any_of(row.from.begin(), row.from.end(),
                                      [&reached](int from) { return reached.contains(from); });
      if (held && starts && row.to != 0) reached.insert(row.to);
    }
  }
  return std::any_of(table.final_states.begin(), table.final_states.end(),
                     [&reached](int final) { return reached.contains(final); });
}

template <class Message>
void CheckWaysOn(const Scene& scene, Breaches& breaches) {
  for (const Change<Message>& each : scene.moment.Of<Message>()) {
    const Course* const course = CourseOf(each.after.name());
    if (CastReachesTheEnd(course->table, scene.cast, each.after.state())) continue;
    breaches.push_back(absl::StrCat("nobody can bring ", each.after.name(), " on from ",
                                    course->code_of(each.after.state())));
  }
}

void NeedTimer(const Scene& scene, const std::string& resource, absl::string_view kind, Breaches& breaches) {
  if (scene.shelves.HasDeadline(resource, kind)) return;
  breaches.push_back(absl::StrCat("nothing watches ", kind, " of ", resource));
}

void CheckPlanTimers(const Scene& scene, const ImprovementPlan& plan, Breaches& breaches) {
  const ImprovementPlan::State state = plan.state();
  const bool waits = state == ImprovementPlan::STATE_REQUESTED || state == ImprovementPlan::STATE_RETURNED;
  const bool runs = state == ImprovementPlan::STATE_APPROVED || state == ImprovementPlan::STATE_IN_PROGRESS;
  if (waits && !plan.overdue()) NeedTimer(scene, plan.name(), "improvement.submission-due", breaches);
  if (state == ImprovementPlan::STATE_SUBMITTED && !plan.judgement_overdue()) {
    NeedTimer(scene, plan.name(), "improvement.judgement-due", breaches);
  }
  if (runs && !plan.end_passed()) NeedTimer(scene, plan.name(), "improvement.end-date", breaches);
  if (state == ImprovementPlan::STATE_COMPLETED && !plan.re_assessment_overdue()) {
    NeedTimer(scene, plan.name(), "improvement.re-assessment-due", breaches);
  }
}

// Whether what stood before, but for the first so many, stands at the front after.
bool KeepsAllBut(int dropped, const Finding& before, const Finding& after) {
  for (int i = dropped; i < before.previous_size(); ++i) {
    if (i - dropped >= after.previous_size()) return false;
    if (after.previous(i - dropped).SerializeAsString() != before.previous(i).SerializeAsString())
      return false;
  }
  return true;
}

// At most fifty earlier values are kept on the finding itself; then the oldest gives way to a new one.
bool KeepsEarlier(const Finding& before, const Finding& after) {
  return KeepsAllBut(0, before, after) || (before.previous_size() == 50 && KeepsAllBut(1, before, after));
}

bool SameValue(const Finding& before, const Finding& after) {
  return before.score() == after.score() && before.motivation() == after.motivation() &&
         before.author() == after.author();
}

bool KeepsReplaced(const Finding& before, const Finding& after) {
  if (before.score() == framework::v1::SCORE_UNSPECIFIED || SameValue(before, after)) return true;
  return std::any_of(after.previous().begin(), after.previous().end(), [&before](const auto& each) {
    return each.score() == before.score() && each.motivation() == before.motivation() &&
           each.author() == before.author();
  });
}

}  // namespace

const std::vector<Invariant>& Invariants() {
  static const std::vector<Invariant>& all = *new std::vector<Invariant>{
      {"EventsFollowTheirTable", &EventsFollowTheirTable},
      {"LevelsMoveOnlyByADecidedStepOrAnAcuteCase", &LevelsMoveOnlyByADecidedStepOrAnAcuteCase},
      {"MeasuresHaveReasonAndMandate", &MeasuresHaveReasonAndMandate},
      {"DecidersAreNeitherAuthorNorSecondReader", &DecidersAreNeitherAuthorNorSecondReader},
      {"SecondPersonCameFirstWherePolicyAsks", &SecondPersonCameFirstWherePolicyAsks},
      {"SecondPersonsAreOtherPersons", &SecondPersonsAreOtherPersons},
      {"ContractTerminationIsTheEnd", &ContractTerminationIsTheEnd},
      {"OneProcedureAtATime", &OneProcedureAtATime},
      {"NothingIsAtADeadEnd", &NothingIsAtADeadEnd},
      {"TimersAreSet", &TimersAreSet},
      {"DecisionRecordsNeverChange", &DecisionRecordsNeverChange},
      {"FindingsKeepEarlierValues", &FindingsKeepEarlierValues}};
  return all;
}

std::vector<call::Role> RolesOf(const Cast& cast, const std::string& member) {
  for (const call::Caller& each : cast) {
    if (each.member == member) return each.roles;
  }
  return {ROLE_SYSTEM};
}

void EventsFollowTheirTable(const Scene& scene, Breaches& breaches) {
  const audit::v1::Event& event = scene.moment.event;
  if (event.to_state().empty()) return;
  const Course* const course = CourseOf(event.resource());
  const rules::RowView* const row = course == nullptr ? nullptr : RowOf(*course, event);
  if (row == nullptr) {
    breaches.push_back(absl::StrCat("no row gives this fact from ", event.from_state()));
    return;
  }
  const std::string to = row->to == 0 ? event.from_state() : course->code_of(row->to);
  if (event.to_state() != to) breaches.push_back(absl::StrCat("leads to ", event.to_state(), ", not ", to));
  const bool may = std::find(row->roles.begin(), row->roles.end(), event.role()) != row->roles.end();
  const bool holds = Holds(RolesOf(scene.cast, event.actor()), event.role());
  if (may && holds) return;
  breaches.push_back(absl::StrCat(event.actor(), " acts as ", call::CodeOf(event.role())));
}

void DecisionRecordsNeverChange(const Scene& scene, Breaches& breaches) {
  for (const std::string& each : scene.moment.deleted) breaches.push_back(absl::StrCat(each, " is gone"));
  for (const Change<DecisionRecord>& each : scene.moment.Of<DecisionRecord>()) {
    const auto seen = scene.past.decisions.find(each.after.name());
    if (seen != scene.past.decisions.end() && seen->second != ledger::DigestOf(each.after)) {
      breaches.push_back(absl::StrCat(each.after.name(), " changed"));
    }
  }
  for (const Change<Assessment>& each : scene.moment.Of<Assessment>()) {
    const bool decided =
        each.after.state() == Assessment::STATE_FINAL || each.after.state() == Assessment::STATE_CLOSED;
    if (decided && !scene.shelves.Of<DecisionRecord>().contains(each.after.decision_record())) {
      breaches.push_back(absl::StrCat(each.after.name(), " has no decision record"));
    }
  }
}

void FindingsKeepEarlierValues(const Scene& scene, Breaches& breaches) {
  for (const Change<Finding>& each : scene.moment.Of<Finding>()) {
    if (KeepsEarlier(each.before, each.after) && KeepsReplaced(each.before, each.after)) continue;
    breaches.push_back(absl::StrCat(each.after.name(), " lost a value: ", each.before.ShortDebugString(),
                                    " became ", each.after.ShortDebugString()));
  }
}

void NothingIsAtADeadEnd(const Scene& scene, Breaches& breaches) {
  CheckWaysOn<Assessment>(scene, breaches);
  CheckWaysOn<ImprovementPlan>(scene, breaches);
  CheckWaysOn<AttentionPoint>(scene, breaches);
  CheckWaysOn<Step>(scene, breaches);
  CheckWaysOn<AcuteCase>(scene, breaches);
}

void TimersAreSet(const Scene& scene, Breaches& breaches) {
  for (const Change<Assessment>& each : scene.moment.Of<Assessment>()) {
    if (each.after.state() != Assessment::STATE_DRAFT_SENT) continue;
    NeedTimer(scene, each.after.name(), "assessment.response-due", breaches);
  }
  for (const Change<ImprovementPlan>& each : scene.moment.Of<ImprovementPlan>()) {
    CheckPlanTimers(scene, each.after, breaches);
  }
  for (const Change<AcuteCase>& each : scene.moment.Of<AcuteCase>()) {
    const bool waits = each.after.state() == AcuteCase::STATE_RAISED && !each.after.response_overdue();
    if (waits) NeedTimer(scene, each.after.name(), "escalation.acute-response-due", breaches);
    if (each.after.state() != AcuteCase::STATE_PROVISIONAL) continue;
    NeedTimer(scene, each.after.name(), "escalation.provisional-lapse", breaches);
  }
  // A hearing waits while an acute case is open; the end of that case sets its timer again.
  for (const Change<Standing>& each : scene.moment.Of<Standing>()) {
    const Step step = scene.shelves.Find<Step>(each.after.open_step());
    if (step.state() != Step::STATE_HEARING || !each.after.open_acute_case().empty()) continue;
    NeedTimer(scene, step.name(), "escalation.hearing-due", breaches);
  }
}

}  // namespace waarborg::model
