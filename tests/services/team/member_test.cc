#include "tests/services/team/team_desk.h"

namespace waarborg::team {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

class MemberTest : public TeamDesk {
 protected:
  v1::UpdateMemberRequest Update(const v1::Member& member, std::vector<std::string> paths) {
    v1::UpdateMemberRequest request;
    *request.mutable_member() = member;
    for (std::string& path : paths) request.mutable_update_mask()->add_paths(std::move(path));
    return request;
  }

  absl::StatusOr<v1::ListMembersResponse> List(int page_size = 0, const std::string& token = "") {
    v1::ListMembersRequest request;
    request.set_parent("regions/nmd");
    request.set_page_size(page_size);
    request.set_page_token(token);
    return desk.Ask(&ListMembers, request, administrator);
  }
};

TEST_F(MemberTest, IsStoredAndTold) {
  const auto member = Create(Request("quality-manager", {v1::ROLE_QUALITY_MANAGER}, {v1::EXPERTISE_LAWYER}));
  ASSERT_THAT(member, IsOk());
  EXPECT_EQ(member->name(), "regions/nmd/members/quality-manager");
  EXPECT_EQ(member->etag(), "1");
  EXPECT_EQ(Get(member->name())->SerializeAsString(), member->SerializeAsString());
  EXPECT_EQ(desk.LastEvent().kind(), "MemberCreated");
  EXPECT_EQ(desk.LastEvent().role(), v1::ROLE_ADMINISTRATOR);
}

TEST_F(MemberTest, IsCreatedOnce) {
  ASSERT_THAT(Create(Request("auditor", {v1::ROLE_AUDITOR})), IsOk());
  EXPECT_THAT(Create(Request("auditor", {v1::ROLE_AUDITOR})), ReasonIs("MEMBER_EXISTS"));
}

TEST_F(MemberTest, AnUnknownOneIsNotFound) {
  EXPECT_THAT(Get("regions/nmd/members/nobody"), ReasonIs("MEMBER_NOT_FOUND"));
  EXPECT_THAT(Create(Request("auditor", {v1::ROLE_AUDITOR}, {}, "elsewhere")), ReasonIs("REGION_NOT_FOUND"));
}

TEST_F(MemberTest, EveryFaultIsNamedAtOnce) {
  v1::CreateMemberRequest request = Request("The Boss", {v1::ROLE_SYSTEM, v1::ROLE_AUDITOR, v1::ROLE_AUDITOR},
                                            {v1::EXPERTISE_LAWYER, v1::EXPERTISE_LAWYER});
  request.mutable_member()->set_provider("regions/nmd/providers/de-korenschoof");
  request.mutable_member()->set_home_region("Elsewhere!");
  const auto member = Create(request);
  EXPECT_THAT(member, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(FieldFaults(member.status()),
              ElementsAre("member_id: INVALID_ID", "member.roles[2]: DUPLICATE",
                          "member.roles[0]: ROLE_NOT_FOR_MEMBERS", "member.expertise[1]: DUPLICATE",
                          "member.provider: PROVIDER_NOT_FOR_ROLES", "member.home_region: INVALID_ID",
                          "member.home_region: HOME_REGION_NOT_FOR_ROLES"));
}

TEST_F(MemberTest, RolesThatExcludeEachOtherAreRefused) {
  const auto member = Create(Request("x", {v1::ROLE_AUDITOR, v1::ROLE_QUALITY_MANAGER}));
  EXPECT_THAT(member, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(member, ReasonIs("ROLE_CONFLICT"));
  EXPECT_THAT(Create(Request("x", {v1::ROLE_MATERIAL_CONTROL}, {v1::EXPERTISE_RELATION_MANAGER})),
              ReasonIs("ROLE_CONFLICT"));
}

TEST_F(MemberTest, EachConflictIsAPreconditionOfItsOwn) {
  const auto member = Create(Request("x", {v1::ROLE_AUDITOR, v1::ROLE_ADMINISTRATOR}));
  google::rpc::PreconditionFailure failure;
  const google::rpc::Status details = call::DetailsOf(member.status());
  for (const auto& detail : details.details()) {
    if (detail.UnpackTo(&failure)) break;
  }
  EXPECT_EQ(failure.violations_size(), 2);
}

TEST_F(MemberTest, AProviderUserSpeaksForAProviderThatExists) {
  v1::CreateMemberRequest request = Request("provider-de-korenschoof", {v1::ROLE_PROVIDER_USER});
  EXPECT_THAT(FieldFaults(Create(request).status()), ElementsAre("member.provider: PROVIDER_REQUIRED"));
  request.mutable_member()->set_provider("regions/nmd/providers/nobody");
  EXPECT_THAT(Create(request), ReasonIs("PROVIDER_NOT_FOUND"));
  request.mutable_member()->set_provider("regions/nmd/providers/de-korenschoof");
  EXPECT_THAT(Create(request), IsOk());
}

TEST_F(MemberTest, TheRegionSaysWhichRolesAndExpertiseItWorksWith) {
  auto region = testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json");
  region.set_region_id("small");
  region.mutable_region()->add_roles(v1::ROLE_QUALITY_MANAGER);
  region.mutable_region()->add_roles(v1::ROLE_SECOND_READER);
  ASSERT_THAT(desk.Run(&registry::CreateRegion, region, administrator), IsOk());
  EXPECT_THAT(Create(Request("a", {v1::ROLE_QUALITY_MANAGER}, {v1::EXPERTISE_LAWYER}, "small")), IsOk());
  const auto outsider = Create(Request("b", {v1::ROLE_DECISION_MAKER}, {}, "small"));
  EXPECT_THAT(outsider, StatusIs(absl::StatusCode::kFailedPrecondition));
  EXPECT_THAT(outsider, ReasonIs("ROLE_NOT_IN_REGION"));
  EXPECT_THAT(Create(Request("c", {v1::ROLE_QUALITY_MANAGER}, {v1::EXPERTISE_MEDICAL_ADVISER}, "small")),
              ReasonIs("ROLE_NOT_IN_REGION"));
}

TEST_F(MemberTest, HomeRegionExists) {
  v1::CreateMemberRequest request = Request("guest", {v1::ROLE_SECOND_READER});
  request.mutable_member()->set_home_region("zuid-drenthe");
  EXPECT_THAT(Create(request), ReasonIs("REGION_NOT_FOUND"));
}

TEST_F(MemberTest, ASecondReaderMayComeFromAPartnerRegion) {
  auto partner = testing::SampleRequest<registry::v1::CreateRegionRequest>("nmd/region.json");
  partner.set_region_id("zuid-drenthe");
  ASSERT_THAT(desk.Run(&registry::CreateRegion, partner, administrator), IsOk());
  v1::CreateMemberRequest request = Request("guest", {v1::ROLE_SECOND_READER});
  request.mutable_member()->set_home_region("zuid-drenthe");
  const auto member = Create(request);
  ASSERT_THAT(member, IsOk());
  EXPECT_EQ(member->home_region(), "zuid-drenthe");
  EXPECT_THAT(desk.Run(&UpdateMember, Update(*member, {"home_region", "roles"}), administrator), IsOk());
}

TEST_F(MemberTest, AnUpdateChangesWhatTheMaskNamesAndNothingElse) {
  const auto member = Create(Request("qm", {v1::ROLE_QUALITY_MANAGER}));
  ASSERT_THAT(member, IsOk());
  v1::UpdateMemberRequest request = Update(*member, {"roles", "inactive"});
  request.mutable_member()->add_roles(v1::ROLE_SECOND_READER);
  request.mutable_member()->set_inactive(true);
  request.mutable_member()->set_display_name("Somebody Else");
  const auto changed = desk.Run(&UpdateMember, request, administrator);
  ASSERT_THAT(changed, IsOk());
  EXPECT_THAT(changed->roles(), ElementsAre(v1::ROLE_QUALITY_MANAGER, v1::ROLE_SECOND_READER));
  EXPECT_TRUE(changed->inactive());
  EXPECT_EQ(changed->display_name(), "Somebody");
  EXPECT_EQ(changed->etag(), "2");
  EXPECT_EQ(desk.LastEvent().kind(), "MemberChanged");
}

TEST_F(MemberTest, AStaleUpdateIsRefused) {
  const auto member = Create(Request("qm", {v1::ROLE_QUALITY_MANAGER}));
  ASSERT_THAT(member, IsOk());
  const v1::UpdateMemberRequest request = Update(*member, {"display_name"});
  ASSERT_THAT(desk.Run(&UpdateMember, request, administrator), IsOk());
  EXPECT_THAT(desk.Run(&UpdateMember, request, administrator), ReasonIs("ETAG_MISMATCH"));
}

TEST_F(MemberTest, AnUpdateIsHeldToTheSameRules) {
  const auto member = Create(Request("qm", {v1::ROLE_QUALITY_MANAGER}));
  ASSERT_THAT(member, IsOk());
  v1::UpdateMemberRequest request = Update(*member, {"roles"});
  request.mutable_member()->add_roles(v1::ROLE_ADMINISTRATOR);
  EXPECT_THAT(desk.Run(&UpdateMember, request, administrator), ReasonIs("ROLE_CONFLICT"));
  request = Update(*member, {"home_region", "name", "provider"});
  request.mutable_member()->set_home_region("zuid-drenthe");
  request.mutable_member()->set_provider("regions/nmd/providers/de-korenschoof");
  EXPECT_THAT(FieldFaults(desk.Run(&UpdateMember, request, administrator).status()),
              ElementsAre("update_mask.paths[0]: NOT_CHANGEABLE", "update_mask.paths[1]: NOT_CHANGEABLE",
                          "member.provider: PROVIDER_NOT_FOR_ROLES"));
}

TEST_F(MemberTest, TheListNamesTheExpertiseThatNobodyFills) {
  ASSERT_THAT(Create(Request("a", {v1::ROLE_TEAM_MEMBER}, {v1::EXPERTISE_COORDINATOR, v1::EXPERTISE_LAWYER})),
              IsOk());
  const auto list = List();
  ASSERT_THAT(list, IsOk());
  EXPECT_THAT(list->uncovered_expertise(),
              ElementsAre(v1::EXPERTISE_RELATION_MANAGER, v1::EXPERTISE_FINANCIAL, v1::EXPERTISE_DATA_ANALYST,
                          v1::EXPERTISE_CLIENT_REPRESENTATIVE));
}

TEST_F(MemberTest, WhoIsInactiveFillsNothing) {
  const auto member = Create(Request("a", {v1::ROLE_TEAM_MEMBER}, {v1::EXPERTISE_COORDINATOR}));
  ASSERT_THAT(member, IsOk());
  EXPECT_THAT(List()->uncovered_expertise(), Not(Contains(v1::EXPERTISE_COORDINATOR)));
  v1::UpdateMemberRequest request = Update(*member, {"inactive"});
  request.mutable_member()->set_inactive(true);
  ASSERT_THAT(desk.Run(&UpdateMember, request, administrator), IsOk());
  EXPECT_THAT(List()->uncovered_expertise(), Contains(v1::EXPERTISE_COORDINATOR));
}

TEST_F(MemberTest, PagesFollowEachOtherAndOnlyTheFirstNamesWhatIsUncovered) {
  for (const char* id : {"c", "a", "b"}) ASSERT_THAT(Create(Request(id, {v1::ROLE_TEAM_MEMBER})), IsOk());
  const auto first = List(2);
  ASSERT_THAT(first, IsOk());
  ASSERT_EQ(first->members_size(), 2);
  EXPECT_EQ(first->members(0).name(), "regions/nmd/members/a");
  EXPECT_THAT(first->uncovered_expertise(), Not(IsEmpty()));
  const auto second = List(2, first->next_page_token());
  ASSERT_THAT(second, IsOk());
  ASSERT_EQ(second->members_size(), 1);
  EXPECT_EQ(second->members(0).name(), "regions/nmd/members/c");
  EXPECT_THAT(second->uncovered_expertise(), IsEmpty());
}

}  // namespace
}  // namespace waarborg::team
