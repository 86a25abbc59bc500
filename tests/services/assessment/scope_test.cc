#include "services/assessment/rules/scope.h"

#include <map>

#include "gmock/gmock.h"
#include "google/protobuf/text_format.h"
#include "tests/golden/frameworks.h"

namespace waarborg::assessment {
namespace {

using framework::v1::SCORE_LARGELY_MEETS;
using framework::v1::SCORE_LARGELY_NOT;
using framework::v1::SCORE_MEETS;
using framework::v1::SCORE_NOT_TESTED;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

v1::SetScopeRequest Wish(const std::string& text) {
  v1::SetScopeRequest wish;
  EXPECT_TRUE(google::protobuf::TextFormat::ParseFromString(text, &wish)) << text;
  return wish;
}

// A provider of care in kind for whom every condition holds.
ScopeBasis Basis(registry::v1::AssessmentKind kind = registry::v1::ASSESSMENT_KIND_FULL) {
  ScopeBasis basis{.framework = framework::Dkk2019(),
                   .kind = kind,
                   .profile = framework::v1::PROFILE_ZIN,
                   .conditions = {},
                   .themes = {},
                   .extras = {},
                   .parent_scores = {}};
  for (const framework::v1::Term& each : framework::Dkk2019().conditions())
    basis.conditions.insert(each.id());
  return basis;
}

// A re-assessment after an assessment that met all but VE01 and CG02, and did not test VE03.
ScopeBasis Retest() {
  ScopeBasis basis = Basis(registry::v1::ASSESSMENT_KIND_RE_ASSESSMENT);
  for (const framework::v1::Criterion& each : framework::Dkk2019().criteria()) {
    basis.parent_scores.emplace(each.id(), SCORE_MEETS);
  }
  basis.parent_scores["VE01"] = SCORE_LARGELY_NOT;
  basis.parent_scores["CG02"] = SCORE_LARGELY_MEETS;
  basis.parent_scores["VE03"] = SCORE_NOT_TESTED;
  return basis;
}

std::vector<std::string> InScopeOf(const ScopeAnswer& answer) {
  std::vector<std::string> criteria;
  for (const v1::ScopeItem& item : answer.scope.items()) {
    if (item.in_scope()) criteria.push_back(item.criterion());
  }
  return criteria;
}

v1::ScopeItem ItemOf(const ScopeAnswer& answer, const std::string& criterion) {
  for (const v1::ScopeItem& item : answer.scope.items()) {
    if (item.criterion() == criterion) return item;
  }
  ADD_FAILURE() << criterion;
  return {};
}

std::vector<std::string> FaultsOf(const ScopeAnswer& answer) {
  std::vector<std::string> faults;
  for (const Fault& fault : answer.faults) faults.push_back(fault.field + " " + fault.reason);
  return faults;
}

TEST(Scope, HoldsEveryCriterionThatAppliesWhenNothingIsLeftOut) {
  struct Case {
    framework::v1::Profile profile;
    std::size_t in_scope;
  };
  for (const Case& each : {Case{framework::v1::PROFILE_ZIN, 44}, Case{framework::v1::PROFILE_PGB_PROF, 43},
                           Case{framework::v1::PROFILE_PGB_NAASTE, 19},
                           Case{framework::v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT, 11}}) {
    ScopeBasis basis = Basis();
    basis.profile = each.profile;
    const ScopeAnswer answer = ScopeOf(basis, {});
    EXPECT_THAT(answer.faults, IsEmpty());
    EXPECT_EQ(answer.scope.items_size(), 44);
    EXPECT_EQ(InScopeOf(answer).size(), each.in_scope);
  }
}

TEST(Scope, SaysWhyACriterionDoesNotApply) {
  ScopeBasis basis = Basis();
  basis.profile = framework::v1::PROFILE_PGB_PROF;
  basis.conditions.erase("RESIDENCE_OR_DAY_LOCATION");
  const ScopeAnswer answer = ScopeOf(basis, {});
  EXPECT_EQ(ItemOf(answer, "DT05").reason(), v1::ScopeItem::REASON_NOT_FOR_PROFILE);
  EXPECT_EQ(ItemOf(answer, "LK01").reason(), v1::ScopeItem::REASON_CONDITION_NOT_MET);
  EXPECT_EQ(ItemOf(answer, "LK01").text(), "RESIDENCE_OR_DAY_LOCATION");
}

TEST(Scope, KeepsTheReasonOfWhatIsLeftOutByCriterionOrByBundle) {
  const ScopeAnswer answer = ScopeOf(Basis(), Wish(R"pb(
                                       exclusions { criteria: "DM01" reason: "Seen last year." }
                                       exclusions { bundle: "sole-professional" reason: "Works alone." }
                                       exclusions { bundle: "care-farm" reason: "Small farm." }
                                     )pb"));
  ASSERT_THAT(answer.faults, IsEmpty());
  EXPECT_EQ(ItemOf(answer, "DM01").reason(), v1::ScopeItem::REASON_CHOSEN);
  EXPECT_EQ(ItemOf(answer, "DM01").text(), "Seen last year.");
  EXPECT_EQ(ItemOf(answer, "DM06").text(), "Works alone.");
  EXPECT_EQ(ItemOf(answer, "VE03").text(), "Works alone.");  // in both bundles: the first reason stands
  EXPECT_EQ(ItemOf(answer, "DM02").text(), "Small farm.");
}

TEST(Scope, NamesEveryFaultOfAWishAtOnce) {
  ScopeBasis basis = Basis();
  basis.conditions.erase("RESIDENCE_OR_DAY_LOCATION");
  const ScopeAnswer answer =
      ScopeOf(basis, Wish(R"pb(
                exclusions { criteria: "XX01" criteria: "LK01" criteria: "DM01" reason: "a" }
                exclusions { criteria: "DM01" reason: "b" }
                exclusions { bundle: "nobody" reason: "c" }
                exclusions { reason: "d" }
                exclusions { criteria: "DM02" bundle: "care-farm" reason: "e" }
                extras { criteria: "DM03" reason: "f" }
              )pb"));
  EXPECT_THAT(FaultsOf(answer),
              ElementsAre("exclusions[0].criteria[0] UNKNOWN_CRITERION",
                          "exclusions[0].criteria[1] CRITERION_DOES_NOT_APPLY",
                          "exclusions[1].criteria[0] EXCLUDED_TWICE", "exclusions[2].bundle UNKNOWN_BUNDLE",
                          "exclusions[3] CRITERIA_OR_BUNDLE", "exclusions[4] CRITERIA_OR_BUNDLE",
                          "extras ONLY_FOR_RE_ASSESSMENT"));
}

TEST(Scope, KeepsSomethingToAssess) {
  ScopeBasis basis = Basis(registry::v1::ASSESSMENT_KIND_THEMATIC);
  basis.themes = {"LK"};
  const ScopeAnswer answer = ScopeOf(basis, Wish("exclusions { bundle: 'living-climate' reason: 'None.' }"));
  EXPECT_THAT(FaultsOf(answer), ElementsAre("exclusions SCOPE_EMPTY"));
}

TEST(Scope, OfAThematicAssessmentIsItsThemes) {
  ScopeBasis basis = Basis(registry::v1::ASSESSMENT_KIND_THEMATIC);
  basis.themes = {"DT", "LK"};
  const ScopeAnswer answer = ScopeOf(basis, {});
  EXPECT_EQ(InScopeOf(answer).size(), 7U);
  EXPECT_EQ(ItemOf(answer, "VE01").reason(), v1::ScopeItem::REASON_OUTSIDE_THEMES);
}

TEST(Scope, OfAReAssessmentIsWhatFailedPlusChosenExtras) {
  ScopeBasis basis = Retest();
  basis.extras.emplace("DM02", "Signals of families.");
  const ScopeAnswer answer = ScopeOf(basis, Wish("extras { criteria: 'DT01' reason: 'New location.' }"));
  ASSERT_THAT(answer.faults, IsEmpty());
  EXPECT_THAT(InScopeOf(answer), ElementsAre("VE01", "DM02", "DT01", "CG02"));
  EXPECT_EQ(ItemOf(answer, "VE02").reason(), v1::ScopeItem::REASON_MET_IN_PARENT);
}

TEST(Scope, OfAReAssessmentIsWidenedWithAReason) {
  ScopeBasis basis = Retest();
  basis.extras.emplace("DM02", "Signals of families.");
  const ScopeAnswer answer = ScopeOf(
      basis, Wish("extras { criteria: 'DT01' criteria: 'XX01' criteria: 'VE01' reason: 'New location.' }"));
  EXPECT_THAT(FaultsOf(answer), ElementsAre("extras[0].criteria[1] UNKNOWN_CRITERION"));
  EXPECT_EQ(ItemOf(answer, "DM02").text(), "Signals of families.");
  EXPECT_EQ(ItemOf(answer, "DT01").text(), "New location.");
  EXPECT_EQ(ItemOf(answer, "VE01").text(), "");  // it failed, so it needs no reason to be here
}

TEST(Scope, OfAReAssessmentMayLeaveOutWhatFailed) {
  const ScopeAnswer answer = ScopeOf(Retest(), Wish("exclusions { criteria: 'VE01' reason: 'Runs on.' }"));
  ASSERT_THAT(answer.faults, IsEmpty());
  EXPECT_THAT(InScopeOf(answer), ElementsAre("CG02"));
  EXPECT_EQ(ItemOf(answer, "VE01").reason(), v1::ScopeItem::REASON_CHOSEN);
  EXPECT_EQ(ItemOf(answer, "VE01").text(), "Runs on.");
}

TEST(Scope, OfAReAssessmentKeepsAShortcomingThatNoLongerSeemsToApply) {
  ScopeBasis basis = Retest();
  basis.parent_scores["LK01"] = SCORE_LARGELY_NOT;
  basis.conditions.erase("RESIDENCE_OR_DAY_LOCATION");
  EXPECT_THAT(InScopeOf(ScopeOf(basis, {})), ElementsAre("VE01", "CG02", "LK01"));
  const ScopeAnswer without = ScopeOf(basis, Wish("exclusions { criteria: 'LK01' reason: 'Closed.' }"));
  EXPECT_THAT(FaultsOf(without), IsEmpty());
  EXPECT_EQ(ItemOf(without, "LK01").text(), "Closed.");
}

TEST(Scope, OfAReAssessmentMayDropAnExtraAgain) {
  ScopeBasis basis = Retest();
  basis.extras.emplace("DM02", "Signals of families.");
  const ScopeAnswer answer = ScopeOf(basis, Wish("exclusions { criteria: 'DM02' reason: 'Seen.' }"));
  EXPECT_THAT(InScopeOf(answer), ElementsAre("VE01", "CG02"));
}

TEST(Scope, CountsOnlyTestedScoresBelowMeetsAsShortcomings) {
  EXPECT_FALSE(BelowMeets(SCORE_MEETS));
  EXPECT_FALSE(BelowMeets(SCORE_NOT_TESTED));
  EXPECT_FALSE(BelowMeets(framework::v1::SCORE_UNSPECIFIED));
  EXPECT_TRUE(BelowMeets(SCORE_LARGELY_MEETS));
  EXPECT_TRUE(BelowMeets(framework::v1::SCORE_MEETS_NOT));
}

}  // namespace
}  // namespace waarborg::assessment
