#include "services/registry/rules/policy.h"

#include <functional>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/services/registry/sample_files.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const v1::PolicyVersion& Nmd() {
  static const auto* const policy =
      new v1::PolicyVersion(testing::SampleRequest<v1::CreateRegionRequest>("nmd/region.json").policy());
  return *policy;
}

absl::Time At(int year, int month, int day, int hour, int minute = 0) {
  return absl::FromCivil(absl::CivilSecond(year, month, day, hour, minute, 0), LocalZone());
}

std::vector<std::string> FaultsOf(const v1::PolicyVersion& policy) {
  std::vector<std::string> faults;
  for (const PolicyFault& fault : PolicyFaults(policy)) faults.push_back(fault.field + ": " + fault.reason);
  return faults;
}

TEST(Policy, FourEyesAreAsTheRegionSaysAndLaterWhereItIsSilent) {
  EXPECT_EQ(FourEyesFor(Nmd(), team::v1::ACT_DEVIATION), team::v1::FOUR_EYES_BEFORE);
  EXPECT_EQ(FourEyesFor(Nmd(), team::v1::ACT_STEP_HIGH), team::v1::FOUR_EYES_BEFORE);
  EXPECT_EQ(FourEyesFor(Nmd(), team::v1::ACT_SCORES), team::v1::FOUR_EYES_LATER);
  EXPECT_EQ(FourEyesFor(Nmd(), team::v1::ACT_CANCEL_ASSESSMENT), team::v1::FOUR_EYES_NONE);
  EXPECT_EQ(FourEyesFor(v1::PolicyVersion(), team::v1::ACT_DEVIATION), team::v1::FOUR_EYES_LATER);
  EXPECT_EQ(FourEyesFor(v1::PolicyVersion(), team::v1::ACT_NARROWED_SCOPE), team::v1::FOUR_EYES_BEFORE);
}

TEST(Policy, ALevelHasItsRowOrNone) {
  const v1::LadderLevel* row = LadderRow(Nmd(), v1::LEVEL_CLIENT_STOP);
  ASSERT_NE(row, nullptr);
  EXPECT_TRUE(row->continuity_plan());
  EXPECT_EQ(LadderRow(v1::PolicyVersion(), v1::LEVEL_CLIENT_STOP), nullptr);
}

TEST(Policy, AKindSkipsNothingWhereTheRegionIsSilent) {
  EXPECT_TRUE(KindRuleFor(Nmd(), v1::ASSESSMENT_KIND_URGENT).skip_announcement());
  const v1::KindRule silent = KindRuleFor(v1::PolicyVersion(), v1::ASSESSMENT_KIND_URGENT);
  EXPECT_EQ(silent.kind(), v1::ASSESSMENT_KIND_URGENT);
  EXPECT_FALSE(silent.skip_announcement() || silent.skip_preparation() || silent.skip_closing());
}

TEST(Policy, TheWarningIsCalledByItsLegalBasis) {
  const v1::LadderLevel& row = *LadderRow(Nmd(), v1::LEVEL_FORMAL_WARNING);
  EXPECT_EQ(TitleOf(row, v1::LEGAL_BASIS_CONTRACT).nl(), "Ingebrekestelling");
  EXPECT_EQ(TitleOf(row, v1::LEGAL_BASIS_WMO_SUPERVISION).nl(), "Aanwijzing");
  EXPECT_EQ(TitleOf(row, v1::LEGAL_BASIS_WLZ_CONTRACT).nl(), "Schriftelijke waarschuwing");
  EXPECT_EQ(TitleOf(v1::LadderLevel(), v1::LEGAL_BASIS_CONTRACT).nl(), "");
}

TEST(Policy, ATermOfWorkingDaysEndsWithItsLastDayAndSkipsHolidays) {
  // Ascension Day (29 May 2025), the equated day after it and the weekend do not count.
  EXPECT_EQ(WorkingDaysAfter(At(2025, 5, 27, 15), 3), At(2025, 6, 4, 0));
}

TEST(Policy, ATermOfWeeksThatEndsOnASundayRunsToMonday) {
  EXPECT_EQ(WeeksAfter(At(2025, 6, 1, 9), 6), At(2025, 7, 15, 0));
}

TEST(Policy, ATermOfMonthsEndsOnTheLastDayOfAShortMonth) {
  EXPECT_EQ(MonthsAfter(At(2025, 8, 31, 9), 6), At(2026, 3, 1, 0));
}

TEST(Policy, AProvisionalMeasureLapsesAtTheSameClockTimeAcrossSummerTime) {
  EXPECT_EQ(DaysAfter(At(2025, 10, 24, 14, 30), 7), At(2025, 10, 31, 14, 30));
  EXPECT_EQ(DaysAfter(At(2025, 10, 24, 14, 30), 7) - At(2025, 10, 24, 14, 30), absl::Hours(7 * 24 + 1));
}

TEST(PolicyFaults, TheSamplePoliciesHaveNone) {
  EXPECT_THAT(FaultsOf(Nmd()), IsEmpty());
  EXPECT_THAT(FaultsOf(testing::SampleRequest<v1::CreateRegionRequest>("care-office/region.json").policy()),
              IsEmpty());
}

struct FaultCase {
  const char* field;
  const char* reason;
  std::function<void(v1::PolicyVersion&)> spoil;
};

TEST(PolicyFaults, EachIsNamedByFieldAndReason) {
  using P = v1::PolicyVersion;
  const FaultCase cases[] = {
      {"overall_reading", "REQUIRED", [](P& p) { p.clear_overall_reading(); }},
      {"overall_reading", "READING_CANNOT_DECIDE",
       [](P& p) { p.set_overall_reading(framework::v1::READING_ABS45); }},
      {"level_policy.highest", "LEVEL_OUT_OF_RANGE", [](P& p) { p.mutable_level_policy()->set_highest(5); }},
      {"level_policy.serious_adds", "LEVEL_OUT_OF_RANGE",
       [](P& p) { p.mutable_level_policy()->set_serious_adds(-1); }},
      {"four_eyes[12].act", "DUPLICATE", [](P& p) { *p.add_four_eyes() = p.four_eyes(0); }},
      {"four_eyes[0].rule", "REQUIRED", [](P& p) { p.mutable_four_eyes(0)->clear_rule(); }},
      {"four_eyes[0].act", "UNKNOWN_VALUE",
       [](P& p) { p.mutable_four_eyes(0)->set_act(static_cast<team::v1::Act>(99)); }},
      {"terms.view_working_days", "TERM_OUT_OF_RANGE",
       [](P& p) { p.mutable_terms()->clear_view_working_days(); }},
      {"terms.objection_weeks", "TERM_OUT_OF_RANGE",
       [](P& p) { p.mutable_terms()->set_objection_weeks(521); }},
      {"terms.acute_response_hours", "TERM_OUT_OF_RANGE",
       [](P& p) { p.mutable_terms()->clear_acute_response_hours(); }},
      {"ladder", "LEVEL_MISSING", [](P& p) { p.mutable_ladder()->RemoveLast(); }},
      {"ladder[6].level", "DUPLICATE", [](P& p) { *p.add_ladder() = p.ladder(5); }},
      {"ladder[1].level", "LEVELS_OUT_OF_ORDER", [](P& p) { p.mutable_ladder()->SwapElements(0, 1); }},
      {"ladder[0].titles", "REQUIRED", [](P& p) { p.mutable_ladder(0)->clear_titles(); }},
      {"ladder[2].titles[1].legal_basis", "DUPLICATE",
       [](P& p) { p.mutable_ladder(2)->mutable_titles(1)->clear_legal_basis(); }},
      {"ladder[0].titles[0].title.nl", "REQUIRED",
       [](P& p) { p.mutable_ladder(0)->mutable_titles(0)->mutable_title()->clear_nl(); }},
      {"ladder[3].mandate", "REQUIRED", [](P& p) { p.mutable_ladder(3)->clear_mandate(); }},
      {"ladder[3].mandate[0]", "ROLE_CANNOT_DECIDE",
       [](P& p) { p.mutable_ladder(3)->set_mandate(0, team::v1::ROLE_AUDITOR); }},
      {"ladder[3].profiles", "REQUIRED", [](P& p) { p.mutable_ladder(3)->clear_profiles(); }},
      {"ladder[3].legal_bases", "REQUIRED", [](P& p) { p.mutable_ladder(3)->clear_legal_bases(); }},
      {"ladder[2].provisional", "LEVEL_NEVER_PROVISIONAL",
       [](P& p) { p.mutable_ladder(2)->set_provisional(true); }},
      {"ladder[5].provisional", "LEVEL_NEVER_PROVISIONAL",
       [](P& p) { p.mutable_ladder(5)->set_provisional(true); }},
      {"ladder[4].terminal", "LEVEL_NOT_TERMINAL",
       [](P& p) {
         p.mutable_ladder(4)->set_terminal(true);
         p.mutable_ladder(4)->clear_step_down_to();
       }},
      {"ladder[5].terminal", "LAST_LEVEL_IS_TERMINAL",
       [](P& p) { p.mutable_ladder(5)->set_terminal(false); }},
      {"ladder[3].evaluation_weeks", "TERM_OUT_OF_RANGE",
       [](P& p) { p.mutable_ladder(3)->set_evaluation_weeks(-1); }},
      {"ladder[3].step_down_to[0]", "STEP_DOWN_NOT_LOWER",
       [](P& p) { p.mutable_ladder(3)->set_step_down_to(0, v1::LEVEL_CLIENT_STOP); }},
      {"ladder[5].step_down_to[0]", "STEP_DOWN_NOT_LOWER",
       [](P& p) { p.mutable_ladder(5)->add_step_down_to(v1::LEVEL_MONITORING); }},
      {"kinds[4].kind", "DUPLICATE", [](P& p) { *p.add_kinds() = p.kinds(0); }},
      {"re_assessments_per_plan", "NEGATIVE", [](P& p) { p.set_re_assessments_per_plan(-1); }},
      {"returns_before_giving_up", "NEGATIVE", [](P& p) { p.set_returns_before_giving_up(-2); }},
  };
  for (const FaultCase& each : cases) {
    v1::PolicyVersion policy = Nmd();
    each.spoil(policy);
    EXPECT_THAT(FaultsOf(policy), ElementsAre(std::string(each.field) + ": " + each.reason));
  }
}

TEST(PolicyFaults, AreAllFoundAtOnceInTheOrderOfTheFields) {
  v1::PolicyVersion policy = Nmd();
  policy.clear_overall_reading();
  policy.mutable_terms()->set_provisional_days(0);
  policy.mutable_ladder(4)->clear_mandate();
  policy.set_partial_results_per_plan(-1);
  EXPECT_THAT(FaultsOf(policy),
              ElementsAre("overall_reading: REQUIRED", "terms.provisional_days: TERM_OUT_OF_RANGE",
                          "ladder[4].mandate: REQUIRED", "partial_results_per_plan: NEGATIVE"));
}

}  // namespace
}  // namespace waarborg::registry
