#include "tests/services/registry/registry_desk.h"

namespace waarborg::registry {
namespace {

using ::testing::ElementsAre;

class ProviderTest : public RegistryDesk {
 protected:
  ProviderTest() {
    EXPECT_THAT(desk.Run(&CreateProvider, ProviderRequest("farm", "99900117"), administrator), IsOk());
  }

  v1::UpdateProviderRequest Update(std::vector<std::string> paths) {
    v1::UpdateProviderRequest request;
    *request.mutable_provider() = Get("regions/nmd/providers/farm");
    for (std::string& path : paths) request.mutable_update_mask()->add_paths(std::move(path));
    return request;
  }

  static v1::CreateLocationRequest LocationRequest(const std::string& provider, const std::string& id) {
    v1::CreateLocationRequest request;
    request.set_parent("regions/nmd/providers/" + provider);
    request.set_location_id(id);
    request.mutable_location()->set_title("Het erf");
    request.mutable_location()->set_place("Rolde");
    return request;
  }

  call::Caller farm_user =
      testing::Desk::As("provider-farm", {team::v1::ROLE_PROVIDER_USER}, "regions/nmd/providers/farm");
};

TEST_F(ProviderTest, IsStoredAndTold) {
  const v1::Provider provider = Get("regions/nmd/providers/farm");
  EXPECT_EQ(provider.kvk_number(), "99900117");
  EXPECT_EQ(provider.etag(), "1");
  EXPECT_TRUE(provider.has_create_time());
  const audit::v1::Event event = desk.LastEvent();
  EXPECT_EQ(event.kind(), "ProviderCreated");
  EXPECT_EQ(event.resource(), "regions/nmd/providers/farm");
  EXPECT_EQ(event.provider(), "regions/nmd/providers/farm");
  EXPECT_EQ(event.changes_size(), 1);
}

TEST_F(ProviderTest, IsCreatedOnce) {
  const auto again = desk.Run(&CreateProvider, ProviderRequest("farm", "99900125"), administrator);
  EXPECT_THAT(again, StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(again, ReasonIs("PROVIDER_EXISTS"));
}

TEST_F(ProviderTest, AKvkNumberBelongsToOneProviderOfARegion) {
  const auto twin = desk.Run(&CreateProvider, ProviderRequest("twin", "99900117"), administrator);
  EXPECT_THAT(twin, StatusIs(absl::StatusCode::kAlreadyExists));
  EXPECT_THAT(twin, ReasonIs("KVK_NUMBER_EXISTS"));

  ASSERT_THAT(
      desk.Run(&CreateRegion, testing::SampleRequest<v1::CreateRegionRequest>("care-office/region.json"),
               administrator),
      IsOk());
  v1::CreateProviderRequest elsewhere = ProviderRequest("twin", "99900117");
  elsewhere.set_parent("regions/zorgkantoor-noord");
  EXPECT_THAT(desk.Run(&CreateProvider, elsewhere, administrator), IsOk());
}

TEST_F(ProviderTest, RelativesWithoutANumberDoNotCollide) {
  for (const char* id : {"sister", "brother"}) {
    v1::CreateProviderRequest request = ProviderRequest(id, "");
    request.mutable_provider()->set_profile(framework::v1::PROFILE_PGB_NAASTE);
    EXPECT_THAT(desk.Run(&CreateProvider, request, administrator), IsOk());
  }
}

TEST_F(ProviderTest, NeedsItsRegion) {
  v1::CreateProviderRequest request = ProviderRequest("farm", "99900117");
  request.set_parent("regions/elsewhere");
  EXPECT_THAT(desk.Run(&CreateProvider, request, administrator), ReasonIs("REGION_NOT_FOUND"));
}

TEST_F(ProviderTest, EveryFaultIsNamedAtOnce) {
  v1::CreateProviderRequest request = ProviderRequest("Farm No 2", "12345");
  request.mutable_provider()->set_agb_code("7");
  request.mutable_provider()->add_kinds_of_care(v1::Provider::KIND_OF_CARE_GUIDANCE);
  const auto provider = desk.Run(&CreateProvider, request, administrator);
  EXPECT_THAT(provider, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(FieldFaults(provider.status()),
              ElementsAre("provider_id: INVALID_ID", "provider.kvk_number: INVALID_KVK_NUMBER",
                          "provider.agb_code: INVALID_AGB_CODE", "provider.kinds_of_care[1]: DUPLICATE"));
}

TEST_F(ProviderTest, AnUpdateChangesWhatTheMaskNamesAndNothingElse) {
  v1::UpdateProviderRequest request = Update({"fte_hundredths", "inactive", "conditions"});
  request.mutable_provider()->set_title("Another name");
  request.mutable_provider()->set_fte_hundredths(650);
  request.mutable_provider()->set_inactive(true);
  request.mutable_provider()->add_conditions("IF_MEDICATION");
  desk.clock.Advance(absl::Hours(1));
  const auto provider = desk.Run(&UpdateProvider, request, administrator);
  ASSERT_THAT(provider, IsOk());
  EXPECT_EQ(provider->title(), "Zorgboerderij farm");
  EXPECT_EQ(provider->fte_hundredths(), 650);
  EXPECT_TRUE(provider->inactive());
  EXPECT_THAT(provider->conditions(), ElementsAre("IF_MEDICATION"));
  EXPECT_EQ(provider->etag(), "2");
  EXPECT_GT(provider->update_time().seconds(), provider->create_time().seconds());
  EXPECT_EQ(desk.LastEvent().kind(), "ProviderChanged");
}

TEST_F(ProviderTest, EveryFieldOfTheMaskCanBeChanged) {
  v1::UpdateProviderRequest request =
      Update({"title", "agb_code", "kinds_of_care", "conditions", "fte_hundredths", "entrant", "inactive"});
  v1::Provider& wanted = *request.mutable_provider();
  wanted.set_title("De Nieuwe Hoeve");
  wanted.set_agb_code("06990015");
  wanted.add_kinds_of_care(v1::Provider::KIND_OF_CARE_RESIDENCE);
  wanted.add_conditions("RESIDENCE_OR_DAY_LOCATION");
  wanted.set_fte_hundredths(250);
  wanted.set_entrant(true);
  wanted.set_inactive(true);
  auto provider = desk.Run(&UpdateProvider, request, administrator);
  ASSERT_THAT(provider, IsOk());
  wanted.set_etag(provider->etag());
  *wanted.mutable_update_time() = provider->update_time();
  EXPECT_EQ(provider->SerializeAsString(), wanted.SerializeAsString());
}

TEST_F(ProviderTest, AStaleUpdateIsRefused) {
  v1::UpdateProviderRequest request = Update({"title"});
  ASSERT_THAT(desk.Run(&UpdateProvider, request, administrator), IsOk());
  const auto stale = desk.Run(&UpdateProvider, request, administrator);
  EXPECT_THAT(stale, StatusIs(absl::StatusCode::kAborted));
  EXPECT_THAT(stale, ReasonIs("ETAG_MISMATCH"));
}

TEST_F(ProviderTest, WhoAProviderIsCannotBeChanged) {
  v1::UpdateProviderRequest request = Update({"kvk_number", "title", "profile", "etag", "favourite_colour"});
  request.mutable_provider()->set_kvk_number("99900125");
  request.mutable_provider()->set_profile(framework::v1::PROFILE_PGB_PROF);
  const auto provider = desk.Run(&UpdateProvider, request, administrator);
  EXPECT_THAT(provider, StatusIs(absl::StatusCode::kInvalidArgument));
  EXPECT_THAT(FieldFaults(provider.status()),
              ElementsAre("update_mask.paths[0]: NOT_CHANGEABLE", "update_mask.paths[2]: NOT_CHANGEABLE",
                          "update_mask.paths[3]: NOT_CHANGEABLE", "update_mask.paths[4]: NOT_CHANGEABLE"));
}

TEST_F(ProviderTest, AnUpdateMayRepeatWhoAProviderIs) {
  v1::UpdateProviderRequest request = Update({"kvk_number", "profile", "title"});
  request.mutable_provider()->set_title("De Nieuwe Hoeve");
  const auto provider = desk.Run(&UpdateProvider, request, administrator);
  ASSERT_THAT(provider, IsOk());
  EXPECT_EQ(provider->title(), "De Nieuwe Hoeve");
  EXPECT_EQ(provider->kvk_number(), "99900117");
}

TEST_F(ProviderTest, AnUpdateSaysWhatItChanges) {
  v1::UpdateProviderRequest request = Update({});
  request.mutable_update_mask();
  EXPECT_THAT(FieldFaults(desk.Run(&UpdateProvider, request, administrator).status()),
              ElementsAre("update_mask.paths: REQUIRED"));
}

TEST_F(ProviderTest, AnUpdateCannotBringInAFault) {
  v1::UpdateProviderRequest request = Update({"agb_code"});
  request.mutable_provider()->set_agb_code("00000000");
  EXPECT_THAT(FieldFaults(desk.Run(&UpdateProvider, request, administrator).status()),
              ElementsAre("provider.agb_code: INVALID_AGB_CODE"));
}

TEST_F(ProviderTest, AProviderSeesItselfOnly) {
  ASSERT_THAT(desk.Run(&CreateProvider, ProviderRequest("other", "99900125"), administrator), IsOk());
  v1::GetProviderRequest own;
  own.set_name("regions/nmd/providers/farm");
  EXPECT_THAT(desk.Ask(&GetProvider, own, farm_user), IsOk());
  v1::GetProviderRequest other;
  other.set_name("regions/nmd/providers/other");
  EXPECT_THAT(desk.Ask(&GetProvider, other, farm_user), ReasonIs("OTHER_PROVIDER"));

  v1::ListProvidersRequest list;
  list.set_parent("regions/nmd");
  EXPECT_EQ(desk.Ask(&ListProviders, list, administrator)->providers_size(), 2);
  const auto seen = desk.Ask(&ListProviders, list, farm_user);
  ASSERT_THAT(seen, IsOk());
  ASSERT_EQ(seen->providers_size(), 1);
  EXPECT_EQ(seen->providers(0).name(), "regions/nmd/providers/farm");
}

TEST_F(ProviderTest, APageOfTheListEndsWhereTheNextBegins) {
  ASSERT_THAT(desk.Run(&CreateProvider, ProviderRequest("a-farm", "99900125"), administrator), IsOk());
  v1::ListProvidersRequest request;
  request.set_parent("regions/nmd");
  request.set_page_size(1);
  const auto first = desk.Ask(&ListProviders, request, administrator);
  ASSERT_THAT(first, IsOk());
  EXPECT_EQ(first->providers(0).name(), "regions/nmd/providers/a-farm");
  request.set_page_token(first->next_page_token());
  const auto second = desk.Ask(&ListProviders, request, administrator);
  ASSERT_THAT(second, IsOk());
  EXPECT_EQ(second->providers(0).name(), "regions/nmd/providers/farm");
  EXPECT_EQ(second->next_page_token(), "");
}

TEST_F(ProviderTest, ALocationBelongsToItsProvider) {
  const auto location = desk.Run(&CreateLocation, LocationRequest("farm", "yard"), administrator);
  ASSERT_THAT(location, IsOk());
  EXPECT_EQ(location->name(), "regions/nmd/providers/farm/locations/yard");
  EXPECT_EQ(location->etag(), "1");
  EXPECT_EQ(desk.LastEvent().kind(), "LocationCreated");
  EXPECT_EQ(desk.LastEvent().provider(), "regions/nmd/providers/farm");

  EXPECT_THAT(desk.Run(&CreateLocation, LocationRequest("farm", "yard"), administrator),
              ReasonIs("LOCATION_EXISTS"));
  EXPECT_THAT(desk.Run(&CreateLocation, LocationRequest("nobody", "yard"), administrator),
              ReasonIs("PROVIDER_NOT_FOUND"));

  v1::ListLocationsRequest list;
  list.set_parent("regions/nmd/providers/farm");
  EXPECT_EQ(desk.Ask(&ListLocations, list, farm_user)->locations_size(), 1);
  list.set_parent("regions/nmd/providers/other");
  EXPECT_THAT(desk.Ask(&ListLocations, list, farm_user), ReasonIs("OTHER_PROVIDER"));
}

TEST_F(ProviderTest, ALocationNamesEachKindOfCareOnce) {
  v1::CreateLocationRequest request = LocationRequest("farm", "-yard");
  request.mutable_location()->add_kinds_of_care(v1::Provider::KIND_OF_CARE_GUIDANCE);
  request.mutable_location()->add_kinds_of_care(v1::Provider::KIND_OF_CARE_GUIDANCE);
  EXPECT_THAT(FieldFaults(desk.Run(&CreateLocation, request, administrator).status()),
              ElementsAre("location_id: INVALID_ID", "location.kinds_of_care[1]: DUPLICATE"));
}

}  // namespace
}  // namespace waarborg::registry
