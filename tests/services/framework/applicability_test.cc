#include "services/framework/rules/applicability.h"

#include <algorithm>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

Conditions AllConditions(const v1::FrameworkVersion& version) {
  Conditions conditions;
  for (const v1::Term& condition : version.conditions()) conditions.insert(condition.id());
  return conditions;
}

int Applying(v1::Profile profile, const Conditions& conditions) {
  const std::vector<Applicability> answers = Applicable(Dkk2019(), profile, conditions);
  EXPECT_EQ(answers.size(), 44U);
  return static_cast<int>(std::count_if(answers.begin(), answers.end(),
                                        [](const Applicability& answer) { return answer.applies; }));
}

Applicability AnswerFor(const std::string& criterion, v1::Profile profile, const Conditions& conditions) {
  for (const Applicability& answer : Applicable(Dkk2019(), profile, conditions)) {
    if (answer.criterion == criterion) return answer;
  }
  ADD_FAILURE() << criterion << " is missing";
  return {};
}

TEST(Applicability, CountsPerProfileWhenEveryConditionIsMet) {
  const Conditions all = AllConditions(Dkk2019());
  EXPECT_EQ(Applying(v1::PROFILE_ZIN, all), 44);
  EXPECT_EQ(Applying(v1::PROFILE_PGB_PROF, all), 43);
  EXPECT_EQ(Applying(v1::PROFILE_PGB_NAASTE, all), 19);
  EXPECT_EQ(Applying(v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT, all), 11);
}

TEST(Applicability, CountForProfileTakesConditionsAsMet) {
  EXPECT_EQ(CountForProfile(Dkk2019(), v1::PROFILE_ZIN), 44);
  EXPECT_EQ(CountForProfile(Dkk2019(), v1::PROFILE_PGB_PROF), 43);
  EXPECT_EQ(CountForProfile(Dkk2019(), v1::PROFILE_PGB_NAASTE), 19);
  EXPECT_EQ(CountForProfile(Dkk2019(), v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT), 11);
  EXPECT_EQ(CountForProfile(Dkk2019(), v1::PROFILE_UNSPECIFIED), 0);
}

TEST(Applicability, LeavesOutWhatHangsOnAConditionThatDoesNotHold) {
  Conditions without_location = AllConditions(Dkk2019());
  without_location.erase("RESIDENCE_OR_DAY_LOCATION");
  EXPECT_EQ(Applying(v1::PROFILE_ZIN, without_location), 42);
  EXPECT_EQ(Applying(v1::PROFILE_ZIN, {}), 39);
}

TEST(Applicability, SaysWhyACriterionDoesNotHold) {
  EXPECT_EQ(AnswerFor("DT05", v1::PROFILE_PGB_PROF, AllConditions(Dkk2019())),
            (Applicability{"DT05", false, Applicability::Reason::kNotForProfile, ""}));
  EXPECT_EQ(AnswerFor("VE17", v1::PROFILE_ZIN, {"IF_TRANSPORT"}),
            (Applicability{"VE17", false, Applicability::Reason::kConditionNotMet,
                           "SERVICE_DAYCARE_GUIDANCE_RESIDENCE"}));
  EXPECT_EQ(AnswerFor("VE18", v1::PROFILE_PGB_NAASTE, {}).reason, Applicability::Reason::kNotForProfile);
  EXPECT_EQ(AnswerFor("VE01", v1::PROFILE_ZIN, {}),
            (Applicability{"VE01", true, Applicability::Reason::kApplies, ""}));
}

TEST(Applicability, OfCarePerRelativeFollowsThePrintedMarks) {
  std::vector<std::string> relative;
  std::vector<std::string> parent;
  for (const v1::Criterion& criterion : Dkk2019().criteria()) {
    if (AppliesToProfile(criterion, v1::PROFILE_PGB_NAASTE)) relative.push_back(criterion.id());
    if (AppliesToProfile(criterion, v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT))
      parent.push_back(criterion.id());
  }
  EXPECT_THAT(parent, testing::ElementsAre("VE05", "VE06", "DM04", "DT01", "DT02", "CG01", "CG04", "CG08",
                                           "CG11", "CG12", "CG13"));
  EXPECT_THAT(relative, testing::ElementsAre("VE01", "VE02", "VE04", "VE05", "VE06", "VE08", "VE09", "VE10",
                                             "DM04", "DT01", "DT02", "CG01", "CG04", "CG08", "CG11", "CG12",
                                             "CG13", "LK01", "LK02"));
}

}  // namespace
}  // namespace waarborg::framework
