#ifndef WAARBORG_TESTS_SERVICES_TEAM_TEAM_DESK_H_
#define WAARBORG_TESTS_SERVICES_TEAM_TEAM_DESK_H_

// A desk at which a team is kept: region nmd of the sample stands ready, with one provider.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/registry/commands.h"
#include "services/team/bootstrap.h"
#include "services/team/commands.h"
#include "services/team/queries.h"
#include "tests/services/registry/sample_files.h"
#include "tests/support/desk.h"

namespace waarborg::team {

using testing::FieldFaults;
using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

class TeamDesk : public ::testing::Test {
 protected:
  TeamDesk() {
    namespace registry_v1 = registry::v1;
    const auto region = testing::SampleRequest<registry_v1::CreateRegionRequest>("nmd/region.json");
    EXPECT_THAT(desk.Run(&registry::CreateRegion, region, administrator), IsOk());
    const auto providers = testing::SampleRequests<registry_v1::CreateProviderRequest>("nmd/providers.json");
    EXPECT_THAT(desk.Run(&registry::CreateProvider, providers.front(), administrator), IsOk());
  }

  static v1::CreateMemberRequest Request(const std::string& id, std::vector<v1::Role> roles,
                                         std::vector<v1::Expertise> expertise = {},
                                         const std::string& region = "nmd") {
    v1::CreateMemberRequest request;
    request.set_parent("regions/" + region);
    request.set_member_id(id);
    request.mutable_member()->set_display_name("Somebody");
    for (const v1::Role role : roles) request.mutable_member()->add_roles(role);
    for (const v1::Expertise each : expertise) request.mutable_member()->add_expertise(each);
    return request;
  }

  absl::StatusOr<v1::Member> Create(const v1::CreateMemberRequest& request) {
    return desk.Run(&CreateMember, request, administrator);
  }

  absl::Status Bootstrap(const std::string& id, const std::string& name = "The First") {
    return desk.Write([&](ledger::UnitOfWork& unit) { return BootstrapAdministrator(unit, id, name); },
                      "shared");
  }

  absl::StatusOr<v1::Member> Get(const std::string& name) {
    v1::GetMemberRequest request;
    request.set_name(name);
    return desk.Ask(&GetMember, request, administrator);
  }

  testing::Desk desk;
  call::Caller administrator = testing::Desk::As("administrator", {v1::ROLE_ADMINISTRATOR}, "", "shared");
};

}  // namespace waarborg::team

#endif  // WAARBORG_TESTS_SERVICES_TEAM_TEAM_DESK_H_
