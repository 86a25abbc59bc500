#include "tests/services/incident/mail_room.h"

namespace waarborg::incident {
namespace {

class DeadlinesTest : public MailRoom {};

// Received on Monday 2 June: three working days end with Thursday 5 June.
TEST_F(DeadlinesTest, NobodyLookedInTimeIsFlaggedOnce) {
  WalkToReceived();
  EXPECT_EQ(LastDayOf(Stored().acknowledge_due_time()), absl::CivilDay(2025, 6, 5));
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 6, 5)), 0);
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 6, 6)), 1);
  EXPECT_TRUE(Stored().acknowledge_overdue());
  EXPECT_EQ(Stored().state(), Incident::STATE_RECEIVED);
  EXPECT_EQ(desk.LastEvent().kind(), "AcknowledgementOverdue");
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_SYSTEM);
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 6)), 0);
}

TEST_F(DeadlinesTest, WhatWasLookedAtIsNotFlagged) {
  WalkToTriaged();
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 6)), 0);
  EXPECT_FALSE(Stored().acknowledge_overdue());
}

TEST_F(DeadlinesTest, NeitherIsADuplicateNorAWithdrawnReport) {
  WalkToReceived();
  ASSERT_THAT(Submit(Submission("melding-2"), machine), IsOk());
  ASSERT_THAT(Do(&MarkDuplicate, "reason: 'x' duplicate_of: 'regions/nmd/incidents/melding-2'"), IsOk());
  auto withdrawal = About<v1::WithdrawIncidentRequest>("reason: 'x'");
  withdrawal.set_name("regions/nmd/incidents/melding-2");
  ASSERT_THAT(desk.Run(&WithdrawIncident, withdrawal, manager), IsOk());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 6)), 0);
}

TEST_F(DeadlinesTest, AnInquiryThatIsLateIsFlaggedAndGoesOn) {
  WalkToInquiry();
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 14)), 0);
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 7, 15)), 1);
  EXPECT_TRUE(Stored().inquiry().overdue());
  EXPECT_EQ(Stored().state(), Incident::STATE_PROVIDER_INQUIRY);
  EXPECT_EQ(desk.LastEvent().kind(), "InquiryOverdue");
  EXPECT_THAT(Deliver(provider_user), IsOk());
  EXPECT_TRUE(Stored().inquiry().overdue());
}

TEST_F(DeadlinesTest, ANewTermStartsWithoutTheFlag) {
  WalkToInquiry();
  ASSERT_EQ(WaitUntil(absl::CivilDay(2025, 7, 15)), 1);
  ASSERT_THAT(Deliver(provider_user), IsOk());
  ASSERT_THAT(FindInsufficient(), IsOk());
  EXPECT_FALSE(Stored().inquiry().overdue());
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 12, 1)), 1);
}

TEST_F(DeadlinesTest, AReportInTimeEndsTheWait) {
  WalkToReportIn();
  EXPECT_EQ(WaitUntil(absl::CivilDay(2025, 12, 1)), 0);
  EXPECT_FALSE(Stored().inquiry().overdue());
}

}  // namespace
}  // namespace waarborg::incident
