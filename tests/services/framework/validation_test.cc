#include "services/framework/rules/validation.h"

#include <functional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/golden/frameworks.h"

namespace waarborg::framework {
namespace {

using testing::Contains;
using testing::ElementsAre;

std::vector<std::string> FaultsOf(const v1::FrameworkVersion& version) {
  std::vector<std::string> faults;
  for (const Fault& fault : VersionFaults(version)) {
    faults.push_back(absl::StrCat(fault.field, " ", fault.reason));
    EXPECT_FALSE(fault.message.nl().empty());
    EXPECT_FALSE(fault.message.en().empty());
  }
  return faults;
}

struct Case {
  std::string fault;
  std::function<void(v1::FrameworkVersion&)> spoil;
};

v1::BandBorder& Border(v1::FrameworkVersion& version, int reading, int band) {
  return *version.mutable_decision_rule()->mutable_readings(reading)->mutable_bands(band);
}

// Each spoils one thing.
const std::vector<Case>& Cases() {
  using V = v1::FrameworkVersion;
  static const std::vector<Case> cases = {
      {"name INVALID_NAME", [](V& v) { v.set_name("dkk-2019"); }},
      {"name INVALID_NAME", [](V& v) { v.set_name("frameworks/dkk/versions/20-19"); }},
      {"name INVALID_NAME", [](V& v) { v.set_name("frameworks/DKK/versions/2019"); }},
      {"name INVALID_NAME", [](V& v) { v.set_name("frameworks/-dkk/versions/2019"); }},
      {"name INVALID_NAME",
       [](V& v) { v.set_name("frameworks/" + std::string(64, 'd') + "/versions/2019"); }},
      {"title.en REQUIRED", [](V& v) { v.mutable_title()->clear_en(); }},
      {"description.nl REQUIRED", [](V& v) { v.mutable_description()->clear_nl(); }},
      {"themes[0].label.nl REQUIRED", [](V& v) { v.mutable_themes(0)->mutable_label()->clear_nl(); }},
      {"themes[1].printed_quarter_points INVALID_VALUE",
       [](V& v) { v.mutable_themes(1)->set_printed_quarter_points(-1); }},
      {"themes[5].id THEME_WITHOUT_CRITERIA",
       [](V& v) {
         v.add_themes()->set_id("XX");
         *v.mutable_themes(5)->mutable_label() = v.themes(0).label();
       }},
      {"criteria[2].id REQUIRED", [](V& v) { v.mutable_criteria(2)->clear_id(); }},
      {"criteria[2].id INVALID_ID", [](V& v) { v.mutable_criteria(2)->set_id("VE.03"); }},
      {"criteria[1].id DUPLICATE",
       [](V& v) {
         v.mutable_criteria(1)->set_id("VE01");
         v.mutable_bundles()->Clear();
       }},
      {"criteria[3].theme UNKNOWN_REFERENCE", [](V& v) { v.mutable_criteria(3)->set_theme("XX"); }},
      {"criteria[3].requirement.en REQUIRED",
       [](V& v) { v.mutable_criteria(3)->mutable_requirement()->clear_en(); }},
      {"criteria[3].profiles REQUIRED", [](V& v) { v.mutable_criteria(3)->clear_profiles(); }},
      {"criteria[3].profiles[0] INVALID_VALUE",
       [](V& v) { v.mutable_criteria(3)->set_profiles(0, static_cast<v1::Profile>(77)); }},
      {"criteria[3].profiles[1] DUPLICATE",
       [](V& v) { v.mutable_criteria(3)->set_profiles(1, v1::PROFILE_ZIN); }},
      {"criteria[16].conditions[0] UNKNOWN_REFERENCE",
       [](V& v) { v.mutable_criteria(16)->set_conditions(0, "RAIN"); }},
      {"criteria[16].conditions[1] DUPLICATE",
       [](V& v) { v.mutable_criteria(16)->set_conditions(1, v.criteria(16).conditions(0)); }},
      {"criteria[0].methods[0] UNKNOWN_REFERENCE",
       [](V& v) { v.mutable_criteria(0)->set_methods(0, "GUESSING"); }},
      {"criteria[0].evidence_types[1] UNKNOWN_REFERENCE",
       [](V& v) { v.mutable_criteria(0)->set_evidence_types(1, "HEARSAY"); }},
      {"criteria[1].cross_references[0].criterion UNKNOWN_REFERENCE",
       [](V& v) { v.mutable_criteria(1)->mutable_cross_references(0)->set_criterion("ZZ01"); }},
      {"criteria[1].cross_references[0].criterion INVALID_VALUE",
       [](V& v) { v.mutable_criteria(1)->mutable_cross_references(0)->set_criterion("VE02"); }},
      {"criteria[1].cross_references[0].kind INVALID_VALUE",
       [](V& v) { v.mutable_criteria(1)->mutable_cross_references(0)->clear_kind(); }},
      {"criteria[9].source REQUIRED", [](V& v) { v.mutable_criteria(9)->clear_source(); }},
      {"methods[13].id DUPLICATE", [](V& v) { *v.add_methods() = v1::Term(v.methods(1)); }},
      {"conditions[0].label.en REQUIRED", [](V& v) { v.mutable_conditions(0)->mutable_label()->clear_en(); }},
      {"evidence_types[0].id INVALID_ID", [](V& v) { v.mutable_evidence_types(0)->set_id("A B"); }},
      {"scale[1].score DUPLICATE", [](V& v) { v.mutable_scale(1)->set_score(v1::SCORE_MEETS); }},
      {"scale[1].score INVALID_VALUE", [](V& v) { v.mutable_scale(1)->set_score(v1::SCORE_NOT_TESTED); }},
      {"scale[3].quarter_points DUPLICATE", [](V& v) { v.mutable_scale(3)->set_quarter_points(1); }},
      {"scale[3].quarter_points INVALID_VALUE", [](V& v) { v.mutable_scale(3)->set_quarter_points(-1); }},
      {"scale SCALE_WITHOUT_FULL_POINT", [](V& v) { v.mutable_scale(0)->set_quarter_points(2); }},
      {"scale[2].label.nl REQUIRED", [](V& v) { v.mutable_scale(2)->mutable_label()->clear_nl(); }},
      {"scale[2].sufficient SUFFICIENT_BELOW_INSUFFICIENT",
       [](V& v) {
         v.mutable_scale(1)->set_sufficient(false);
         v.mutable_scale(2)->set_sufficient(true);
       }},
      {"decision_rule.readings[0].bands[1] BANDS_GAP",
       [](V& v) { Border(v, 0, 1).set_high_included(false); }},
      {"decision_rule.readings[1].bands[1] BANDS_OVERLAP",
       [](V& v) { Border(v, 1, 1).set_high_included(true); }},
      {"decision_rule.readings[0].bands[2] BANDS_GAP", [](V& v) { Border(v, 0, 2).set_high(60); }},
      {"decision_rule.readings[0].bands[2] BANDS_OVERLAP", [](V& v) { Border(v, 0, 2).set_high(70); }},
      {"decision_rule.readings[0].bands[0] BANDS_GAP", [](V& v) { Border(v, 0, 0).set_high(99); }},
      {"decision_rule.readings[0].bands BANDS_GAP", [](V& v) { Border(v, 0, 2).set_low_included(false); }},
      {"decision_rule.readings[0].bands BANDS_OVERLAP", [](V& v) { Border(v, 0, 2).set_low(-1); }},
      {"decision_rule.readings[4].bands BANDS_GAP", [](V& v) { Border(v, 4, 1).set_low_included(false); }},
      {"decision_rule.readings[4].absolute_n INVALID_VALUE",
       [](V& v) { v.mutable_decision_rule()->mutable_readings(4)->set_absolute_n(0); }},
      {"decision_rule.readings[3].measure INVALID_VALUE",
       [](V& v) { v.mutable_decision_rule()->mutable_readings(3)->clear_measure(); }},
      {"decision_rule.readings[1].bands[1].band BANDS_OUT_OF_ORDER",
       [](V& v) { Border(v, 1, 1).set_band(v1::BAND_GOOD); }},
      {"decision_rule.readings[1].bands[2].band INVALID_VALUE",
       [](V& v) { Border(v, 1, 2).set_band(v1::BAND_UNSPECIFIED); }},
      {"scale[1].sample_from_percent INVALID_VALUE",
       [](V& v) { v.mutable_scale(1)->set_sample_from_percent(45); }},
      {"scale[3].sample_from_percent INVALID_VALUE",
       [](V& v) { v.mutable_scale(3)->set_sample_from_percent(10); }},
      {"decision_rule.readings[3].reading DUPLICATE",
       [](V& v) { v.mutable_decision_rule()->mutable_readings(3)->set_reading(v1::READING_COUNT_TEXT); }},
      {"decision_rule.default_reading READING_CANNOT_DECIDE",
       [](V& v) { v.mutable_decision_rule()->set_default_reading(v1::READING_ABS45); }},
      {"decision_rule.default_reading UNKNOWN_REFERENCE",
       [](V& v) { v.mutable_decision_rule()->clear_default_reading(); }},
      {"decision_rule.theme_flag_below_percent INVALID_VALUE",
       [](V& v) { v.mutable_decision_rule()->set_theme_flag_below_percent(101); }},
      {"decision_rule.follow_ups BAND_WITHOUT_FOLLOW_UP",
       [](V& v) { v.mutable_decision_rule()->mutable_follow_ups()->RemoveLast(); }},
      {"decision_rule.follow_ups[1].follow_ups REQUIRED",
       [](V& v) { v.mutable_decision_rule()->mutable_follow_ups(1)->clear_follow_ups(); }},
      {"level_policy.base_insufficient INVALID_VALUE",
       [](V& v) { v.mutable_level_policy()->set_base_insufficient(5); }},
      {"level_policy.recidivism_adds INVALID_VALUE",
       [](V& v) { v.mutable_level_policy()->set_recidivism_adds(-1); }},
      {"trust_behaviours[1].indicators[0].id DUPLICATE",
       [](V& v) { v.mutable_trust_behaviours(1)->mutable_indicators(0)->set_id("INT01"); }},
      {"trust_behaviours[4].indicators REQUIRED",
       [](V& v) { v.mutable_trust_behaviours(4)->clear_indicators(); }},
      {"bundles[0].criteria[1] UNKNOWN_REFERENCE",
       [](V& v) { v.mutable_bundles(0)->set_criteria(1, "LK03"); }},
      {"bundles[0].criteria[1] DUPLICATE", [](V& v) { v.mutable_bundles(0)->set_criteria(1, "LK01"); }},
      {"bundles[2].id DUPLICATE", [](V& v) { v.mutable_bundles(2)->set_id("living-climate"); }},
  };
  return cases;
}

TEST(Validation, FindsNothingInTheShippedFramework) { EXPECT_THAT(FaultsOf(Dkk2019()), testing::IsEmpty()); }

TEST(Validation, FindsEachThingThatDoesNotHold) {
  for (const Case& spoiled : Cases()) {
    v1::FrameworkVersion version = Dkk2019();
    spoiled.spoil(version);
    EXPECT_THAT(FaultsOf(version), Contains(spoiled.fault));
  }
}

TEST(Validation, ProposesNoLevelAboveFourAndNoFollowUpThatCannotBeChosen) {
  v1::FrameworkVersion version = Dkk2019();
  version.mutable_level_policy()->set_highest(5);
  version.mutable_level_policy()->set_serious_adds(5);
  v1::BandFollowUp& row = *version.mutable_decision_rule()->mutable_follow_ups(0);
  row.clear_follow_ups();
  row.add_follow_ups(v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT);
  row.add_follow_ups(v1::FOLLOW_UP_NO_DECISION_NOTHING_TESTED);
  row.add_follow_ups(v1::FOLLOW_UP_MONITORING_CONTRACT_MANAGEMENT);
  EXPECT_THAT(FaultsOf(version),
              ElementsAre("decision_rule.follow_ups[0].follow_ups[1] INVALID_VALUE",
                          "decision_rule.follow_ups[0].follow_ups[2] DUPLICATE",
                          "level_policy.serious_adds INVALID_VALUE", "level_policy.highest INVALID_VALUE"));
}

TEST(Validation, TellsAllFaultsAtOnceInTheOrderOfTheFields) {
  v1::FrameworkVersion version = Dkk2019();
  version.mutable_title()->clear_nl();
  version.mutable_criteria(5)->set_theme("XX");
  version.mutable_level_policy()->set_highest(-1);
  version.mutable_bundles(1)->clear_criteria();
  EXPECT_THAT(
      FaultsOf(version),
      ElementsAre(
          "title.nl REQUIRED", "criteria[5].theme UNKNOWN_REFERENCE", "level_policy.base_good INVALID_VALUE",
          "level_policy.base_sufficient INVALID_VALUE", "level_policy.base_insufficient INVALID_VALUE",
          "level_policy.theme_flag_at_least INVALID_VALUE", "level_policy.acute_at_least INVALID_VALUE",
          "level_policy.highest INVALID_VALUE", "bundles[1].criteria REQUIRED"));
}

TEST(Validation, OfAnEmptyVersionNamesWhatIsMissing) {
  const std::vector<std::string> faults = FaultsOf(v1::FrameworkVersion());
  EXPECT_THAT(faults, testing::IsSupersetOf({"name INVALID_NAME", "title.nl REQUIRED", "themes REQUIRED",
                                             "criteria REQUIRED", "scale REQUIRED",
                                             "decision_rule.readings REQUIRED"}));
}

// What is printed in the source and must not drift.
TEST(Dkk2019Data, HoldsTheNumbersOfItsSource) {
  EXPECT_EQ(Dkk2019().name(), "frameworks/dkk/versions/2019");
  EXPECT_EQ(Dkk2019().criteria_size(), 44);
  EXPECT_EQ(Dkk2019().criteria(0).id(), "VE01");
  EXPECT_EQ(Dkk2019().criteria(43).id(), "LK02");
  std::vector<int> indicators;
  for (const v1::TrustBehaviour& behaviour : Dkk2019().trust_behaviours()) {
    indicators.push_back(behaviour.indicators_size());
  }
  EXPECT_THAT(indicators, ElementsAre(14, 13, 8, 12, 9));
}

TEST(Dkk2019Data, MarksWhichApplicabilityIsConcluded) {
  for (const v1::Criterion& criterion : Dkk2019().criteria()) {
    const bool concluded = criterion.id() == "VE07" || criterion.id() == "VE16";
    EXPECT_EQ(criterion.inferred_profiles_size(), concluded ? 2 : 0) << criterion.id();
  }
}

TEST(Dkk2019Data, LeavesTheMethodEmptyWhereTheSourceDoes) {
  std::set<std::string> without;
  for (const v1::Criterion& criterion : Dkk2019().criteria()) {
    if (criterion.methods().empty()) without.insert(criterion.id());
  }
  EXPECT_THAT(without, ElementsAre("CG05", "CG11", "CG12", "CG13"));
}

}  // namespace
}  // namespace waarborg::framework
