#ifndef WAARBORG_TESTS_SERVICES_FLOW_RETESTS_H_
#define WAARBORG_TESTS_SERVICES_FLOW_RETESTS_H_

// A case that comes to a re-assessment: a first assessment with a plan, and the verbs to test again.

#include <string>

#include "services/assessment/commands.h"
#include "services/flow/create_assessment.h"
#include "services/flow/finalise_assessment.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "tests/services/assessment/scene.h"

namespace waarborg::testing {

inline improvement::v1::ImprovementPlan PlanOf(Scene& scene, const std::string& name) {
  const auto parsed = improvement::ImprovementPlanName::Parse(name);
  EXPECT_THAT(parsed, IsOk());
  if (!parsed.ok()) return {};
  const auto plan = improvement::Load(*scene.desk.store->Read(), *parsed);
  EXPECT_THAT(plan, IsOk());
  return plan.value_or(improvement::v1::ImprovementPlan());
}

// Sets the plan as if the provider had carried it out.
inline void Complete(Scene& scene, const std::string& name) {
  improvement::v1::ImprovementPlan plan = PlanOf(scene, name);
  plan.set_state(improvement::v1::ImprovementPlan::STATE_COMPLETED);
  for (improvement::v1::PlanItem& item : *plan.mutable_items()) {
    item.set_state(improvement::v1::PlanItem::STATE_DONE);
  }
  EXPECT_THAT(scene.desk.Write([&](ledger::UnitOfWork& unit) -> absl::Status {
    ASSIGN_OR_RETURN(const improvement::ImprovementPlanName parsed,
                     improvement::ImprovementPlanName::Parse(name));
    RETURN_IF_ERROR(unit.Put(improvement::kImprovementPlans, parsed.Key(), plan));
    unit.Record({.kind = "SceneSet", .resource = name});
    return absl::OkStatus();
  }),
              IsOk());
}

// What a re-assessment starts from: the result it follows, and the plan.
struct Case {
  std::string first, plan;
};

// A first assessment that ended SUFFICIENT: twelve criteria on safety were not met, beside what `scores`
// says.
inline Case Sufficient(Scene& scene) {
  for (const char* each :
       {"VE01", "VE02", "VE03", "VE04", "VE05", "VE06", "VE07", "VE08", "VE09", "VE10", "VE11", "VE12"}) {
    scene.scores[each] = framework::v1::SCORE_MEETS_NOT;
  }
  Case result{.first = scene.Create(), .plan = ""};
  scene.Take(result.first, assessment::kFinal);
  const assessment::v1::Assessment decided = scene.Get(result.first);
  EXPECT_EQ(decided.evaluation().band(), framework::v1::BAND_SUFFICIENT);
  EXPECT_EQ(decided.follow_up_resources_size(), 1);
  result.plan = decided.follow_up_resources(0);
  scene.scores.clear();
  return result;
}

inline std::string Again(const Case& each, const std::string& more = "") {
  return "kind: ASSESSMENT_KIND_RE_ASSESSMENT selection_reason: SELECTION_REASON_RE_ASSESSMENT "
         "parent_assessment: '" +
         each.first + "' improvement_plan: '" + each.plan + "' " + more;
}

// A re-assessment in RESPONSE_IN, concluded with this outcome.
inline std::string Retest(Scene& scene, const Case& each, assessment::v1::Outcome outcome,
                          const std::string& more = "") {
  const std::string name = scene.Create(Again(each, more));
  scene.Take(name, assessment::kReview);
  scene.JudgeThreeParts(name);
  EXPECT_THAT(scene.Conclude(name, scene.FollowingAdvice(name, outcome)), IsOk());
  EXPECT_THAT(scene.desk.Run(&assessment::SendDraft, About<assessment::v1::SendDraftRequest>(name), scene.qm),
              IsOk());
  scene.Take(name, assessment::kResponseIn);
  return name;
}

// A re-assessment that was decided PARTLY: VE01 came some way, the eleven others did not. The plan was
// carried out again since.
inline std::string PartlyAndCompletedAgain(Scene& scene, const Case& each, const std::string& more = "") {
  scene.ordinary_score = framework::v1::SCORE_MEETS_NOT;
  scene.scores["VE01"] = framework::v1::SCORE_LARGELY_NOT;
  const std::string name = Retest(scene, each, assessment::v1::OUTCOME_PARTLY, more);
  scene.Take(name, assessment::kFinal);
  Complete(scene, each.plan);
  return name;
}

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SERVICES_FLOW_RETESTS_H_
