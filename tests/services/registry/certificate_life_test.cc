#include "tests/services/registry/certificate_desk.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Day = absl::CivilDay;

// What becomes of a certificate that counts, with the clock in the test's hand.
class CertificateLifeTest : public CertificateDesk {
 protected:
  CertificateLifeTest() { WalkToValid(); }

  CertificateOr Flag(bool flagged) {
    auto request = Of<v1::FlagScopeMismatchRequest>(kHkz);
    request.set_flagged(flagged);
    request.set_reason("contract breder dan certificaat");
    return desk.Run(&FlagScopeMismatch, request, manager);
  }
  CertificateOr Surveil(Day held) {
    auto request = Of<v1::RecordSurveillanceRequest>(kHkz);
    *request.mutable_held_date() = ToDate(held);
    request.set_outcome("geen tekortkomingen");
    return desk.Run(&RecordSurveillance, request, provider);
  }
  CertificateOr Review(std::vector<std::string> criteria) {
    auto request = Of<v1::RecordCertificateReviewRequest>(kHkz);
    for (const std::string& criterion : criteria) request.add_criteria(criterion);
    request.set_outcome("eigen systeem gezien");
    return desk.Run(&RecordCertificateReview, request, manager);
  }
  CertificateOr Renew(const std::string& successor) {
    auto request = Of<v1::RenewCertificateRequest>(kHkz);
    request.set_successor(successor);
    return desk.Run(&RenewCertificate, request, manager);
  }
  void WidenContracts() {
    v1::UpdateProviderRequest request;
    request.mutable_provider()->set_name(kFarm);
    request.mutable_provider()->add_kinds_of_care(v1::Provider::KIND_OF_CARE_GUIDANCE);
    request.mutable_provider()->add_kinds_of_care(v1::Provider::KIND_OF_CARE_RESIDENCE);
    request.mutable_update_mask()->add_paths("kinds_of_care");
    ASSERT_THAT(desk.Run(&UpdateProvider, request, administrator), IsOk());
  }
  // Kinds of the events that the timer told about certificates, oldest first.
  std::vector<std::string> Told() {
    std::vector<std::string> kinds;
    for (const audit::v1::Event& event : desk.Events()) {
      if (event.role() == team::v1::ROLE_SYSTEM) kinds.push_back(event.kind());
    }
    return kinds;
  }
};

TEST_F(CertificateLifeTest, NinetyDaysBeforeItsEndItIsExpiring) {
  EXPECT_EQ(WaitUntil(Day(2025, 8, 31)), 0);
  ASSERT_THAT(Surveil(Day(2025, 8, 30)), IsOk());
  EXPECT_EQ(WaitUntil(Day(2026, 8, 31)), 0);
  ASSERT_THAT(Surveil(Day(2026, 8, 30)), IsOk());
  EXPECT_EQ(WaitUntil(Day(2027, 6, 2)), 0);
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_VALID);
  EXPECT_EQ(WaitUntil(Day(2027, 6, 3)), 1);
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_EXPIRING);
  EXPECT_THAT(Told(), ElementsAre("CertificateExpiring"));
}

TEST_F(CertificateLifeTest, AfterItsLastDayItIsExpiredAndCriteriaAreReviewed) {
  WaitUntil(Day(2027, 8, 31));
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_EXPIRING);
  WaitUntil(Day(2027, 9, 1));
  const v1::Certificate expired = Stored();
  EXPECT_EQ(expired.state(), v1::Certificate::STATE_EXPIRED);
  ASSERT_EQ(expired.criteria_to_review_size(), 15);
  EXPECT_EQ(expired.criteria_to_review(0).fell_to(), v1::Certificate::STATE_EXPIRED);
  EXPECT_EQ(desk.LastEvent().role(), team::v1::ROLE_SYSTEM);
  EXPECT_EQ(WaitUntil(Day(2037, 1, 1)), 0);
}

TEST_F(CertificateLifeTest, AfterALongSleepEverythingFiresOnceAndInOrder) {
  EXPECT_EQ(WaitUntil(Day(2027, 12, 1)), 3);
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_EXPIRED);
  EXPECT_THAT(Told(), ElementsAre("SurveillanceOverdue", "CertificateExpiring", "CertificateExpired"));
  EXPECT_EQ(WaitUntil(Day(2027, 12, 2)), 0);
}

TEST_F(CertificateLifeTest, OneVerifiedCloseToItsEndIsExpiringAtOnce) {
  ASSERT_THAT(Register(Claim("short", Day(2025, 1, 1), Day(2025, 7, 1))), IsOk());
  const std::string name = absl::StrCat(kFarm, "/certificates/short");
  ASSERT_THAT(Verify(name), IsOk());
  EXPECT_EQ(WaitUntil(Day(2025, 6, 3)), 1);
  EXPECT_EQ(Stored(name).state(), v1::Certificate::STATE_EXPIRING);
}

TEST_F(CertificateLifeTest, ASurveillanceThatDoesNotComeIsFlaggedUntilItIsRecorded) {
  EXPECT_EQ(WaitUntil(Day(2025, 9, 1)), 0);
  EXPECT_EQ(WaitUntil(Day(2025, 9, 2)), 1);
  EXPECT_TRUE(Stored().surveillance_overdue());
  const CertificateOr recorded = Surveil(Day(2025, 9, 2));
  ASSERT_THAT(recorded, IsOk());
  EXPECT_FALSE(recorded->surveillance_overdue());
  EXPECT_EQ(recorded->surveillances(0).outcome(), "geen tekortkomingen");
  EXPECT_EQ(recorded->surveillances(0).author(), "regions/nmd/members/farmer");
  EXPECT_EQ(WaitUntil(Day(2026, 9, 2)), 1);
  EXPECT_TRUE(Stored().surveillance_overdue());
}

TEST_F(CertificateLifeTest, NoMoreSurveillancesAreRecordedThanAreAwaited) {
  EXPECT_THAT(FieldFaults(Surveil(Day(2025, 6, 3)).status()), ElementsAre("held_date: DATE_IN_FUTURE"));
  ASSERT_THAT(Surveil(Day(2025, 6, 1)), IsOk());
  ASSERT_THAT(Surveil(Day(2025, 6, 1)), IsOk());
  EXPECT_THAT(Surveil(Day(2025, 6, 1)), ReasonIs("NO_SURVEILLANCE_AWAITED"));
}

TEST_F(CertificateLifeTest, AScopeThatCoversTheContractsIsNotFlagged) {
  EXPECT_THAT(Flag(true), ReasonIs("SCOPE_COVERS_CONTRACTS"));
  EXPECT_THAT(Flag(false), ReasonIs("SCOPE_NOT_FLAGGED"));
}

TEST_F(CertificateLifeTest, CareOutsideItsScopeIsFlaggedAndCleared) {
  WidenContracts();
  const CertificateOr flagged = Flag(true);
  ASSERT_THAT(flagged, IsOk());
  EXPECT_EQ(flagged->state(), v1::Certificate::STATE_VALID);
  EXPECT_TRUE(flagged->out_of_scope().flagged());
  EXPECT_THAT(flagged->out_of_scope().kinds_of_care(), ElementsAre(v1::Provider::KIND_OF_CARE_RESIDENCE));
  EXPECT_EQ(desk.LastEvent().kind(), "CertificateOutOfScope");
  EXPECT_EQ(desk.LastEvent().reason(), "contract breder dan certificaat");
  const CertificateOr cleared = Flag(false);
  ASSERT_THAT(cleared, IsOk());
  EXPECT_FALSE(cleared->has_out_of_scope());
}

TEST_F(CertificateLifeTest, SuspendedItAsksReviewsAndStillEndsOnItsDate) {
  const CertificateOr suspended = Suspend();
  ASSERT_THAT(suspended, IsOk());
  EXPECT_EQ(suspended->state(), v1::Certificate::STATE_SUSPENDED);
  EXPECT_FALSE(suspended->told_by_provider());
  EXPECT_EQ(suspended->criteria_to_review_size(), 15);
  EXPECT_EQ(suspended->verifications(1).result(), v1::Verification::RESULT_NOT_CONFIRMED);
  EXPECT_EQ(WaitUntil(Day(2027, 8, 31)), 0);
  EXPECT_EQ(WaitUntil(Day(2027, 9, 1)), 1);
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_EXPIRED);
  EXPECT_EQ(Stored().criteria_to_review_size(), 15);
}

TEST_F(CertificateLifeTest, ReinstatedItIsWatchedAgainAndNothingWaitsForReview) {
  ASSERT_THAT(Suspend(/*told=*/true), IsOk());
  EXPECT_TRUE(Stored().told_by_provider());
  ASSERT_THAT(Review({"DM01"}), IsOk());
  const CertificateOr valid = Reinstate();
  ASSERT_THAT(valid, IsOk());
  EXPECT_EQ(valid->state(), v1::Certificate::STATE_VALID);
  EXPECT_EQ(valid->close_reason(), "");
  EXPECT_FALSE(valid->told_by_provider());
  ASSERT_EQ(valid->criteria_to_review_size(), 1);
  EXPECT_EQ(valid->criteria_to_review(0).outcome(), "eigen systeem gezien");
  EXPECT_EQ(WaitUntil(Day(2025, 9, 2)), 1);
  EXPECT_TRUE(Stored().surveillance_overdue());
}

TEST_F(CertificateLifeTest, ReinstatingNeedsACertificateThatRuns) {
  ASSERT_THAT(Suspend(), IsOk());
  desk.clock.Set(ledger::EndOfDay(Day(2027, 8, 31)) + absl::Hours(9));
  EXPECT_THAT(Reinstate(), ReasonIs("CERTIFICATE_NOT_RUNNING"));
}

TEST_F(CertificateLifeTest, WithdrawnItIsLeftAloneByTheTimer) {
  auto request = Of<v1::WithdrawCertificateRequest>(kHkz);
  request.set_source(v1::Verification::SOURCE_REGISTER);
  request.set_reason("geschrapt");
  ASSERT_THAT(desk.Run(&WithdrawCertificate, request, manager), IsOk());
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_WITHDRAWN);
  EXPECT_EQ(desk.LastEvent().reason(), "geschrapt");
  EXPECT_EQ(WaitUntil(Day(2028, 1, 1)), 0);
  EXPECT_THAT(Review({"VE03", "CG01"}), IsOk());
}

TEST_F(CertificateLifeTest, AReviewIsOfWhatWaitsForOne) {
  EXPECT_THAT(Review({"DM01"}), ReasonIs("ILLEGAL_TRANSITION"));
  ASSERT_THAT(Suspend(), IsOk());
  EXPECT_THAT(FieldFaults(Review({"DM01", "VE01", "DM01"}).status()),
              ElementsAre("criteria[1]: CRITERION_NOT_FOR_REVIEW", "criteria[2]: CRITERION_NOT_FOR_REVIEW"));
  const CertificateOr reviewed = Review({"DM01"});
  ASSERT_THAT(reviewed, IsOk());
  int waiting = 0;
  for (const v1::CriterionReview& review : reviewed->criteria_to_review()) {
    if (review.reviewer().empty()) ++waiting;
  }
  EXPECT_EQ(waiting, 14);
  EXPECT_EQ(desk.LastEvent().kind(), "CertificateReviewRecorded");
}

TEST_F(CertificateLifeTest, ItIsRenewedByOneThatCounts) {
  const std::string next = absl::StrCat(kFarm, "/certificates/next");
  EXPECT_THAT(FieldFaults(Renew(kHkz).status()), ElementsAre("successor: SUCCESSOR_NOT_ANOTHER"));
  EXPECT_THAT(Renew(next), ReasonIs("CERTIFICATE_NOT_FOUND"));
  ASSERT_THAT(Register(Claim("next", Day(2025, 6, 1), Day(2028, 5, 31))), IsOk());
  EXPECT_THAT(Renew(next), ReasonIs("SUCCESSOR_NOT_VALID"));
  ASSERT_THAT(Verify(next), IsOk());
  const CertificateOr renewed = Renew(next);
  ASSERT_THAT(renewed, IsOk());
  EXPECT_EQ(renewed->state(), v1::Certificate::STATE_SUPERSEDED);
  EXPECT_EQ(renewed->superseded_by(), next);
  EXPECT_THAT(Stored(next).supersedes(), ElementsAre(kHkz));
  EXPECT_THAT(renewed->criteria_to_review(), IsEmpty());
  EXPECT_EQ(desk.LastEvent().kind(), "CertificateRenewed");
  WaitUntil(Day(2027, 9, 1));
  EXPECT_EQ(Stored().state(), v1::Certificate::STATE_SUPERSEDED);
  EXPECT_EQ(Stored(next).state(), v1::Certificate::STATE_VALID);
}

// The next one starts the day after, and is looked up when the old one has ended.
TEST_F(CertificateLifeTest, OneThatEndedIsRenewedByOneThatFollowsOnIt) {
  const std::string next = absl::StrCat(kFarm, "/certificates/next");
  const std::string late = absl::StrCat(kFarm, "/certificates/late");
  WaitUntil(Day(2027, 9, 2));
  ASSERT_EQ(Stored().state(), v1::Certificate::STATE_EXPIRED);
  ASSERT_EQ(Stored().criteria_to_review_size(), 15);
  ASSERT_THAT(Register(Claim("late", Day(2027, 9, 2), Day(2030, 8, 31))), IsOk());
  ASSERT_THAT(Register(Claim("next", Day(2027, 9, 1), Day(2030, 8, 31))), IsOk());
  EXPECT_THAT(Renew(next), ReasonIs("SUCCESSOR_NOT_VALID"));
  ASSERT_THAT(Verify(late), IsOk());
  EXPECT_THAT(Renew(late), ReasonIs("SUCCESSOR_STARTS_LATE"));
  ASSERT_THAT(Verify(next), IsOk());
  const CertificateOr renewed = Renew(next);
  ASSERT_THAT(renewed, IsOk());
  EXPECT_EQ(renewed->state(), v1::Certificate::STATE_SUPERSEDED);
  EXPECT_THAT(renewed->criteria_to_review(), IsEmpty());
  EXPECT_THAT(Stored(next).supersedes(), ElementsAre(kHkz));
}

TEST_F(CertificateLifeTest, OnlyTheQualityManagerTouchesOneThatCounts) {
  auto request = Of<v1::SuspendCertificateRequest>(kHkz);
  request.set_source(v1::Verification::SOURCE_CERTIFICATION_BODY);
  request.set_reason("r");
  for (const call::Caller& caller : {provider, contract_manager, auditor, administrator}) {
    EXPECT_THAT(desk.Run(&SuspendCertificate, request, caller), ReasonIs("ROLE_NOT_ALLOWED"))
        << caller.member;
  }
}

}  // namespace
}  // namespace waarborg::registry
