#include "services/improvement/queries.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/page.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/improvement/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"
#include "storage/keys.h"

namespace waarborg::improvement {
namespace {

// The plans of a region, or of one provider in it.
absl::StatusOr<ledger::PageOf<v1::ImprovementPlan>> PlansOf(const ledger::View& view,
                                                            const std::string& region,
                                                            const std::string& provider,
                                                            const call::Page& page) {
  storage::KeyBuilder prefix;
  prefix.Text(region);
  if (provider.empty()) return ledger::ListRecords(view.reader, kImprovementPlans, prefix.Take(), page);
  prefix.Text(provider);
  return ledger::ListByIndex(view.reader, kImprovementPlans, prefix.Take(), page);
}

}  // namespace

absl::StatusOr<v1::ImprovementPlan> GetImprovementPlan(const ledger::View& view,
                                                       const v1::GetImprovementPlanRequest& request) {
  ASSIGN_OR_RETURN(const ImprovementPlanName name, ImprovementPlanName::Parse(request.name()));
  ASSIGN_OR_RETURN(v1::ImprovementPlan plan, Load(view.reader, name));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, plan.provider()));
  return VisibleTo(view.call.caller, std::move(plan));
}

absl::StatusOr<v1::ListImprovementPlansResponse> ListImprovementPlans(
    const ledger::View& view, const v1::ListImprovementPlansRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  const call::Caller& caller = view.call.caller;
  const bool own = request.provider().empty() && caller.IsOnlyProvider();
  const std::string provider = own ? caller.provider : request.provider();
  if (!provider.empty()) RETURN_IF_ERROR(call::CheckOwnProvider(caller, provider));
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(),
                                   absl::StrCat("improvementPlans|", request.parent(), "|", provider)));
  ASSIGN_OR_RETURN(ledger::PageOf<v1::ImprovementPlan> plans, PlansOf(view, region.region, provider, page));
  v1::ListImprovementPlansResponse response;
  for (v1::ImprovementPlan& plan : plans.items) {
    *response.add_improvement_plans() = VisibleTo(caller, std::move(plan));
  }
  response.set_next_page_token(std::move(plans.next_page_token));
  return response;
}

absl::StatusOr<v1::AttentionPoint> GetAttentionPoint(const ledger::View& view,
                                                     const v1::GetAttentionPointRequest& request) {
  ASSIGN_OR_RETURN(const AttentionPointName name, AttentionPointName::Parse(request.name()));
  const registry::ProviderName provider{.region = name.region, .provider = name.provider};
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, provider.ToString()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListAttentionPointsResponse> ListAttentionPoints(
    const ledger::View& view, const v1::ListAttentionPointsRequest& request) {
  ASSIGN_OR_RETURN(const registry::ProviderName provider, registry::ProviderName::Parse(request.parent()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, request.parent()));
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(),
                                   absl::StrCat("attentionPoints|", request.parent())));
  const std::string prefix = storage::KeyBuilder().Text(provider.region).Text(provider.provider).Take();
  ASSIGN_OR_RETURN(ledger::PageOf<v1::AttentionPoint> points,
                   ledger::ListRecords(view.reader, kAttentionPoints, prefix, page));
  v1::ListAttentionPointsResponse response;
  for (v1::AttentionPoint& point : points.items) *response.add_attention_points() = std::move(point);
  response.set_next_page_token(std::move(points.next_page_token));
  return response;
}

}  // namespace waarborg::improvement
