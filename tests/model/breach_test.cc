// Every invariant can fail: a breach is planted past the commands, and the invariant that guards against it
// names it.

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/assessment/records.h"
#include "services/escalation/records.h"
#include "services/registry/records.h"
#include "storage/schema.h"
#include "tests/model/moves.h"

namespace waarborg::model {
namespace {

using escalation::v1::Decision;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr char kStep[] = "regions/nmd/escalations/farm/steps/stap";
constexpr char kCase[] = "regions/nmd/escalations/farm/acuteCases/acuut";
constexpr char kAssessment[] = "regions/nmd/assessments/toets";
constexpr char kPolicyOne[] = "regions/nmd/policyVersions/1";

std::string Someone(const std::string& id) { return absl::StrCat("regions/nmd/members/", id); }

class Breach : public ::testing::Test {
 protected:
  Breach() { EXPECT_THAT(world.breaches(), IsEmpty()); }

  template <class Name, class Message>
  void Put(const ledger::RecordTable<Message>& table, const Message& record, ledger::Fact fact) {
    fact.resource = fact.resource.empty() ? record.name() : fact.resource;
    const absl::Status status = world.desk.Write([&](ledger::UnitOfWork& unit) -> absl::Status {
      ASSIGN_OR_RETURN(const Name name, Name::Parse(record.name()));
      RETURN_IF_ERROR(unit.Put(table, name.Key(), record));
      unit.Record(fact);
      return absl::OkStatus();
    });
    EXPECT_THAT(status, testing::IsOk());
    world.Observe();
  }
  void Put(const Standing& record, const std::string& fact) {
    Put<escalation::StandingName>(escalation::kStandings, record, {.kind = fact});
  }
  void Put(const Step& record, const std::string& fact) {
    Put<escalation::StepName>(escalation::kSteps, record, {.kind = fact});
  }
  void Put(const AcuteCase& record) {
    Put<escalation::AcuteCaseName>(escalation::kAcuteCases, record, {.kind = "Planted"});
  }
  void Put(const Assessment& record, const std::string& fact = "Planted") {
    Put<assessment::AssessmentName>(assessment::kAssessments, record, {.kind = fact});
  }
  void Put(const DecisionRecord& record) {
    Put<assessment::DecisionRecordName>(assessment::kDecisionRecords, record, {.kind = "Planted"});
  }
  void Put(const Finding& record) {
    Put<assessment::FindingName>(assessment::kFindings, record, {.kind = "Planted"});
  }

  void ExpectNamed(const std::string& invariant, const std::string& what) {
    EXPECT_THAT(world.breaches(), Contains(::testing::AllOf(StartsWith(invariant), HasSubstr(what))));
  }

  static Standing At(Level level) {
    Standing standing;
    standing.set_name("regions/nmd/escalations/farm/standings/assen");
    standing.set_commissioning_body("assen");
    standing.set_level(level);
    return standing;
  }

  static Step Decided(const std::string& by) {
    Step step;
    step.set_name(kStep);
    step.set_commissioning_body("assen");
    step.set_state(Step::STATE_DECIDED);
    step.set_from_level(registry::v1::LEVEL_MONITORING);
    step.set_proposed_level(registry::v1::LEVEL_FORMAL_WARNING);
    step.set_decided_level(registry::v1::LEVEL_FORMAL_WARNING);
    step.set_policy_version(kPolicyOne);
    step.set_author(Someone("quality-manager"));
    step.mutable_decision()->set_member(Someone(by));
    return step;
  }

  static Assessment Stands(Assessment::State state) {
    Assessment record;
    record.set_name(kAssessment);
    record.set_policy_version(kPolicyOne);
    record.set_state(state);
    return record;
  }

  World world{1};
};

TEST_F(Breach, ALevelThatMovesWithoutDecisionIsSeen) {
  Put(At(registry::v1::LEVEL_CLIENT_STOP), "SceneSet");
  ExpectNamed("LevelsMoveOnlyByADecidedStepOrAnAcuteCase", "went to CLIENT_STOP");
}

TEST_F(Breach, ALevelThatMovesWithoutHistoryIsSeen) {
  Put(At(registry::v1::LEVEL_CLIENT_STOP), "StepDecided");
  ExpectNamed("LevelsMoveOnlyByADecidedStepOrAnAcuteCase", "the history does not tell");
}

TEST_F(Breach, ReturningFromContractTerminationIsSeen) {
  Put(At(registry::v1::LEVEL_CONTRACT_TERMINATION), "StepDecided");
  Put(At(registry::v1::LEVEL_MONITORING), "StepDecided");
  ExpectNamed("ContractTerminationIsTheEnd", "left contract termination");
}

TEST_F(Breach, AProvisionalEndOfContractIsSeen) {
  Standing standing = At(registry::v1::LEVEL_CONTRACT_TERMINATION);
  standing.set_provisional(true);
  Put(standing, "ProvisionalImposed");
  ExpectNamed("ContractTerminationIsTheEnd", "is provisional");
}

TEST_F(Breach, AMeasureWithoutReasonOrMandateIsSeen) {
  Put(Decided("second-reader"), "StepDecided");
  ExpectNamed("MeasuresHaveReasonAndMandate", "without a reason");
  ExpectNamed("MeasuresHaveReasonAndMandate", "has no mandate for FORMAL_WARNING");
}

TEST_F(Breach, AMeasureDecidedByItsAuthorIsSeen) {
  Put(Decided("quality-manager"), "StepDecided");
  ExpectNamed("DecidersAreNeitherAuthorNorSecondReader", "by its author");
}

TEST_F(Breach, AMeasureDecidedByItsSecondReaderIsSeen) {
  Step step = Decided("all-in-one");
  step.add_confirmations()->set_act(team::v1::ACT_STEP_HIGH);
  step.mutable_confirmations(0)->set_confirmer(Someone("all-in-one"));
  Put(step, "StepDecided");
  ExpectNamed("DecidersAreNeitherAuthorNorSecondReader", "by its second reader");
}

TEST_F(Breach, ADecisionWithoutTheSecondPersonIsSeen) {
  registry::v1::PolicyVersion policy = world.shelves().Find<PolicyVersion>(kPolicyOne);
  for (registry::v1::FourEyesRule& row : *policy.mutable_four_eyes())
    row.set_rule(team::v1::FOUR_EYES_BEFORE);
  Put<registry::PolicyVersionName>(registry::kPolicyVersions, policy, {.kind = "Planted"});
  Put(Decided("decision-maker"), "StepDecided");
  ExpectNamed("SecondPersonCameFirstWherePolicyAsks", "STEP_HIGH was seen by no second person");
  Put(Stands(Assessment::STATE_DRAFT_SENT), "DraftSent");
  ExpectNamed("SecondPersonCameFirstWherePolicyAsks", "SCORES was seen by no second person");
}

TEST_F(Breach, ADecisionOnOtherContentThanWasSeenIsSeen) {
  registry::v1::PolicyVersion policy = world.shelves().Find<PolicyVersion>(kPolicyOne);
  for (registry::v1::FourEyesRule& row : *policy.mutable_four_eyes())
    row.set_rule(team::v1::FOUR_EYES_BEFORE);
  Put<registry::PolicyVersionName>(registry::kPolicyVersions, policy, {.kind = "Planted"});
  Step step = Decided("decision-maker");
  step.set_state(Step::STATE_CONFIRMED);
  step.add_confirmations()->set_act(team::v1::ACT_STEP_HIGH);
  step.mutable_confirmations(0)->set_confirmer(Someone("second-reader"));
  Put(step, "StepConfirmed");
  step.set_state(Step::STATE_DECIDED);
  step.set_proposed_level(registry::v1::LEVEL_CLIENT_STOP);
  Put(step, "StepDecided");
  ExpectNamed("SecondPersonCameFirstWherePolicyAsks", "STEP_HIGH differs from what was seen");
}

TEST_F(Breach, AConfirmationByWhoDidItIsSeen) {
  Step step = Decided("decision-maker");
  step.add_confirmations()->set_act(team::v1::ACT_STEP_HIGH);
  step.mutable_confirmations(0)->set_author(Someone("quality-manager"));
  step.mutable_confirmations(0)->set_confirmer(Someone("quality-manager"));
  Put(step, "StepConfirmed");
  ExpectNamed("SecondPersonsAreOtherPersons", "confirmed by who did it");
  ExpectNamed("SecondPersonsAreOtherPersons", "confirmed by who is no second reader");
}

TEST_F(Breach, TwoOpenStepsForOneBodyAreSeen) {
  Step step = Decided("decision-maker");
  step.set_state(Step::STATE_PROPOSED);
  Put(step, "Planted");
  step.set_name(absl::StrCat(kStep, "-2"));
  Put(step, "Planted");
  ExpectNamed("OneProcedureAtATime", "two are open for assen");
}

TEST_F(Breach, ADecisionDuringAnAcuteCaseIsSeen) {
  AcuteCase record;
  record.set_name(kCase);
  record.set_commissioning_body("assen");
  record.set_state(AcuteCase::STATE_RAISED);
  Put(record);
  Put(Decided("decision-maker"), "StepDecided");
  ExpectNamed("OneProcedureAtATime", "decided while an acute case is open");
}

TEST_F(Breach, AnEventBesideItsTableIsSeen) {
  Put<assessment::AssessmentName>(
      assessment::kAssessments, Stands(Assessment::STATE_FINAL),
      {.kind = "AssessmentFinalised", .from_state = "PLANNED", .to_state = "FINAL"});
  ExpectNamed("EventsFollowTheirTable", "no row gives this fact from PLANNED");
}

TEST_F(Breach, AnActInARoleThatIsNotHeldIsSeen) {
  Put<assessment::AssessmentName>(
      assessment::kAssessments, Stands(Assessment::STATE_PLANNED),
      {.kind = "AssessmentCreated", .to_state = "PLANNED", .role = team::v1::ROLE_QUALITY_MANAGER});
  ExpectNamed("EventsFollowTheirTable", "system acts as QUALITY_MANAGER");
}

TEST_F(Breach, ADecisionRecordThatChangesIsSeen) {
  DecisionRecord record;
  record.set_name(absl::StrCat(kAssessment, "/decisionRecords/1"));
  Put(record);
  EXPECT_THAT(world.breaches(), IsEmpty());
  record.set_single_assessor(true);
  Put(record);
  ExpectNamed("DecisionRecordsNeverChange", "changed");
}

TEST_F(Breach, AFinalAssessmentWithoutDecisionRecordIsSeen) {
  Put(Stands(Assessment::STATE_FINAL));
  ExpectNamed("DecisionRecordsNeverChange", "has no decision record");
}

TEST_F(Breach, AScoreThatDisappearsIsSeen) {
  Finding finding;
  finding.set_name(absl::StrCat(kAssessment, "/findings/HOME-1"));
  finding.set_score(framework::v1::SCORE_MEETS);
  Put(finding);
  EXPECT_THAT(world.breaches(), IsEmpty());
  finding.set_score(framework::v1::SCORE_MEETS_NOT);
  Put(finding);
  ExpectNamed("FindingsKeepEarlierValues", "lost a value");
}

TEST_F(Breach, ATermThatNothingWatchesIsSeen) {
  Put(Stands(Assessment::STATE_DRAFT_SENT));
  ExpectNamed("TimersAreSet", "nothing watches assessment.response-due");
}

TEST_F(Breach, AStateThatNobodyCanLeaveIsSeen) {
  const Cast nobody = {world.Member("auditor")};
  Put(Stands(Assessment::STATE_PLANNED));
  EXPECT_THAT(world.breaches(), IsEmpty());
  Moment moment;
  std::get<Changes<Assessment>>(moment.changes).push_back({.after = Stands(Assessment::STATE_PLANNED)});
  Breaches found;
  NothingIsAtADeadEnd({.moment = moment, .shelves = world.shelves(), .past = {}, .cast = nobody}, found);
  EXPECT_THAT(found, Contains(HasSubstr("nobody can bring")));
}

TEST_F(Breach, ARecordBesideTheJournalIsSeen) {
  ASSERT_THAT(storage::WriteAndWait(*world.desk.store,
                                    [](storage::Transaction& transaction) {
                                      transaction.Put(storage::tables::kStanding, "beside", "");
                                      return absl::OkStatus();
                                    }),
              testing::IsOk());
  world.Audit();
  ExpectNamed("ReplayIsWhatIsStored", "the journal knows nothing of");
}

TEST_F(Breach, ALeafThatWasTouchedIsSeen) {
  ASSERT_THAT(storage::WriteAndWait(*world.desk.store,
                                    [](storage::Transaction& transaction) -> absl::Status {
                                      std::string key;
                                      RETURN_IF_ERROR(transaction.Scan(
                                          storage::tables::kJournalLeaf, {},
                                          [&key](absl::string_view first, absl::string_view /*leaf*/) {
                                            key = std::string(first);
                                            return false;
                                          }));
                                      transaction.Put(storage::tables::kJournalLeaf, key, "");
                                      return absl::OkStatus();
                                    }),
              testing::IsOk());
  world.Audit();
  ExpectNamed("JournalHoldsTogether", "another root");
}

}  // namespace
}  // namespace waarborg::model
