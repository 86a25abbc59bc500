#include "services/team/directory.h"
#include "tests/services/team/team_desk.h"

namespace waarborg::team {
namespace {

using ::testing::ElementsAre;

class BootstrapTest : public TeamDesk {
 protected:
  absl::StatusOr<v1::Member> SetInactive(const v1::Member& member, bool inactive) {
    v1::UpdateMemberRequest request;
    *request.mutable_member() = member;
    request.mutable_member()->set_inactive(inactive);
    request.mutable_update_mask()->add_paths("inactive");
    return desk.Run(&UpdateMember, request, administrator);
  }
};

TEST_F(BootstrapTest, RecordsTheFirstAdministratorInTheSharedJournal) {
  ASSERT_THAT(Bootstrap("first"), IsOk());
  const auto member = Get("regions/shared/members/first");
  ASSERT_THAT(member, IsOk());
  EXPECT_EQ(member->display_name(), "The First");
  EXPECT_THAT(member->roles(), ElementsAre(v1::ROLE_ADMINISTRATOR));
  EXPECT_EQ(desk.LastEvent("shared").kind(), "AdministratorRecorded");
  EXPECT_EQ(desk.LastEvent("shared").actor(), "system");
  EXPECT_EQ(desk.LastEvent("shared").role(), v1::ROLE_SYSTEM);
}

TEST_F(BootstrapTest, WorksOnce) {
  ASSERT_THAT(Bootstrap("first"), IsOk());
  const absl::Status second = Bootstrap("second");
  EXPECT_THAT(second, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(second, ReasonIs("ADMINISTRATOR_EXISTS"));
  EXPECT_THAT(Get("regions/shared/members/second"), ReasonIs("MEMBER_NOT_FOUND"));
}

TEST_F(BootstrapTest, AnAdministratorOfARegionDoesNotCount) {
  ASSERT_THAT(Create(Request("administrator", {v1::ROLE_ADMINISTRATOR})), IsOk());
  EXPECT_THAT(Bootstrap("first"), IsOk());
}

TEST_F(BootstrapTest, RefusesAnIdNobodyCanChooseAndAnEmptyName) {
  EXPECT_THAT(FieldFaults(Bootstrap("The First", "")),
              ElementsAre("member_id: INVALID_ID", "display_name: REQUIRED"));
}

TEST_F(BootstrapTest, InSharedThereIsNoTeam) {
  EXPECT_THAT(Create(Request("deputy", {v1::ROLE_ADMINISTRATOR}, {}, "shared")), IsOk());
  EXPECT_THAT(Create(Request("auditor", {v1::ROLE_AUDITOR}, {}, "shared")), IsOk());
  EXPECT_THAT(Create(Request("qm", {v1::ROLE_QUALITY_MANAGER}, {}, "shared")),
              ReasonIs("ROLE_NOT_IN_REGION"));
  v1::ListMembersRequest list;
  list.set_parent("regions/shared");
  const auto members = desk.Ask(&ListMembers, list, administrator);
  ASSERT_THAT(members, IsOk());
  EXPECT_EQ(members->members_size(), 2);
  EXPECT_EQ(members->uncovered_expertise_size(), 0);
}

TEST_F(BootstrapTest, TheLastAdministratorStays) {
  ASSERT_THAT(Bootstrap("first"), IsOk());
  const auto first = Get("regions/shared/members/first");
  EXPECT_THAT(SetInactive(*first, true), ReasonIs("LAST_ADMINISTRATOR"));
  v1::UpdateMemberRequest demote;
  *demote.mutable_member() = *first;
  demote.mutable_member()->set_roles(0, v1::ROLE_AUDITOR);
  demote.mutable_update_mask()->add_paths("roles");
  EXPECT_THAT(desk.Run(&UpdateMember, demote, administrator), ReasonIs("LAST_ADMINISTRATOR"));

  ASSERT_THAT(Create(Request("deputy", {v1::ROLE_ADMINISTRATOR}, {}, "shared")), IsOk());
  EXPECT_THAT(SetInactive(*first, true), IsOk());
  EXPECT_THAT(SetInactive(*Get("regions/shared/members/deputy"), true), ReasonIs("LAST_ADMINISTRATOR"));
}

class DirectoryTest : public TeamDesk {
 protected:
  StoreDirectory directory{*desk.store};
};

TEST_F(DirectoryTest, TellsRolesRegionAndProvider) {
  v1::CreateMemberRequest request = Request("provider-de-korenschoof", {v1::ROLE_PROVIDER_USER});
  request.mutable_member()->set_provider("regions/nmd/providers/de-korenschoof");
  ASSERT_THAT(Create(request), IsOk());
  const absl::StatusOr<call::Caller> caller = directory.Find("regions/nmd/members/provider-de-korenschoof");
  ASSERT_THAT(caller, IsOk());
  EXPECT_EQ(caller->member, "regions/nmd/members/provider-de-korenschoof");
  EXPECT_EQ(caller->region, "nmd");
  EXPECT_THAT(caller->roles, ElementsAre(v1::ROLE_PROVIDER_USER));
  EXPECT_EQ(caller->provider, "regions/nmd/providers/de-korenschoof");
}

TEST_F(DirectoryTest, KnowsNobodyElse) {
  for (const char* name : {"regions/nmd/members/nobody", "regions/elsewhere/members/auditor", "auditor",
                           "system", "", "regions/nmd/members/", "regions/nmd/providers/de-korenschoof"}) {
    const absl::StatusOr<call::Caller> caller = directory.Find(name);
    EXPECT_THAT(caller, StatusIs(absl::StatusCode::kUnauthenticated)) << name;
    EXPECT_THAT(caller, ReasonIs("UNKNOWN_MEMBER")) << name;
  }
}

TEST_F(DirectoryTest, AChangeHoldsFromTheNextCallOn) {
  const auto member = Create(Request("qm", {v1::ROLE_QUALITY_MANAGER}));
  ASSERT_THAT(member, IsOk());
  ASSERT_THAT(directory.Find(member->name()), IsOk());
  v1::UpdateMemberRequest request;
  *request.mutable_member() = *member;
  request.mutable_member()->set_inactive(true);
  request.mutable_update_mask()->add_paths("inactive");
  ASSERT_THAT(desk.Run(&UpdateMember, request, administrator), IsOk());
  EXPECT_THAT(directory.Find(member->name()), ReasonIs("UNKNOWN_MEMBER"));
}

}  // namespace
}  // namespace waarborg::team
