// The ladder: what moves a level, and who may.

#include <algorithm>
#include <array>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/call/code.h"
#include "tests/model/invariants.h"

namespace waarborg::model {
namespace {

using escalation::v1::Decision;

constexpr std::array kMovers = {"StepDecided",         "LighterLevelDecided", "ProvisionalImposed",
                                "ProvisionalRatified", "ProvisionalLifted",   "ProvisionalLapsed"};

// A standing that was never written is at L0.
Level LevelOf(const Change<Standing>& change) {
  return change.is_new ? registry::v1::LEVEL_MONITORING : change.before.level();
}

bool HistoryTells(const Change<Standing>& change, const audit::v1::Event& event) {
  const auto& history = change.after.history();
  if (history.size() != change.before.history_size() + 1) return false;
  for (int i = 0; i < change.before.history_size(); ++i) {
    if (history[i].SerializeAsString() != change.before.history(i).SerializeAsString()) return false;
  }
  const escalation::v1::LevelChange& last = history[history.size() - 1];
  return last.from() == LevelOf(change) && last.to() == change.after.level() &&
         last.cause() == event.resource() && last.member() == event.actor();
}

const registry::v1::LadderLevel* RowOfLevel(const PolicyVersion& policy, Level level) {
  for (const registry::v1::LadderLevel& row : policy.ladder()) {
    if (row.level() == level) return &row;
  }
  return nullptr;
}

bool Mandated(const Scene& scene, const std::string& policy_name, Level level, const std::string& member) {
  const PolicyVersion policy = scene.shelves.Find<PolicyVersion>(policy_name);
  const registry::v1::LadderLevel* const row = RowOfLevel(policy, level);
  if (row == nullptr) return false;
  for (const call::Role role : RolesOf(scene.cast, member)) {
    if (std::find(row->mandate().begin(), row->mandate().end(), role) != row->mandate().end()) return true;
  }
  return std::any_of(row->mandated_members().begin(), row->mandated_members().end(),
                     [&member](const std::string& id) { return absl::EndsWith(member, "/members/" + id); });
}

bool IsOpen(const Step& step) {
  return step.state() >= Step::STATE_PROPOSED && step.state() <= Step::STATE_READY;
}
bool IsOpen(const AcuteCase& record) {
  return record.state() == AcuteCase::STATE_RAISED || record.state() == AcuteCase::STATE_PROVISIONAL;
}

// The names of what is open for one body; there is one provider whose ladder is climbed.
template <class Record>
std::vector<std::string> OpenFor(const Scene& scene, const std::string& body) {
  std::vector<std::string> open;
  for (const auto& [name, record] : scene.shelves.Of<Record>()) {
    if (record.commissioning_body() == body && IsOpen(record)) open.push_back(name);
  }
  return open;
}

void CheckDecided(const Scene& scene, const Step& step, Breaches& breaches) {
  const Decision& decision = step.decision();
  // Who keeps a level decides on what was proposed; an acute case may have moved it meanwhile.
  const bool kept = decision.kind() == Decision::KIND_NOT;
  const Level higher = std::max(step.from_level(), kept ? step.proposed_level() : step.decided_level());
  if (decision.reason().empty()) breaches.push_back("decided without a reason");
  if (decision.member() != scene.moment.event.actor()) breaches.push_back("another decider than who acted");
  if (!Mandated(scene, step.policy_version(), higher, decision.member())) {
    breaches.push_back(absl::StrCat(decision.member(), " has no mandate for ", call::CodeOf(higher)));
  }
}

void CheckImposed(const Scene& scene, const AcuteCase& record, Breaches& breaches) {
  const Level higher = std::max(record.level_before(), record.provisional_level());
  const bool reasoned = !record.acute_reason().empty() && !record.no_hearing_reason().empty();
  if (!reasoned) breaches.push_back("imposed without a reason");
  if (record.imposed_by() != scene.moment.event.actor())
    breaches.push_back("imposed by another than who acted");
  if (!Mandated(scene, record.policy_version(), higher, record.imposed_by())) {
    breaches.push_back(absl::StrCat(record.imposed_by(), " has no mandate for ", call::CodeOf(higher)));
  }
}

void CheckEndOfProvisional(const Scene& scene, const AcuteCase& record, Breaches& breaches) {
  const Decision& decision = record.decision();
  if (decision.reason().empty()) breaches.push_back("ended without a reason");
  if (!Mandated(scene, record.policy_version(), record.provisional_level(), decision.member())) {
    breaches.push_back(absl::StrCat(decision.member(), " has no mandate to end it"));
  }
  if (record.state() == AcuteCase::STATE_RATIFIED && decision.member() == record.imposed_by()) {
    breaches.push_back("ratified by who imposed it");
  }
}

}  // namespace

void LevelsMoveOnlyByADecidedStepOrAnAcuteCase(const Scene& scene, Breaches& breaches) {
  const audit::v1::Event& event = scene.moment.event;
  const bool mover = std::find(kMovers.begin(), kMovers.end(), event.kind()) != kMovers.end();
  for (const Change<Standing>& each : scene.moment.Of<Standing>()) {
    const bool moved =
        LevelOf(each) != each.after.level() || each.before.provisional() != each.after.provisional();
    if (moved && !mover) {
      breaches.push_back(absl::StrCat(each.after.name(), " went to ", call::CodeOf(each.after.level())));
    }
    const bool silent = each.before.history_size() == each.after.history_size();
    if (mover && !HistoryTells(each, event)) breaches.push_back("the history does not tell of it");
    if (!mover && !silent) breaches.push_back("the history tells of what did not happen");
  }
}

void MeasuresHaveReasonAndMandate(const Scene& scene, Breaches& breaches) {
  for (const Change<Step>& each : scene.moment.Of<Step>()) {
    const bool now = each.before.state() != Step::STATE_DECIDED && each.after.state() == Step::STATE_DECIDED;
    if (now) CheckDecided(scene, each.after, breaches);
  }
  for (const Change<AcuteCase>& each : scene.moment.Of<AcuteCase>()) {
    const AcuteCase::State state = each.after.state();
    if (each.before.state() == state) continue;
    if (state == AcuteCase::STATE_PROVISIONAL) CheckImposed(scene, each.after, breaches);
    const bool ended = state == AcuteCase::STATE_RATIFIED || state == AcuteCase::STATE_LIFTED;
    if (ended) CheckEndOfProvisional(scene, each.after, breaches);
  }
}

void DecidersAreNeitherAuthorNorSecondReader(const Scene& scene, Breaches& breaches) {
  for (const Change<Step>& each : scene.moment.Of<Step>()) {
    const Step& step = each.after;
    const bool high =
        std::max(step.from_level(), step.proposed_level()) >= registry::v1::LEVEL_FORMAL_WARNING;
    if (step.state() != Step::STATE_DECIDED || !high) continue;
    if (step.decision().member() == step.author()) breaches.push_back("decided by its author");
    for (const team::v1::Confirmation& confirmation : step.confirmations()) {
      const bool of_step = confirmation.act() == team::v1::ACT_STEP_HIGH;
      if (of_step && confirmation.confirmer() == step.decision().member()) {
        breaches.push_back("decided by its second reader");
      }
    }
  }
}

void ContractTerminationIsTheEnd(const Scene& scene, Breaches& breaches) {
  for (const Change<Standing>& each : scene.moment.Of<Standing>()) {
    const bool was = each.before.level() == registry::v1::LEVEL_CONTRACT_TERMINATION;
    const bool is = each.after.level() == registry::v1::LEVEL_CONTRACT_TERMINATION;
    if (was && !is) breaches.push_back(absl::StrCat(each.after.name(), " left contract termination"));
    if (is && each.after.provisional()) breaches.push_back("contract termination is provisional");
  }
}

void OneProcedureAtATime(const Scene& scene, Breaches& breaches) {
  std::vector<std::string> bodies;
  for (const Change<Step>& each : scene.moment.Of<Step>()) {
    const std::string& body = each.after.commissioning_body();
    bodies.push_back(body);
    const bool decided =
        each.before.state() != Step::STATE_DECIDED && each.after.state() == Step::STATE_DECIDED;
    if (decided && !OpenFor<AcuteCase>(scene, body).empty()) {
      breaches.push_back("decided while an acute case is open");
    }
  }
  for (const auto& each : scene.moment.Of<AcuteCase>()) bodies.push_back(each.after.commissioning_body());
  for (const std::string& body : bodies) {
    const Standing standing =
        scene.shelves.Find<Standing>(absl::StrCat("regions/nmd/escalations/farm/standings/", body));
    const auto steps = OpenFor<Step>(scene, body);
    const auto cases = OpenFor<AcuteCase>(scene, body);
    if (steps.size() > 1 || cases.size() > 1) breaches.push_back(absl::StrCat("two are open for ", body));
    if (standing.open_step() != (steps.empty() ? "" : steps[0]))
      breaches.push_back("another step stands open");
    if (standing.open_acute_case() != (cases.empty() ? "" : cases[0])) {
      breaches.push_back("another acute case stands open");
    }
  }
}

}  // namespace waarborg::model
