#include "services/registry/queries.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/registry/records.h"
#include "storage/keys.h"

namespace waarborg::registry {
namespace {

// A page of what lies below `prefix`. `list` names the list, for its page tokens.
template <class Message, class Request>
absl::StatusOr<ledger::PageOf<Message>> PageBelow(const ledger::View& view,
                                                  const ledger::RecordTable<Message>& table,
                                                  const std::string& prefix, absl::string_view list,
                                                  const Request& request) {
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(), list));
  return ledger::ListRecords(view.reader, table, prefix, page);
}

template <class Message>
void MoveInto(std::vector<Message> items, google::protobuf::RepeatedPtrField<Message>& list) {
  for (Message& item : items) *list.Add() = std::move(item);
}

}  // namespace

absl::StatusOr<v1::Region> GetRegion(const ledger::View& view, const v1::GetRegionRequest& request) {
  ASSIGN_OR_RETURN(const RegionName name, RegionName::Parse(request.name()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListRegionsResponse> ListRegions(const ledger::View& view,
                                                    const v1::ListRegionsRequest& request) {
  ASSIGN_OR_RETURN(ledger::PageOf<v1::Region> page, PageBelow(view, kRegions, "", "regions", request));
  v1::ListRegionsResponse response;
  MoveInto(std::move(page.items), *response.mutable_regions());
  response.set_next_page_token(std::move(page.next_page_token));
  return response;
}

absl::StatusOr<v1::PolicyVersion> GetPolicyVersion(const ledger::View& view,
                                                   const v1::GetPolicyVersionRequest& request) {
  ASSIGN_OR_RETURN(const PolicyVersionName name, PolicyVersionName::Parse(request.name()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListPolicyVersionsResponse> ListPolicyVersions(
    const ledger::View& view, const v1::ListPolicyVersionsRequest& request) {
  ASSIGN_OR_RETURN(const RegionName region, RegionName::Parse(request.parent()));
  ASSIGN_OR_RETURN(ledger::PageOf<v1::PolicyVersion> page,
                   PageBelow(view, kPolicyVersions, region.Key(),
                             absl::StrCat("policyVersions|", request.parent()), request));
  v1::ListPolicyVersionsResponse response;
  MoveInto(std::move(page.items), *response.mutable_policy_versions());
  response.set_next_page_token(std::move(page.next_page_token));
  return response;
}

absl::StatusOr<v1::Provider> GetProvider(const ledger::View& view, const v1::GetProviderRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName name, ProviderName::Parse(request.name()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, request.name()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListProvidersResponse> ListProviders(const ledger::View& view,
                                                        const v1::ListProvidersRequest& request) {
  ASSIGN_OR_RETURN(const RegionName region, RegionName::Parse(request.parent()));
  // Who speaks for one provider gets a list of one.
  std::string prefix = region.Key();
  const std::string& own = view.call.caller.provider;
  if (!own.empty()) {
    ASSIGN_OR_RETURN(const ProviderName name, ProviderName::Parse(own));
    prefix = name.Key();
  }
  ASSIGN_OR_RETURN(
      ledger::PageOf<v1::Provider> page,
      PageBelow(view, kProviders, prefix, absl::StrCat("providers|", request.parent(), "|", own), request));
  v1::ListProvidersResponse response;
  MoveInto(std::move(page.items), *response.mutable_providers());
  response.set_next_page_token(std::move(page.next_page_token));
  return response;
}

absl::StatusOr<v1::ListLocationsResponse> ListLocations(const ledger::View& view,
                                                        const v1::ListLocationsRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName provider, ProviderName::Parse(request.parent()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, request.parent()));
  ASSIGN_OR_RETURN(
      ledger::PageOf<v1::Location> page,
      PageBelow(view, kLocations, provider.Key(), absl::StrCat("locations|", request.parent()), request));
  v1::ListLocationsResponse response;
  MoveInto(std::move(page.items), *response.mutable_locations());
  response.set_next_page_token(std::move(page.next_page_token));
  return response;
}

absl::StatusOr<v1::Contract> GetContract(const ledger::View& view, const v1::GetContractRequest& request) {
  ASSIGN_OR_RETURN(const ContractName name, ContractName::Parse(request.name()));
  const ProviderName provider{.region = name.region, .provider = name.provider};
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, provider.ToString()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListContractsResponse> ListContracts(const ledger::View& view,
                                                        const v1::ListContractsRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName provider, ProviderName::Parse(request.parent()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, request.parent()));
  ASSIGN_OR_RETURN(
      ledger::PageOf<v1::Contract> page,
      PageBelow(view, kContracts, provider.Key(), absl::StrCat("contracts|", request.parent()), request));
  v1::ListContractsResponse response;
  MoveInto(std::move(page.items), *response.mutable_contracts());
  response.set_next_page_token(std::move(page.next_page_token));
  return response;
}

}  // namespace waarborg::registry
