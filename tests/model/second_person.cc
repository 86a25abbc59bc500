// Four eyes: what a second person saw is what was done, and where policy says BEFORE, was seen first. The
// model reads the content itself, so that it does not lean on the digests of the product.

#include <algorithm>
#include <map>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/call/code.h"
#include "services/ledger/digest.h"
#include "tests/model/invariants.h"

namespace waarborg::model {
namespace {

using team::v1::ACT_CANCEL_ASSESSMENT;
using team::v1::ACT_CORRECTION;
using team::v1::ACT_DEVIATION;
using team::v1::ACT_DISMISS_ACUTE;
using team::v1::ACT_GIVE_UP_PLAN;
using team::v1::ACT_NARROWED_SCOPE;
using team::v1::ACT_RE_ASSESSMENT_OUTCOME;
using team::v1::ACT_SCORES;
using team::v1::ACT_START_UNANNOUNCED;
using team::v1::ACT_STEP_HIGH;
using team::v1::ACT_STEP_LOW;
using team::v1::ACT_WITHDRAW_STEP;
using team::v1::Confirmation;
using Confirmations = google::protobuf::RepeatedPtrField<Confirmation>;

std::string ScoresOf(const Shelves& shelves, const Assessment& assessment) {
  std::string content;
  for (const assessment::v1::ScopeItem& item : assessment.scope().items()) {
    if (!item.in_scope()) continue;
    const Finding finding =
        shelves.Find<Finding>(absl::StrCat(assessment.name(), "/findings/", item.criterion()));
    absl::StrAppend(&content, item.criterion(), "=", finding.score(), " ", finding.motivation(), "\n");
  }
  return content;
}

// The scores that stand after an assessment, by criterion: its own over those of what it followed.
std::map<std::string, framework::v1::Score> StandingAfter(const Shelves& shelves, const std::string& name) {
  const Assessment record = shelves.Find<Assessment>(name);
  std::map<std::string, framework::v1::Score> standing;
  if (!record.parent_assessment().empty()) standing = StandingAfter(shelves, record.parent_assessment());
  for (const assessment::v1::ScopeItem& item : record.scope().items()) {
    const Finding finding = shelves.Find<Finding>(absl::StrCat(name, "/findings/", item.criterion()));
    const bool tested = item.in_scope() && finding.score() != framework::v1::SCORE_UNSPECIFIED &&
                        finding.score() != framework::v1::SCORE_NOT_TESTED;
    if (tested) standing[item.criterion()] = finding.score();
  }
  return standing;
}

// What a re-assessment does not test again of what fell short before, and why.
std::string LeftOutOf(const Shelves& shelves, const Assessment& assessment) {
  if (assessment.parent_assessment().empty()) return "";
  std::string content;
  const auto before = StandingAfter(shelves, assessment.parent_assessment());
  for (const assessment::v1::ScopeItem& item : assessment.scope().items()) {
    const auto earlier = before.find(item.criterion());
    if (earlier == before.end() || earlier->second == framework::v1::SCORE_MEETS) continue;
    const Finding finding =
        shelves.Find<Finding>(absl::StrCat(assessment.name(), "/findings/", item.criterion()));
    const bool untested = item.in_scope() && finding.score() == framework::v1::SCORE_NOT_TESTED;
    if (item.in_scope() && !untested) continue;
    absl::StrAppend(&content, item.criterion(), ": ", untested ? finding.motivation() : item.text(), "\n");
  }
  return content;
}

std::string ConclusionOf(const Assessment& assessment) {
  assessment::v1::Conclusion content = assessment.judgement().conclusion();
  content.clear_author();
  content.clear_time();
  return content.ShortDebugString();
}

std::string ContentOf(const Shelves& shelves, const Assessment& record, Act act, const std::string& reason) {
  if (act == ACT_SCORES) return ScoresOf(shelves, record);
  if (act == ACT_NARROWED_SCOPE) return LeftOutOf(shelves, record);
  if (act == ACT_DEVIATION || act == ACT_RE_ASSESSMENT_OUTCOME) return ConclusionOf(record);
  return reason;
}

std::string ContentOf(const Shelves& /*shelves*/, const Step& step, Act act, const std::string& reason) {
  if (act == ACT_WITHDRAW_STEP) return reason;
  Step content = step;
  for (const char* field : {"state", "decided_level", "hearing", "alignment", "decision", "side_measures",
                            "objections", "confirmations", "close_reason", "etag", "update_time"}) {
    content.GetReflection()->ClearField(&content, content.GetDescriptor()->FindFieldByName(field));
  }
  return content.ShortDebugString();
}

std::string ContentOf(const Shelves& /*shelves*/, const ImprovementPlan& plan, Act /*act*/,
                      const std::string& reason) {
  return absl::StrCat(reason, " after version ", plan.version(), " and ", plan.return_count(), " returns");
}

std::string ContentOf(const Shelves& /*shelves*/, const AcuteCase& /*record*/, Act /*act*/,
                      const std::string& reason) {
  return reason;
}

// An act that this event completed.
struct Done {
  const char* fact;
  Act act;
};
constexpr Done kDone[] = {{"FieldworkFinished", ACT_START_UNANNOUNCED},
                          {"ScoresSubmitted", ACT_NARROWED_SCOPE},
                          {"DraftSent", ACT_SCORES},
                          {"DraftSent", ACT_DEVIATION},
                          {"DraftSent", ACT_RE_ASSESSMENT_OUTCOME},
                          {"DraftResent", ACT_SCORES},
                          {"DraftResent", ACT_DEVIATION},
                          {"DraftResent", ACT_RE_ASSESSMENT_OUTCOME},
                          {"AssessmentFinalised", ACT_SCORES},
                          {"AssessmentFinalised", ACT_DEVIATION},
                          {"AssessmentFinalised", ACT_RE_ASSESSMENT_OUTCOME},
                          {"AssessmentCancelled", ACT_CANCEL_ASSESSMENT},
                          {"AssessmentCorrected", ACT_CORRECTION},
                          {"ImprovementPlanGivenUp", ACT_GIVE_UP_PLAN},
                          {"ConfirmationSkipped", ACT_STEP_LOW},
                          {"ConfirmationSkipped", ACT_STEP_HIGH},
                          {"StepDecided", ACT_STEP_LOW},
                          {"StepDecided", ACT_STEP_HIGH},
                          {"LighterLevelDecided", ACT_STEP_LOW},
                          {"LighterLevelDecided", ACT_STEP_HIGH},
                          {"LevelKept", ACT_STEP_LOW},
                          {"LevelKept", ACT_STEP_HIGH},
                          {"StepWithdrawn", ACT_WITHDRAW_STEP},
                          {"AcuteCaseDismissed", ACT_DISMISS_ACUTE}};

// Whether the record is one on which that act is done at all.
bool Concerns(const Assessment& record, Act act) {
  switch (act) {
    case ACT_START_UNANNOUNCED:
      return record.unannounced();
    case ACT_DEVIATION:
      return record.judgement().conclusion().deviates();
    case ACT_NARROWED_SCOPE:
    case ACT_RE_ASSESSMENT_OUTCOME:
      return record.kind() == registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT;
    default:
      return act == ACT_SCORES || act == ACT_CANCEL_ASSESSMENT || act == ACT_CORRECTION;
  }
}
bool Concerns(const Step& step, Act act) {
  if (act == ACT_WITHDRAW_STEP) return true;
  const bool high = std::max(step.from_level(), step.proposed_level()) >= registry::v1::LEVEL_FORMAL_WARNING;
  return act == (high ? ACT_STEP_HIGH : ACT_STEP_LOW);
}
bool Concerns(const ImprovementPlan& /*plan*/, Act act) { return act == ACT_GIVE_UP_PLAN; }
bool Concerns(const AcuteCase& /*record*/, Act act) { return act == ACT_DISMISS_ACUTE; }

// The reason on which the act rests: what this event says, or for a visit unannounced, what was said then.
std::string ReasonFor(const Scene& scene, const std::string& resource, Act act) {
  if (act != ACT_START_UNANNOUNCED) return scene.moment.event.reason();
  const auto asked = scene.past.asked.find({resource, act});
  return asked == scene.past.asked.end() ? "" : asked->second;
}

template <class Message>
void CheckSeconded(const Scene& scene, const Message& record, Act act, Breaches& breaches) {
  const PolicyVersion policy = scene.shelves.Find<PolicyVersion>(record.policy_version());
  if (!Concerns(record, act) || RuleOf(policy, act) != team::v1::FOUR_EYES_BEFORE) return;
  const std::string content = ContentOf(scene.shelves, record, act, ReasonFor(scene, record.name(), act));
  if (act == ACT_NARROWED_SCOPE && content.empty()) return;
  const auto seen = scene.past.seconded.find({record.name(), act});
  if (seen != scene.past.seconded.end() && seen->second == content) return;
  const std::string what = seen == scene.past.seconded.end() ? "was seen by no second person"
                                                             : "differs from what was seen: " + seen->second;
  breaches.push_back(absl::StrCat(call::CodeOf(act), " ", what, ", now: ", content));
}

template <class Message>
void CheckAll(const Scene& scene, Breaches& breaches) {
  for (const Change<Message>& each : scene.moment.Of<Message>()) {
    if (each.after.name() != scene.moment.event.resource()) continue;
    for (const Done& done : kDone) {
      if (done.fact == scene.moment.event.kind()) CheckSeconded(scene, each.after, done.act, breaches);
    }
  }
}

const Confirmation* FindAct(const Confirmations& all, Act act) {
  const auto found =
      std::find_if(all.begin(), all.end(), [act](const Confirmation& each) { return each.act() == act; });
  return found == all.end() ? nullptr : &*found;
}

// A confirmation that this change gave.
bool IsGivenNow(const Confirmations& before, const Confirmation& after) {
  const Confirmation* const earlier = FindAct(before, after.act());
  return !after.confirmer().empty() && (earlier == nullptr || earlier->confirmer().empty());
}

bool IsAskedNow(const Confirmations& before, const Confirmation& after) {
  const Confirmation* const earlier = FindAct(before, after.act());
  return earlier == nullptr || earlier->content_digest() != after.content_digest();
}

template <class Message>
void CheckPersons(const Scene& scene, Breaches& breaches) {
  for (const Change<Message>& each : scene.moment.Of<Message>()) {
    for (const Confirmation& given : each.after.confirmations()) {
      if (!IsGivenNow(each.before.confirmations(), given)) continue;
      const std::string what = absl::StrCat(call::CodeOf(given.act()), " of ", each.after.name());
      const auto roles = RolesOf(scene.cast, given.confirmer());
      const bool reader = std::find(roles.begin(), roles.end(), team::v1::ROLE_SECOND_READER) != roles.end();
      if (!reader) breaches.push_back(what + " confirmed by who is no second reader");
      if (given.confirmer() == given.author()) breaches.push_back(what + " confirmed by who did it");
      if (given.confirmer() != scene.moment.event.actor())
        breaches.push_back(what + " confirmed for another");
    }
  }
}

template <class Message>
void RememberAll(const Moment& moment, const Shelves& shelves, Past& past) {
  for (const Change<Message>& each : moment.Of<Message>()) {
    for (const Confirmation& after : each.after.confirmations()) {
      const std::pair<std::string, Act> key(each.after.name(), after.act());
      if (IsAskedNow(each.before.confirmations(), after)) {
        // What is left out may change between the asking and the confirmation, which is of what was asked.
        const bool narrowed = after.act() == ACT_NARROWED_SCOPE;
        past.asked[key] = narrowed ? ContentOf(shelves, each.after, after.act(), "") : moment.event.reason();
        past.seconded.erase(key);
      }
      if (!IsGivenNow(each.before.confirmations(), after)) continue;
      past.seconded[key] = after.act() == ACT_NARROWED_SCOPE
                               ? past.asked[key]
                               : ContentOf(shelves, each.after, after.act(), past.asked[key]);
    }
  }
}

}  // namespace

team::v1::FourEyes RuleOf(const PolicyVersion& policy, Act act) {
  for (const registry::v1::FourEyesRule& row : policy.four_eyes()) {
    if (row.act() == act) return row.rule();
  }
  return act == ACT_NARROWED_SCOPE ? team::v1::FOUR_EYES_BEFORE : team::v1::FOUR_EYES_LATER;
}

void SecondPersonCameFirstWherePolicyAsks(const Scene& scene, Breaches& breaches) {
  CheckAll<Assessment>(scene, breaches);
  CheckAll<ImprovementPlan>(scene, breaches);
  CheckAll<Step>(scene, breaches);
  CheckAll<AcuteCase>(scene, breaches);
}

void Remember(const Moment& moment, const Shelves& shelves, Past& past) {
  RememberAll<Assessment>(moment, shelves, past);
  RememberAll<ImprovementPlan>(moment, shelves, past);
  RememberAll<Step>(moment, shelves, past);
  RememberAll<AcuteCase>(moment, shelves, past);
  for (const Change<DecisionRecord>& each : moment.Of<DecisionRecord>()) {
    past.decisions.try_emplace(each.after.name(), ledger::DigestOf(each.after));
  }
}

void SecondPersonsAreOtherPersons(const Scene& scene, Breaches& breaches) {
  CheckPersons<Assessment>(scene, breaches);
  CheckPersons<ImprovementPlan>(scene, breaches);
  CheckPersons<Step>(scene, breaches);
  CheckPersons<AcuteCase>(scene, breaches);
}

}  // namespace waarborg::model
