// The statutory clock: three working days from when it was known, over weekends and holidays.

#include "services/incident/rules/terms.h"

#include "gtest/gtest.h"
#include "services/registry/rules/policy.h"

namespace waarborg::incident {
namespace {

using Kind = v1::Incident::Kind;

absl::Time At(int month, int day, int hour) {
  return absl::FromCivil(absl::CivilHour(2025, month, day, hour), registry::LocalZone());
}

v1::Timeliness Of(absl::Time known, absl::Time received, Kind kind = v1::Incident::KIND_CALAMITY) {
  return TimelinessOf(kind, known, received, {});
}

// 5 June 2025 is a Thursday; Monday 9 June is Whit Monday.
TEST(TermsTest, TheTermRunsToTheEndOfTheThirdWorkingDay) {
  const v1::Timeliness in_time = Of(At(6, 2, 9), At(6, 5, 23));
  EXPECT_EQ(absl::FromUnixSeconds(in_time.due_time().seconds()), At(6, 6, 0));
  EXPECT_FALSE(in_time.late());
  EXPECT_EQ(in_time.working_days_late(), 0);
  EXPECT_EQ(in_time.rule(), "incident_report_working_days=3");
}

TEST(TermsTest, TheFirstMomentAfterItIsLate) {
  const v1::Timeliness late = Of(At(6, 2, 9), At(6, 6, 0));
  EXPECT_TRUE(late.late());
  EXPECT_EQ(late.working_days_late(), 1);
}

TEST(TermsTest, WeekendAndWhitMondayDoNotCount) {
  // Known on Thursday: Friday, Tuesday, Wednesday.
  const v1::Timeliness in_time = Of(At(6, 5, 9), At(6, 11, 23));
  EXPECT_FALSE(in_time.late());
  const v1::Timeliness late = Of(At(6, 5, 9), At(6, 12, 1));
  EXPECT_TRUE(late.late());
  EXPECT_EQ(late.working_days_late(), 1);
}

TEST(TermsTest, LateOnASaturdayIsNoWorkingDayLateYet) {
  // Known on Tuesday 3 June: due at the end of Friday 6 June.
  const v1::Timeliness late = Of(At(6, 3, 9), At(6, 7, 12));
  EXPECT_TRUE(late.late());
  EXPECT_EQ(late.working_days_late(), 0);
  EXPECT_EQ(Of(At(6, 3, 9), At(6, 10, 12)).working_days_late(), 1);
}

TEST(TermsTest, KnownAtChristmasIsReportedInTheNewYear) {
  // 24 December 2025 is a Wednesday; 25 and 26 December and 1 January are holidays.
  const v1::Timeliness timeliness = Of(At(12, 24, 9), At(12, 31, 12));
  EXPECT_EQ(absl::FromUnixSeconds(timeliness.due_time().seconds()), At(12, 31, 0) + absl::Hours(24));
  EXPECT_FALSE(timeliness.late());
}

TEST(TermsTest, LatenessIsCountedOverABoundedTime) {
  const absl::Time received = At(6, 2, 9);
  const v1::Timeliness ten_years = Of(received - absl::Hours(24) * kMostDaysCounted, received);
  const v1::Timeliness ages = Of(absl::FromCivil(absl::CivilYear(1), registry::LocalZone()), received);
  EXPECT_TRUE(ages.late());
  EXPECT_GE(ages.working_days_late(), ten_years.working_days_late());
  EXPECT_LE(ages.working_days_late(), kMostDaysCounted);
}

TEST(TermsTest, OnlyCalamityAndViolenceMustBeReportedWithoutDelay) {
  for (int kind = v1::Incident::KIND_INCIDENT; kind <= v1::Incident::Kind_MAX; ++kind) {
    const bool must = kind == v1::Incident::KIND_CALAMITY || kind == v1::Incident::KIND_VIOLENCE;
    const v1::Timeliness timeliness = Of(At(1, 2, 9), At(6, 2, 9), static_cast<Kind>(kind));
    EXPECT_EQ(MustBeReported(static_cast<Kind>(kind)), must) << kind;
    EXPECT_EQ(timeliness.late(), must) << kind;
    EXPECT_EQ(timeliness.has_due_time(), must) << kind;
  }
}

TEST(TermsTest, AnOldPolicyHasTheDefaultsAndANewOneItsOwn) {
  registry::v1::PolicyVersion policy;
  EXPECT_EQ(TermsOf(policy).report_working_days, 3);
  EXPECT_EQ(TermsOf(policy).acknowledge_working_days, 3);
  EXPECT_EQ(TermsOf(policy).inquiry_weeks, 6);
  policy.mutable_terms()->set_incident_report_working_days(1);
  policy.mutable_terms()->set_incident_acknowledge_working_days(2);
  policy.mutable_terms()->set_incident_inquiry_weeks(8);
  EXPECT_EQ(TermsOf(policy).report_working_days, 1);
  EXPECT_EQ(TermsOf(policy).acknowledge_working_days, 2);
  EXPECT_EQ(TermsOf(policy).inquiry_weeks, 8);
}

}  // namespace
}  // namespace waarborg::incident
