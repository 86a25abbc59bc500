#include "services/escalation/rules/terms.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/escalation/rules/views.h"

namespace waarborg::escalation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

google::type::Date Date(int year, int month, int day) {
  google::type::Date date;
  date.set_year(year);
  date.set_month(month);
  date.set_day(day);
  return date;
}

registry::v1::LadderLevel Row(registry::v1::Level level) {
  registry::v1::LadderLevel row;
  row.set_level(level);
  row.set_terminal(level == registry::v1::LEVEL_CONTRACT_TERMINATION);
  row.set_continuity_plan(level >= registry::v1::LEVEL_CLIENT_STOP);
  return row;
}

const absl::CivilDay kToday(2025, 6, 2);

std::vector<TermsFault> Faults(const registry::v1::LadderLevel& row, const v1::MeasureTerms& terms) {
  return TermsFaults(row, terms, kToday, std::nullopt);
}

v1::MeasureTerms From(google::type::Date start) {
  v1::MeasureTerms terms;
  *terms.mutable_start_date() = start;
  return terms;
}

std::vector<std::string> Reasons(const std::vector<TermsFault>& faults) {
  std::vector<std::string> reasons;
  for (const TermsFault& fault : faults) reasons.emplace_back(fault.reason);
  return reasons;
}

TEST(TermsTest, L1ToL4NeedAnEndAndL0AndL5DoNot) {
  for (int level = registry::v1::LEVEL_MONITORING; level <= registry::v1::LEVEL_CONTRACT_TERMINATION;
       ++level) {
    const auto each = static_cast<registry::v1::Level>(level);
    v1::MeasureTerms terms = From(Date(2025, 6, 2));
    terms.set_continuity_plan("Zorg gaat door.");
    const bool exempt =
        each == registry::v1::LEVEL_MONITORING || each == registry::v1::LEVEL_CONTRACT_TERMINATION;
    if (exempt) {
      EXPECT_THAT(Faults(Row(each), terms), IsEmpty());
    } else {
      EXPECT_THAT(Reasons(Faults(Row(each), terms)), ElementsAre("END_REQUIRED"));
    }
    terms.set_end_condition("Tot het rooster klopt.");
    EXPECT_THAT(Faults(Row(each), terms), IsEmpty());
  }
}

TEST(TermsTest, AMeasureDoesNotEndBeforeItStarts) {
  v1::MeasureTerms terms = From(Date(2025, 6, 2));
  *terms.mutable_end_date() = Date(2025, 6, 1);
  EXPECT_THAT(Reasons(Faults(Row(registry::v1::LEVEL_FORMAL_WARNING), terms)),
              ElementsAre("END_BEFORE_START"));
  *terms.mutable_end_date() = Date(2025, 6, 2);
  EXPECT_THAT(Faults(Row(registry::v1::LEVEL_FORMAL_WARNING), terms), IsEmpty());
}

TEST(TermsTest, AMeasureIsNotWhollyOrPartlyPast) {
  const registry::v1::LadderLevel row = Row(registry::v1::LEVEL_FORMAL_WARNING);
  v1::MeasureTerms terms = From(Date(2025, 5, 20));
  *terms.mutable_end_date() = Date(2025, 6, 1);
  EXPECT_THAT(Reasons(Faults(row, terms)), ElementsAre("START_IN_PAST", "END_IN_PAST"));
  *terms.mutable_end_date() = Date(2025, 6, 2);
  EXPECT_THAT(Reasons(Faults(row, terms)), ElementsAre("START_IN_PAST"));
}

TEST(TermsTest, AMeasureThatRunsProvisionallyMayStartOnTheDayItBegan) {
  const registry::v1::LadderLevel row = Row(registry::v1::LEVEL_FORMAL_WARNING);
  v1::MeasureTerms terms = From(Date(2025, 5, 28));
  *terms.mutable_end_date() = Date(2025, 9, 1);
  EXPECT_THAT(TermsFaults(row, terms, kToday, absl::CivilDay(2025, 5, 28)), IsEmpty());
  EXPECT_THAT(Reasons(TermsFaults(row, terms, kToday, absl::CivilDay(2025, 5, 29))),
              ElementsAre("START_IN_PAST"));
}

TEST(TermsTest, AClientStopNamesHowCareGoesOnAndEveryFaultIsTold) {
  EXPECT_THAT(Reasons(Faults(Row(registry::v1::LEVEL_CLIENT_STOP), From(Date(2025, 6, 2)))),
              ElementsAre("END_REQUIRED", "CONTINUITY_PLAN_REQUIRED"));
}

TEST(TermsTest, EvaluationComesAfterTheLevelsWeeksAndNotAfterTheEnd) {
  registry::v1::LadderLevel row = Row(registry::v1::LEVEL_CLIENT_STOP);
  const absl::CivilDay start(2025, 6, 2);
  EXPECT_EQ(EvaluationDay(row, start, std::nullopt), std::nullopt);
  row.set_evaluation_weeks(6);
  EXPECT_EQ(EvaluationDay(row, start, std::nullopt), absl::CivilDay(2025, 7, 14));
  EXPECT_EQ(EvaluationDay(row, start, absl::CivilDay(2025, 12, 1)), absl::CivilDay(2025, 7, 14));
  EXPECT_EQ(EvaluationDay(row, start, absl::CivilDay(2025, 6, 20)), absl::CivilDay(2025, 6, 20));
}

TEST(TermsTest, WithoutWeeksAMeasureIsEvaluatedAtItsEnd) {
  const absl::CivilDay end(2025, 12, 1);
  EXPECT_EQ(EvaluationDay(Row(registry::v1::LEVEL_FORMAL_WARNING), kToday, end), end);
  EXPECT_EQ(EvaluationDay(Row(registry::v1::LEVEL_MONITORING), kToday, end), std::nullopt);
  EXPECT_EQ(EvaluationDay(Row(registry::v1::LEVEL_CONTRACT_TERMINATION), kToday, end), std::nullopt);
}

TEST(TermsTest, TheNextEvaluationLiesAheadAndWithinTheMeasureWhileThatRuns) {
  EXPECT_THAT(EvaluationFaults(kToday + 10, kToday + 10, kToday), IsEmpty());
  EXPECT_THAT(EvaluationFaults(std::nullopt, std::nullopt, kToday), IsEmpty());
  EXPECT_THAT(EvaluationFaults(kToday, kToday + 30, kToday), IsEmpty());
  EXPECT_THAT(Reasons(EvaluationFaults(kToday + 10, kToday, kToday)), ElementsAre("EVALUATION_NOT_AHEAD"));
  EXPECT_THAT(Reasons(EvaluationFaults(kToday + 10, kToday + 11, kToday)),
              ElementsAre("EVALUATION_AFTER_END"));
  EXPECT_THAT(Reasons(EvaluationFaults(kToday, std::nullopt, kToday)),
              ElementsAre("EVALUATION_DATE_REQUIRED"));
}

TEST(TermsTest, ProlongingLeadsToALaterDayAheadWithTheEvaluationWithinIt) {
  const absl::CivilDay today(2025, 6, 2);
  EXPECT_THAT(ProlongFaults(today + 10, today + 11, today + 5, today), IsEmpty());
  EXPECT_THAT(ProlongFaults(std::nullopt, today + 1, std::nullopt, today), IsEmpty());
  EXPECT_THAT(Reasons(ProlongFaults(today + 10, today + 10, std::nullopt, today)),
              ElementsAre("END_NOT_LATER"));
  EXPECT_THAT(Reasons(ProlongFaults(today - 10, today, std::nullopt, today)), ElementsAre("END_NOT_LATER"));
  EXPECT_THAT(Reasons(ProlongFaults(today, today + 9, today, today)), ElementsAre("EVALUATION_NOT_AHEAD"));
  EXPECT_THAT(Reasons(ProlongFaults(today, today + 9, today + 10, today)),
              ElementsAre("EVALUATION_AFTER_END"));
}

TEST(ViewsTest, TheFirstViewWithoutAnAnswerIsNamed) {
  Views views;
  EXPECT_EQ(FirstUnanswered(views), std::nullopt);
  views.Add()->set_answer("Gezien.");
  EXPECT_EQ(FirstUnanswered(views), std::nullopt);
  views.Add();
  EXPECT_EQ(FirstUnanswered(views), 1);
}

TEST(ViewsTest, AViewFromBeforeTheHearingWasReopenedDoesNotCountAsHeard) {
  v1::Hearing hearing;
  hearing.mutable_open_time()->set_seconds(100);
  EXPECT_FALSE(WasHeard(hearing));
  hearing.add_views()->mutable_time()->set_seconds(99);
  EXPECT_FALSE(WasHeard(hearing));
  hearing.add_views()->mutable_time()->set_seconds(100);
  EXPECT_TRUE(WasHeard(hearing));
}

}  // namespace
}  // namespace waarborg::escalation
