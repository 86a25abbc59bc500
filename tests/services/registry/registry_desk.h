#ifndef WAARBORG_TESTS_SERVICES_REGISTRY_REGISTRY_DESK_H_
#define WAARBORG_TESTS_SERVICES_REGISTRY_REGISTRY_DESK_H_

// A desk at which the register is kept: region nmd of the sample stands ready.

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "services/framework/commands.h"
#include "services/registry/commands.h"
#include "services/registry/queries.h"
#include "tests/services/registry/sample_files.h"
#include "tests/support/desk.h"

namespace waarborg::registry {

using testing::FieldFaults;
using testing::IsOk;
using testing::ReasonIs;
using testing::StatusIs;

class RegistryDesk : public ::testing::Test {
 protected:
  RegistryDesk() { EXPECT_THAT(desk.Run(&CreateRegion, NmdRequest(), administrator), IsOk()); }

  static v1::CreateRegionRequest NmdRequest() {
    return testing::SampleRequest<v1::CreateRegionRequest>("nmd/region.json");
  }

  static v1::CreateProviderRequest ProviderRequest(const std::string& id, const std::string& kvk_number) {
    v1::CreateProviderRequest request;
    request.set_parent("regions/nmd");
    request.set_provider_id(id);
    v1::Provider& provider = *request.mutable_provider();
    provider.set_title("Zorgboerderij " + id);
    provider.set_profile(framework::v1::PROFILE_ZIN);
    provider.set_kvk_number(kvk_number);
    provider.add_kinds_of_care(v1::Provider::KIND_OF_CARE_GUIDANCE);
    return request;
  }

  void PublishDkk() {
    framework::v1::PublishFrameworkVersionRequest request;
    *request.mutable_framework_version() = framework::Dkk2019();
    ASSERT_THAT(desk.Run(&framework::PublishFrameworkVersion, request, administrator), IsOk());
  }

  v1::Provider Get(const std::string& name) {
    v1::GetProviderRequest request;
    request.set_name(name);
    return desk.Ask(&GetProvider, request, administrator).value_or(v1::Provider());
  }

  testing::Desk desk;
  call::Caller administrator =
      testing::Desk::As("administrator", {team::v1::ROLE_ADMINISTRATOR}, "", "shared");
};

}  // namespace waarborg::registry

#endif  // WAARBORG_TESTS_SERVICES_REGISTRY_REGISTRY_DESK_H_
