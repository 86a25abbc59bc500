#include "services/call/request_check.h"
#include "services/framework/commands.h"
#include "services/registry/queries.h"
#include "services/team/directory.h"
#include "tests/golden/frameworks.h"
#include "tests/services/team/team_desk.h"

namespace waarborg::team {
namespace {

namespace registry_v1 = registry::v1;

// Loads deploy/sample in the order its README gives.
class SampleTest : public ::testing::Test {
 protected:
  SampleTest() {
    EXPECT_THAT(
        desk.Write(
            [](ledger::UnitOfWork& unit) { return BootstrapAdministrator(unit, "first", "The First"); },
            "shared"),
        IsOk());
    administrator = *StoreDirectory(*desk.store).Find("regions/shared/members/first");
    framework::v1::PublishFrameworkVersionRequest version;
    *version.mutable_framework_version() = framework::Dkk2019();
    EXPECT_THAT(desk.Run(&framework::PublishFrameworkVersion, version, administrator), IsOk());
    Load("nmd");
    Load("care-office");
  }

  void Load(const std::string& folder) {
    EXPECT_THAT(desk.Run(&registry::CreateRegion,
                         testing::SampleRequest<registry_v1::CreateRegionRequest>(folder + "/region.json"),
                         administrator),
                IsOk());
    LoadEach(&registry::CreateProvider, folder + "/providers.json");
    LoadEach(&registry::CreateLocation, folder + "/locations.json");
    LoadEach(&registry::CreateContract, folder + "/contracts.json");
    LoadEach(&CreateMember, folder + "/members.json");
  }

  template <class Request, class Response>
  void LoadEach(absl::StatusOr<Response> (*command)(ledger::UnitOfWork&, const Request&),
                const std::string& file) {
    const std::vector<Request> requests = testing::SampleRequests<Request>(file);
    EXPECT_FALSE(requests.empty()) << file;
    for (const Request& request : requests) {
      EXPECT_THAT(desk.Run(command, request, administrator), IsOk()) << file << "\n" << request.DebugString();
    }
  }

  v1::ListMembersResponse Members(const std::string& region) {
    v1::ListMembersRequest request;
    request.set_parent("regions/" + region);
    request.set_page_size(200);
    return desk.Ask(&ListMembers, request, administrator).value_or(v1::ListMembersResponse());
  }

  testing::Desk desk;
  call::Caller administrator;
};

TEST_F(SampleTest, HoldsADozenProvidersOfEveryProfile) {
  registry_v1::ListProvidersRequest request;
  request.set_parent("regions/nmd");
  const auto list = desk.Ask(&registry::ListProviders, request, administrator);
  ASSERT_THAT(list, IsOk());
  EXPECT_EQ(list->providers_size(), 12);
  std::set<int> profiles;
  std::set<std::string> known;
  for (const auto& condition : framework::Dkk2019().conditions()) known.insert(condition.id());
  for (const registry_v1::Provider& provider : list->providers()) {
    profiles.insert(provider.profile());
    for (const std::string& condition : provider.conditions())
      EXPECT_EQ(known.count(condition), 1U) << condition;
  }
  EXPECT_EQ(profiles.size(), 4U);
}

TEST_F(SampleTest, EveryoneOfTheSampleCaseIsThereInTheRoleThatTheIdSays) {
  const std::vector<std::pair<std::string, v1::Role>> people = {
      {"quality-manager", v1::ROLE_QUALITY_MANAGER},
      {"second-reader", v1::ROLE_SECOND_READER},
      {"contract-manager", v1::ROLE_CONTRACT_MANAGER},
      {"decision-maker", v1::ROLE_DECISION_MAKER},
      {"decision-maker-2", v1::ROLE_DECISION_MAKER},
      {"team-member", v1::ROLE_TEAM_MEMBER},
      {"auditor", v1::ROLE_AUDITOR},
      {"administrator", v1::ROLE_ADMINISTRATOR},
      {"incident-client", v1::ROLE_INCIDENT_CLIENT},
      {"provider-de-korenschoof", v1::ROLE_PROVIDER_USER}};
  const StoreDirectory directory(*desk.store);
  for (const auto& [id, role] : people) {
    const absl::StatusOr<call::Caller> caller = directory.Find("regions/nmd/members/" + id);
    ASSERT_THAT(caller, IsOk()) << id;
    EXPECT_TRUE(caller->Holds(role)) << id;
  }
}

TEST_F(SampleTest, TheCareOfficeSpreadsAllTwelveExpertiseRoles) {
  const v1::ListMembersResponse team = Members("zorgkantoor-noord");
  EXPECT_EQ(team.uncovered_expertise_size(), 0);
  std::map<int, int> holders;
  for (const v1::Member& member : team.members()) {
    for (const int expertise : member.expertise()) ++holders[expertise];
  }
  EXPECT_EQ(holders.size(), 12U);
}

TEST_F(SampleTest, TheMunicipalitiesLackADataAnalyst) {
  EXPECT_THAT(Members("nmd").uncovered_expertise(), ::testing::ElementsAre(v1::EXPERTISE_DATA_ANALYST));
}

TEST_F(SampleTest, ProvidersOfTheSampleCaseHaveContractsWithMoreThanOneMunicipality) {
  registry_v1::ListContractsRequest request;
  request.set_parent("regions/nmd/providers/de-korenschoof");
  EXPECT_EQ(desk.Ask(&registry::ListContracts, request, administrator)->contracts_size(), 2);
  request.set_parent("regions/nmd/providers/zorggroep-vijf-beken");
  EXPECT_EQ(desk.Ask(&registry::ListContracts, request, administrator)->contracts_size(), 5);
}

}  // namespace
}  // namespace waarborg::team
