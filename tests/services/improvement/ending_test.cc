// How a plan ends without a result: given up, or past its end.

#include "tests/services/improvement/office.h"

namespace waarborg::improvement {
namespace {

class GivingUpTest : public Office {
 protected:
  std::string Digest() {
    return Stored().confirmations_size() > 0 ? Stored().confirmations(0).content_digest() : "";
  }

  PlanOr Confirm(const call::Caller& caller, const std::string& digest) {
    auto request = Named<v1::ConfirmImprovementPlanRequest>();
    request.set_act(team::v1::ACT_GIVE_UP_PLAN);
    request.set_content_digest(digest);
    return desk.Run(&ConfirmImprovementPlan, request, caller);
  }
};

TEST_F(GivingUpTest, IsTooEarlyAfterOneReturn) {
  WalkToReturned();
  EXPECT_THAT(GiveUp(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("TOO_EARLY_TO_GIVE_UP")));
}

TEST_F(GivingUpTest, IsTooEarlyWhileTheReminderRuns) {
  WalkToRequested();
  WaitUntil(absl::CivilDay(2025, 7, 2));
  EXPECT_THAT(GiveUp(), ReasonIs("TOO_EARLY_TO_GIVE_UP"));
}

TEST_F(GivingUpTest, APlanThatNeverCameMayBeGivenUpAfterTheReminder) {
  WalkToRequested();
  WaitUntil(absl::CivilDay(2025, 7, 2));
  WaitUntil(absl::CivilDay(2025, 7, 17));
  const PlanOr plan = GiveUp();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_FAILED);
}

TEST_F(GivingUpTest, LaterEndsThePlanAtOnceWithTheConfirmationDue) {
  WalkToReturnedTwice();
  const PlanOr plan = GiveUp("Twee keer teruggegeven");
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_FAILED);
  EXPECT_EQ(plan->close_reason(), "Twee keer teruggegeven");
  ASSERT_EQ(plan->confirmations_size(), 1);
  EXPECT_EQ(plan->confirmations(0).author(), manager.member);
  EXPECT_EQ(LastDayOf(plan->confirmations(0).due_time()), absl::CivilDay(2025, 6, 17));
  EXPECT_EQ(desk.LastEvent().kind(), "ImprovementPlanGivenUp");
}

TEST_F(GivingUpTest, LaterTheSecondReaderConfirmsTheFailedPlan) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  const PlanOr plan = Confirm(reader, Digest());
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_FAILED);
  EXPECT_EQ(plan->confirmations(0).confirmer(), reader.member);
  EXPECT_EQ(desk.LastEvent().kind(), "GivingUpConfirmed");
  EXPECT_THAT(Confirm(reader, Digest()), ReasonIs("ALREADY_CONFIRMED"));
}

TEST_F(GivingUpTest, BeforeTheFirstCallOnlyRecordsTheWish) {
  SetPolicy(team::v1::FOUR_EYES_BEFORE);
  WalkToReturnedTwice();
  const PlanOr plan = GiveUp();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_RETURNED);
  EXPECT_EQ(plan->close_reason(), "");
  EXPECT_EQ(desk.LastEvent().kind(), "GivingUpProposed");
}

TEST_F(GivingUpTest, BeforeItWaitsForTheSecondPerson) {
  SetPolicy(team::v1::FOUR_EYES_BEFORE);
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  EXPECT_THAT(GiveUp(),
              AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("SECOND_PERSON_REQUIRED")));
  EXPECT_EQ(Stored().state(), Plan::STATE_RETURNED);
}

TEST_F(GivingUpTest, BeforeAConfirmedWishIsCarriedOutByTheSecondCall) {
  SetPolicy(team::v1::FOUR_EYES_BEFORE);
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  ASSERT_THAT(Confirm(reader, Digest()), IsOk());
  const PlanOr plan = GiveUp();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_FAILED);
  EXPECT_EQ(plan->confirmations(0).confirmer(), reader.member);
}

TEST_F(GivingUpTest, BeforeAnotherReasonIsAnotherWish) {
  SetPolicy(team::v1::FOUR_EYES_BEFORE);
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp("De ene reden"), IsOk());
  ASSERT_THAT(Confirm(reader, Digest()), IsOk());
  const PlanOr plan = GiveUp("Een andere reden");
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_RETURNED);
  EXPECT_EQ(plan->confirmations(0).confirmer(), "");
}

TEST_F(GivingUpTest, AWishLosesItsGroundWhenTheProviderSubmits) {
  SetPolicy(team::v1::FOUR_EYES_BEFORE);
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  const std::string digest = Digest();
  ASSERT_THAT(Confirm(reader, digest), IsOk());
  ASSERT_THAT(Submit(), IsOk());
  EXPECT_EQ(Stored().confirmations_size(), 0);
  ASSERT_THAT(Return(), IsOk());
  const PlanOr again = GiveUp();
  ASSERT_THAT(again, IsOk());
  EXPECT_EQ(again->state(), Plan::STATE_RETURNED);
  EXPECT_NE(Digest(), digest);
}

TEST_F(GivingUpTest, WithoutFourEyesNothingIsAsked) {
  SetPolicy(team::v1::FOUR_EYES_NONE);
  WalkToReturnedTwice();
  const PlanOr plan = GiveUp();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_FAILED);
  EXPECT_EQ(plan->confirmations_size(), 0);
  EXPECT_THAT(Confirm(reader, "geen"), ReasonIs("NOTHING_TO_CONFIRM"));
}

TEST_F(GivingUpTest, TheAuthorIsNeverTheSecondPerson) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  call::Caller both = manager;
  both.roles.push_back(team::v1::ROLE_SECOND_READER);
  EXPECT_THAT(Confirm(both, Digest()),
              AllOf(StatusIs(absl::StatusCode::kPermissionDenied), ReasonIs("SAME_PERSON")));
}

TEST_F(GivingUpTest, OnlyWhatWasReadIsConfirmed) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  EXPECT_THAT(Confirm(reader, "0123"),
              AllOf(StatusIs(absl::StatusCode::kAborted), ReasonIs("CONTENT_CHANGED")));
}

TEST_F(GivingUpTest, ConfirmingIsForTheSecondReader) {
  WalkToReturnedTwice();
  ASSERT_THAT(GiveUp(), IsOk());
  EXPECT_THAT(Confirm(contract_manager, Digest()), ReasonIs("ROLE_NOT_ALLOWED"));
}

TEST_F(GivingUpTest, ASubmittedPlanIsJudgedNotGivenUp) {
  WalkToSubmitted();
  EXPECT_THAT(GiveUp(), ReasonIs("ILLEGAL_TRANSITION"));
}

class FailTest : public Office {
 protected:
  PlanOr Fail() {
    return desk.Run(&FailImprovementPlan, Because<v1::FailImprovementPlanRequest>("Te langzaam, te weinig"),
                    manager);
  }
};

TEST_F(FailTest, NeedsTheEndDateToHavePassed) {
  WalkToInProgress();
  WaitUntil(absl::CivilDay(2025, 12, 2));
  EXPECT_THAT(Fail(), AllOf(StatusIs(absl::StatusCode::kFailedPrecondition), ReasonIs("END_NOT_PASSED")));
  WaitUntil(absl::CivilDay(2025, 12, 3));
  const PlanOr plan = Fail();
  ASSERT_THAT(plan, IsOk());
  EXPECT_EQ(plan->state(), Plan::STATE_FAILED);
  EXPECT_EQ(plan->close_reason(), "Te langzaam, te weinig");
}

TEST_F(FailTest, APlanThatWasNeverStartedMayFailToo) {
  WalkToApproved();
  WaitUntil(absl::CivilDay(2025, 12, 3));
  EXPECT_THAT(Fail(), IsOk());
}

TEST_F(FailTest, ACompletedPlanIsReAssessed) {
  WalkToCompleted();
  WaitUntil(absl::CivilDay(2025, 12, 3));
  EXPECT_THAT(Fail(), ReasonIs("ILLEGAL_TRANSITION"));
}

}  // namespace
}  // namespace waarborg::improvement
