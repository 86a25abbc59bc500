#include "services/escalation/rules/ladder.h"

#include <string>

#include "gtest/gtest.h"
#include "tests/services/registry/sample_files.h"

namespace waarborg::escalation {
namespace {

using framework::v1::PROFILE_PGB_NAASTE;
using framework::v1::PROFILE_ZIN;
using registry::v1::LEGAL_BASIS_CONTRACT;
using registry::v1::LEGAL_BASIS_PGB_POLICY;
using registry::v1::LEGAL_BASIS_WLZ_CONTRACT;
using registry::v1::LEGAL_BASIS_WMO_SUPERVISION;

constexpr Level L0 = registry::v1::LEVEL_MONITORING;
constexpr Level L1 = registry::v1::LEVEL_IMPROVEMENT_PLAN;
constexpr Level L2 = registry::v1::LEVEL_FORMAL_WARNING;
constexpr Level L3 = registry::v1::LEVEL_HEIGHTENED_SUPERVISION;
constexpr Level L4 = registry::v1::LEVEL_CLIENT_STOP;
constexpr Level L5 = registry::v1::LEVEL_CONTRACT_TERMINATION;
constexpr Level kLevels[] = {L0, L1, L2, L3, L4, L5};

constexpr Footing kZin{PROFILE_ZIN, LEGAL_BASIS_CONTRACT};
constexpr Footing kRelative{PROFILE_PGB_NAASTE, LEGAL_BASIS_PGB_POLICY};

registry::v1::PolicyVersion Policy() {
  return testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json").policy();
}

TEST(LadderTest, ATerminalLevelLeadsNowhere) {
  for (const Level to : kLevels) EXPECT_EQ(StepRefusal(Policy(), L5, to, kZin), LevelRefusal::kTerminal);
}

TEST(LadderTest, EveryOtherLevelLeadsToEveryLevelThatHolds) {
  for (const Level from : {L0, L1, L2, L3, L4}) {
    for (const Level to : kLevels) {
      const bool nothing_there = from == L0 && to == L0;
      EXPECT_EQ(StepRefusal(Policy(), from, to, kZin),
                nothing_there ? LevelRefusal::kUnchanged : LevelRefusal::kNone)
          << from << " to " << to;
    }
  }
}

TEST(LadderTest, RelativesOnAPersonalBudgetKnowNoClientStopAndNoTermination) {
  EXPECT_EQ(HoldsFor(Policy(), L3, kRelative), LevelRefusal::kNone);
  EXPECT_EQ(HoldsFor(Policy(), L4, kRelative), LevelRefusal::kNotForProfile);
  EXPECT_EQ(HoldsFor(Policy(), L5, kRelative), LevelRefusal::kNotForProfile);
}

TEST(LadderTest, TerminationHoldsOnAContractOnly) {
  EXPECT_EQ(HoldsFor(Policy(), L5, {PROFILE_ZIN, LEGAL_BASIS_WMO_SUPERVISION}),
            LevelRefusal::kNotForLegalBasis);
  EXPECT_EQ(HoldsFor(Policy(), L5, kZin), LevelRefusal::kNone);
}

TEST(LadderTest, FourEyesFollowTheHigherOfTheTwoLevels) {
  for (const Level from : kLevels) {
    for (const Level to : kLevels) {
      const bool low = from <= L1 && to <= L1;
      EXPECT_EQ(IsLow(from, to), low);
      EXPECT_EQ(ActFor(from, to), low ? team::v1::ACT_STEP_LOW : team::v1::ACT_STEP_HIGH);
    }
  }
}

struct SkipCase {
  Level from, to;
  bool skips;
};

TEST(LadderTest, UpwardALevelBetweenIsSkippedAndDownwardTheDefaultRouteIsNot) {
  const SkipCase cases[] = {
      {L0, L1, false}, {L0, L2, true},  {L1, L2, false}, {L1, L3, true}, {L2, L3, false},
      {L3, L4, false}, {L2, L4, true},  {L4, L5, false}, {L3, L5, true}, {L2, L2, false},
      {L1, L0, false}, {L2, L1, false}, {L2, L0, false}, {L3, L2, true}, {L3, L1, false},
      {L3, L0, false}, {L4, L3, false}, {L4, L2, true},  {L4, L1, true}, {L4, L0, true},
  };
  for (const SkipCase& each : cases) {
    EXPECT_EQ(SkipsALevel(Policy(), each.from, each.to, kZin), each.skips) << each.from << " to " << each.to;
  }
}

TEST(LadderTest, ALevelThatDoesNotHoldForTheProviderIsNotSkipped) {
  registry::v1::PolicyVersion policy = Policy();
  policy.mutable_ladder(2)->clear_profiles();
  EXPECT_FALSE(SkipsALevel(policy, L1, L3, kZin));
  EXPECT_TRUE(SkipsALevel(policy, L0, L3, kZin));
}

TEST(LadderTest, AHearingIsNeededUpwardAndForAHeavierBurdenFromL2) {
  for (const Level from : kLevels) {
    for (const Level to : kLevels) {
      EXPECT_EQ(NeedsHearing(Policy(), from, to), to >= from && to >= L2) << from << " to " << to;
    }
  }
}

TEST(LadderTest, AlignmentIsNeededFromL3ForWlzAndForACareOffice) {
  using Region = registry::v1::Region;
  for (const Level to : kLevels) {
    for (int basis = 1; basis <= registry::v1::LegalBasis_MAX; ++basis) {
      const auto each = static_cast<registry::v1::LegalBasis>(basis);
      const bool wlz = each == LEGAL_BASIS_WLZ_CONTRACT;
      EXPECT_EQ(NeedsAlignment(Policy(), to, {PROFILE_ZIN, each, Region::KIND_MUNICIPALITIES}),
                wlz && to >= L3);
      EXPECT_EQ(NeedsAlignment(Policy(), to, {PROFILE_ZIN, each, Region::KIND_CARE_OFFICE}), to >= L3);
    }
  }
}

TEST(LadderTest, IgjNzaAndVwsAreTheAlignmentPartners) {
  for (const char* partner : {"IGJ", "NZA", "NZa", "VWS", "vws"}) EXPECT_TRUE(IsAlignmentPartner(partner));
  for (const char* other : {"", "GGD", "Politie", "IGJ en NZa"}) EXPECT_FALSE(IsAlignmentPartner(other));
}

TEST(LadderTest, ARelativeRestsOnNoContract) {
  for (const auto profile : {PROFILE_PGB_NAASTE, framework::v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT}) {
    EXPECT_FALSE(MayRestOn(LEGAL_BASIS_CONTRACT, profile));
    EXPECT_FALSE(MayRestOn(LEGAL_BASIS_WLZ_CONTRACT, profile));
    EXPECT_TRUE(MayRestOn(LEGAL_BASIS_PGB_POLICY, profile));
    EXPECT_EQ(HoldsFor(Policy(), L3, {profile, LEGAL_BASIS_CONTRACT}),
              LevelRefusal::kLegalBasisNotForProfile);
  }
  EXPECT_TRUE(MayRestOn(LEGAL_BASIS_CONTRACT, PROFILE_ZIN));
}

TEST(LadderTest, AStepDownTurnsWhereItNoLongerLeadsDown) {
  EXPECT_TRUE(TurnsStepDown(L3, L1, L3));
  EXPECT_TRUE(TurnsStepDown(L3, L1, L5));
  EXPECT_FALSE(TurnsStepDown(L3, L1, L2));
  EXPECT_FALSE(TurnsStepDown(L1, L3, L5));
  EXPECT_FALSE(TurnsStepDown(L3, L3, L4));
}

TEST(LadderTest, LighterStaysBetweenWhereAStepUpBeganAndWhatWasProposed) {
  EXPECT_TRUE(IsLighter(L1, L4, L3));
  EXPECT_TRUE(IsLighter(L1, L4, L2));
  EXPECT_FALSE(IsLighter(L1, L4, L1));
  EXPECT_FALSE(IsLighter(L1, L4, L0));
  EXPECT_FALSE(IsLighter(L1, L4, L4));
  EXPECT_FALSE(IsLighter(L1, L4, L5));
}

TEST(LadderTest, LighterThanAStepDownIsFurtherDown) {
  EXPECT_TRUE(IsLighter(L4, L3, L1));
  EXPECT_FALSE(IsLighter(L4, L3, L3));
  EXPECT_FALSE(IsLighter(L4, L3, L4));
}

TEST(LadderTest, AHeavierBurdenAtTheSameLevelHasNoLighterForm) {
  for (const Level level : kLevels) EXPECT_FALSE(IsLighter(L3, L3, level) && level >= L3);
  EXPECT_FALSE(IsLighter(L3, L3, L2));
}

TEST(LadderTest, MandateIsOfTheRoleOrOfTheMemberByName) {
  registry::v1::PolicyVersion policy = Policy();
  const rules::EnumSet<team::v1::Role> qm{team::v1::ROLE_QUALITY_MANAGER};
  const rules::EnumSet<team::v1::Role> dec{team::v1::ROLE_DECISION_MAKER};
  for (const Level level : kLevels) {
    EXPECT_EQ(HasMandate(policy, level, qm, "regions/nmd/members/anna"), level <= L1) << level;
    EXPECT_TRUE(HasMandate(policy, level, dec, "regions/nmd/members/anna")) << level;
  }
  policy.mutable_ladder(2)->add_mandated_members("regions/nmd/members/anna");
  policy.mutable_ladder(3)->add_mandated_members("anna");
  EXPECT_TRUE(HasMandate(policy, L2, qm, "regions/nmd/members/anna"));
  EXPECT_TRUE(HasMandate(policy, L3, qm, "regions/nmd/members/anna"));
  EXPECT_FALSE(HasMandate(policy, L2, qm, "regions/nmd/members/joanna"));
  EXPECT_FALSE(HasMandate(policy, L3, qm, "regions/nmd/members/joanna"));
  EXPECT_FALSE(HasMandate(policy, L4, qm, "regions/nmd/members/anna"));
}

TEST(LadderTest, ReportsToOthersAreNoBurdenAndTheRestIs) {
  for (int kind = 1; kind <= v1::SideMeasure::Kind_MAX; ++kind) {
    const bool report = v1::SideMeasure::Kind_Name(static_cast<v1::SideMeasure::Kind>(kind)).find("REPORT") !=
                        std::string::npos;
    EXPECT_NE(IsBurden(static_cast<v1::SideMeasure::Kind>(kind)), report) << kind;
  }
}

}  // namespace
}  // namespace waarborg::escalation
