#include "services/framework/rules/content_hash.h"
#include "services/ledger/time.h"
#include "tests/services/registry/registry_desk.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;

class ContractTest : public RegistryDesk {
 protected:
  ContractTest() {
    PublishDkk();
    EXPECT_THAT(desk.Run(&CreateProvider, ProviderRequest("farm", "99900117"), administrator), IsOk());
  }

  static v1::CreateContractRequest ContractRequest() {
    v1::CreateContractRequest request;
    request.set_parent("regions/nmd/providers/farm");
    request.set_contract_id("assen-2025");
    v1::Contract& contract = *request.mutable_contract();
    contract.set_commissioning_body("assen");
    contract.set_legal_basis(v1::LEGAL_BASIS_CONTRACT);
    contract.set_framework_version("dkk-2019");
    *contract.mutable_start_date() = ledger::DateOf(absl::CivilDay(2025, 1, 1));
    return request;
  }
};

TEST_F(ContractTest, PinsTheFrameworkVersionByNameAndHash) {
  const auto contract = desk.Run(&CreateContract, ContractRequest(), administrator);
  ASSERT_THAT(contract, IsOk());
  EXPECT_EQ(contract->framework_version(), "frameworks/dkk/versions/2019");
  EXPECT_EQ(contract->framework_hash(), framework::ContentHash(framework::Dkk2019()));
  EXPECT_EQ(desk.LastEvent().kind(), "ContractCreated");
  EXPECT_EQ(desk.LastEvent().provider(), "regions/nmd/providers/farm");

  v1::GetContractRequest get;
  get.set_name("regions/nmd/providers/farm/contracts/assen-2025");
  EXPECT_EQ(desk.Ask(&GetContract, get, administrator)->SerializeAsString(), contract->SerializeAsString());
  v1::ListContractsRequest list;
  list.set_parent("regions/nmd/providers/farm");
  EXPECT_EQ(desk.Ask(&ListContracts, list, administrator)->contracts_size(), 1);
}

TEST_F(ContractTest, TheLongNameOfTheVersionWorksTheSame) {
  v1::CreateContractRequest request = ContractRequest();
  request.mutable_contract()->set_framework_version("frameworks/dkk/versions/2019");
  EXPECT_EQ(desk.Run(&CreateContract, request, administrator)->framework_version(),
            "frameworks/dkk/versions/2019");
}

TEST_F(ContractTest, IsMadeOnce) {
  ASSERT_THAT(desk.Run(&CreateContract, ContractRequest(), administrator), IsOk());
  EXPECT_THAT(desk.Run(&CreateContract, ContractRequest(), administrator), ReasonIs("CONTRACT_EXISTS"));
}

TEST_F(ContractTest, OneInForcePerCommissioningBody) {
  v1::CreateContractRequest first = ContractRequest();
  *first.mutable_contract()->mutable_end_date() = ledger::DateOf(absl::CivilDay(2027, 12, 31));
  ASSERT_THAT(desk.Run(&CreateContract, first, administrator), IsOk());

  v1::CreateContractRequest second = ContractRequest();
  second.set_contract_id("assen-2027");
  *second.mutable_contract()->mutable_start_date() = ledger::DateOf(absl::CivilDay(2027, 12, 31));
  const auto overlapping = desk.Run(&CreateContract, second, administrator);
  EXPECT_THAT(overlapping, StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(overlapping, ReasonIs("CONTRACT_IN_FORCE_EXISTS"));

  v1::CreateContractRequest before = ContractRequest();
  before.set_contract_id("assen-2024");
  *before.mutable_contract()->mutable_start_date() = ledger::DateOf(absl::CivilDay(2024, 1, 1));
  EXPECT_THAT(desk.Run(&CreateContract, before, administrator), ReasonIs("CONTRACT_IN_FORCE_EXISTS"));
  *before.mutable_contract()->mutable_end_date() = ledger::DateOf(absl::CivilDay(2024, 12, 31));
  EXPECT_THAT(desk.Run(&CreateContract, before, administrator), IsOk());

  *second.mutable_contract()->mutable_start_date() = ledger::DateOf(absl::CivilDay(2028, 1, 1));
  EXPECT_THAT(desk.Run(&CreateContract, second, administrator), IsOk());
}

TEST_F(ContractTest, AnotherCommissioningBodyHasAContractOfItsOwn) {
  ASSERT_THAT(desk.Run(&CreateContract, ContractRequest(), administrator), IsOk());
  v1::CreateContractRequest other = ContractRequest();
  other.set_contract_id("aa-en-hunze-2025");
  other.mutable_contract()->set_commissioning_body("aa-en-hunze");
  EXPECT_THAT(desk.Run(&CreateContract, other, administrator), IsOk());
}

TEST_F(ContractTest, IsNotMadeWithARelative) {
  for (const auto profile :
       {framework::v1::PROFILE_PGB_NAASTE, framework::v1::PROFILE_PGB_NAASTE_CUSTODIAL_PARENT}) {
    const std::string id = "relative-" + std::to_string(profile);
    v1::CreateProviderRequest provider = ProviderRequest(id, "");
    provider.mutable_provider()->set_profile(profile);
    ASSERT_THAT(desk.Run(&CreateProvider, provider, administrator), IsOk());
    v1::CreateContractRequest request = ContractRequest();
    request.set_parent("regions/nmd/providers/" + id);
    const auto contract = desk.Run(&CreateContract, request, administrator);
    EXPECT_THAT(contract, StatusIs(absl::StatusCode::kFailedPrecondition));
    EXPECT_THAT(contract, ReasonIs("CONTRACT_NOT_FOR_PROFILE"));
  }
}

TEST_F(ContractTest, NamesACommissioningBodyOfTheRegion) {
  v1::CreateContractRequest request = ContractRequest();
  request.mutable_contract()->set_commissioning_body("emmen");
  const auto contract = desk.Run(&CreateContract, request, administrator);
  EXPECT_THAT(contract, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(contract, ReasonIs("COMMISSIONING_BODY_NOT_FOUND"));
}

TEST_F(ContractTest, NamesAPublishedFrameworkVersion) {
  v1::CreateContractRequest request = ContractRequest();
  request.mutable_contract()->set_framework_version("dkk-2031");
  const auto contract = desk.Run(&CreateContract, request, administrator);
  EXPECT_THAT(contract, StatusIs(absl::StatusCode::kNotFound));
  EXPECT_THAT(contract, ReasonIs("FRAMEWORK_VERSION_NOT_FOUND"));
  request.mutable_contract()->set_framework_version("the best one");
  EXPECT_THAT(FieldFaults(desk.Run(&CreateContract, request, administrator).status()),
              ElementsAre("contract.framework_version: INVALID_NAME"));
}

TEST_F(ContractTest, FaultsOfTheRequestAreNamedAtOnce) {
  v1::CreateContractRequest request = ContractRequest();
  request.set_contract_id("Assen/2025");
  *request.mutable_contract()->mutable_end_date() = ledger::DateOf(absl::CivilDay(2024, 12, 31));
  EXPECT_THAT(FieldFaults(desk.Run(&CreateContract, request, administrator).status()),
              ElementsAre("contract_id: INVALID_ID", "contract.end_date: CONTRACT_ENDS_BEFORE_START"));
}

TEST_F(ContractTest, AnotherProviderDoesNotSeeIt) {
  ASSERT_THAT(desk.Run(&CreateContract, ContractRequest(), administrator), IsOk());
  const call::Caller other =
      testing::Desk::As("provider-other", {team::v1::ROLE_PROVIDER_USER}, "regions/nmd/providers/other");
  v1::GetContractRequest get;
  get.set_name("regions/nmd/providers/farm/contracts/assen-2025");
  EXPECT_THAT(desk.Ask(&GetContract, get, other), ReasonIs("OTHER_PROVIDER"));
  v1::ListContractsRequest list;
  list.set_parent("regions/nmd/providers/farm");
  EXPECT_THAT(desk.Ask(&ListContracts, list, other), ReasonIs("OTHER_PROVIDER"));
}

}  // namespace
}  // namespace waarborg::registry
