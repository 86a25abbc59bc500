#ifndef WAARBORG_SERVICES_IMPROVEMENT_CHANGES_H_
#define WAARBORG_SERVICES_IMPROVEMENT_CHANGES_H_

// What other nouns' acts do to improvement plans and attention points; `flow` calls these in its own unit of
// work. Each follows the table of rules/lifecycle.h for the caller, puts the record, sets its deadlines and
// records one fact for each resource it changes. Days are days in Europe/Amsterdam.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/civil_time.h"
#include "services/ledger/unit_of_work.h"
#include "storage/store.h"
#include "waarborg/assessment/v1/assessment.pb.h"
#include "waarborg/framework/v1/framework.pb.h"
#include "waarborg/improvement/v1/improvement.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::improvement {

// A criterion below MEETS, with what was seen.
struct Shortcoming {
  std::string criterion;
  framework::v1::Score score = framework::v1::SCORE_UNSPECIFIED;
  std::string motivation;
};

// What a new plan starts from. Names are full resource names; the region is an id.
struct PlanSeed {
  std::string region;
  std::string plan_id;  // "": a new one is made
  std::string provider;
  std::string assessment;
  std::string policy_version;
  std::string reason;
  std::string step;  // "": none
  std::vector<Shortcoming> shortcomings;
};

// A plan in REQUESTED with an item for each shortcoming, in their order; the submission term starts. Errors:
// FAILED_PRECONDITION (NO_SHORTCOMINGS; PLAN_OPEN: the assessment has a plan that has not ended),
// ALREADY_EXISTS (IMPROVEMENT_PLAN_EXISTS).
absl::StatusOr<v1::ImprovementPlan> CreatePlan(ledger::UnitOfWork& unit,
                                               const registry::v1::PolicyVersion& policy,
                                               const PlanSeed& seed);

// A point in OPEN for each shortcoming (R-002-29).
absl::StatusOr<std::vector<v1::AttentionPoint>> CreateAttentionPoints(
    ledger::UnitOfWork& unit, const std::string& provider, const std::string& assessment,
    const std::vector<Shortcoming>& shortcomings);

// OK when the plan is COMPLETED, or IN_PROGRESS past its end date, no re-assessment of it runs, and the
// policy's number is not used up (a cancelled one does not count). FAILED_PRECONDITION
// (PLAN_NOT_READY_FOR_RE_ASSESSMENT, RE_ASSESSMENT_RUNNING, RE_ASSESSMENTS_USED_UP); NOT_FOUND.
absl::Status CheckReadyForReAssessment(const storage::Reader& reader,
                                       const registry::v1::PolicyVersion& policy, const std::string& plan,
                                       absl::CivilDay today);

// Whether policy leaves the plan a round after the outcome PARTLY; also when the plan has ended, for then the
// outcome is only noted.
absl::StatusOr<bool> RoundLeft(const storage::Reader& reader, const registry::v1::PolicyVersion& policy,
                               const std::string& plan);

// OK when the outcome PARTLY can be given to the plan. FAILED_PRECONDITION (PARTLY_USED_UP: no round is left;
// NO_SHORTCOMINGS: nothing remains to be mended in it).
absl::Status CheckPartly(const storage::Reader& reader, const registry::v1::PolicyVersion& policy,
                         const std::string& plan, bool something_remains);

// The re-assessment is planned: linked and counted on the plan (fact ReAssessmentPlanned). Readiness is
// checked before, by CheckReadyForReAssessment.
absl::Status LinkReAssessment(ledger::UnitOfWork& unit, const std::string& plan,
                              const std::string& re_assessment);

// The plan's result: IMPROVED -> ACHIEVED, NOT_IMPROVED -> FAILED, PARTLY -> IN_PROGRESS with a new running
// time: what remains is reopened, the rest is done. A plan that has ended meanwhile keeps its state; the
// outcome is noted in the journal. FAILED_PRECONDITION (PARTLY_USED_UP: by the policy there is no further
// round; NO_SHORTCOMINGS: PARTLY with nothing remaining; RE_ASSESSMENT_NOT_LINKED), INVALID_ARGUMENT
// (OUTCOME_REQUIRED).
absl::Status ApplyOutcome(ledger::UnitOfWork& unit, const registry::v1::PolicyVersion& policy,
                          const std::string& plan, assessment::v1::Outcome outcome,
                          const std::string& re_assessment, const std::vector<Shortcoming>& remaining,
                          const std::string& reason);

}  // namespace waarborg::improvement

#endif  // WAARBORG_SERVICES_IMPROVEMENT_CHANGES_H_
