#include "services/team/rules/roles.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace waarborg::team {
namespace {

using ::testing::IsEmpty;

// Whether one person may hold both, by the rules as people tell them.
bool MayBothBeHeld(v1::Role a, v1::Role b) {
  const Roles alone{v1::ROLE_PROVIDER_USER, v1::ROLE_INCIDENT_CLIENT, v1::ROLE_AUDITOR,
                    v1::ROLE_ADMINISTRATOR};
  if (a == b) return true;
  if (alone.Contains(a) || alone.Contains(b)) return false;
  return Roles{a, b} != Roles{v1::ROLE_MATERIAL_CONTROL, v1::ROLE_CONTRACT_MANAGER};
}

TEST(Roles, EveryPairIsAllowedOrRefusedInBothDirections) {
  for (const v1::Role a : kMemberRoles) {
    for (const v1::Role b : kMemberRoles) {
      EXPECT_EQ(ConflictsOf({.roles = {a, b}, .expertise = {}}).empty(), MayBothBeHeld(a, b))
          << v1::Role_Name(a) << " and " << v1::Role_Name(b);
    }
  }
}

TEST(Roles, MaterialControlKeepsNoRelationsWithProviders) {
  for (const v1::Expertise expertise : kAllExpertise) {
    EXPECT_EQ(ConflictsOf({.roles = {v1::ROLE_MATERIAL_CONTROL}, .expertise = {expertise}}).empty(),
              expertise != v1::EXPERTISE_RELATION_MANAGER)
        << v1::Expertise_Name(expertise);
  }
}

TEST(Roles, ASmallRegionMayCombineTheRolesOfACase) {
  EXPECT_THAT(
      ConflictsOf({.roles = {v1::ROLE_QUALITY_MANAGER, v1::ROLE_SECOND_READER, v1::ROLE_DECISION_MAKER,
                             v1::ROLE_TEAM_MEMBER, v1::ROLE_CONTRACT_MANAGER},
                   .expertise = kAllExpertise}),
      IsEmpty());
}

TEST(Roles, AConflictNamesWhatIsHeldAndWhereTheRuleStands) {
  const std::vector<RoleConflict> conflicts =
      ConflictsOf({.roles = {v1::ROLE_MATERIAL_CONTROL, v1::ROLE_TEAM_MEMBER},
                   .expertise = {v1::EXPERTISE_RELATION_MANAGER, v1::EXPERTISE_LAWYER}});
  ASSERT_EQ(conflicts.size(), 1U);
  EXPECT_EQ(conflicts[0].role, v1::ROLE_MATERIAL_CONTROL);
  EXPECT_TRUE(conflicts[0].others.empty());
  EXPECT_EQ(conflicts[0].expertise, ExpertiseSet{v1::EXPERTISE_RELATION_MANAGER});
  EXPECT_EQ(conflicts[0].source, "R-003-07");
}

TEST(Roles, EveryRoleButSystemCanBeHeld) {
  EXPECT_EQ(kMemberRoles.size(), v1::Role_MAX - 1);
  EXPECT_FALSE(kMemberRoles.Contains(v1::ROLE_SYSTEM));
}

TEST(Expertise, ThereAreTwelve) { EXPECT_EQ(kAllExpertise.size(), 12); }

TEST(Expertise, UncoveredIsWhatTheRegionWantsAndNobodyHas) {
  const ExpertiseSet filled{v1::EXPERTISE_LAWYER, v1::EXPERTISE_FINANCIAL};
  EXPECT_EQ(Uncovered({v1::EXPERTISE_LAWYER, v1::EXPERTISE_COORDINATOR}, filled),
            ExpertiseSet{v1::EXPERTISE_COORDINATOR});
  EXPECT_EQ(Uncovered({}, filled), kAllExpertise - filled);
}

}  // namespace
}  // namespace waarborg::team
