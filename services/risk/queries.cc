#include "services/risk/queries.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/ledger/time.h"
#include "services/registry/names.h"
#include "services/registry/records.h"
#include "services/registry/rules/risk_policy.h"
#include "services/risk/errors.h"
#include "services/risk/facts.h"
#include "services/risk/names.h"
#include "services/risk/rules/weighing.h"

namespace waarborg::risk {
namespace {

using registry::ProviderName;
using registry::v1::Provider;

// Makes the views of one region at one moment, by the policy in force.
class Viewer final {
 public:
  static absl::StatusOr<Viewer> For(const ledger::View& view, const std::string& region) {
    ASSIGN_OR_RETURN(const registry::v1::Region record,
                     registry::Load(view.reader, registry::RegionName{.region = region}));
    ASSIGN_OR_RETURN(const registry::PolicyVersionName policy,
                     registry::PolicyVersionName::Parse(record.current_policy()));
    ASSIGN_OR_RETURN(const registry::v1::PolicyVersion version, registry::Load(view.reader, policy));
    return Viewer(view, version);
  }

  [[nodiscard]] absl::StatusOr<v1::RiskView> Of(const ProviderName& name, const Provider& provider) const {
    ASSIGN_OR_RETURN(const Facts facts, FactsOf(view_.reader, name, provider, since_, view_.call.now));
    v1::RiskView risk = Weigh(facts, weights_, today_);
    risk.set_name(RiskViewName{name}.ToString());
    risk.set_provider(provider.name());
    risk.set_policy_version(policy_);
    risk.set_default_weights(default_weights_);
    *risk.mutable_date() = ledger::DateOf(today_);
    return risk;
  }

 private:
  Viewer(const ledger::View& view, const registry::v1::PolicyVersion& policy)
      : view_(view),
        weights_(registry::RiskOf(policy)),
        policy_(policy.name()),
        default_weights_(!policy.has_risk()),
        today_(ledger::Today(view.call.now)),
        since_(ledger::EndOfDay(today_ - weights_.ages(weights_.ages_size() - 1).within_days() - 1)) {}

  const ledger::View& view_;
  const registry::v1::RiskPolicy weights_;
  const std::string policy_;
  const bool default_weights_;
  const absl::CivilDay today_;
  const absl::Time since_;  // reports from before weigh nothing
};

// A place in the list.
struct Place {
  int total = 0;
  std::string provider;  // its id
};

bool Before(const Place& a, const Place& b) {
  return a.total != b.total ? a.total > b.total : a.provider < b.provider;
}

std::string TokenOf(const Place& place) { return absl::StrCat(place.total, "|", place.provider); }

absl::StatusOr<Place> ParsePlace(const std::string& token) {
  const std::vector<std::string> parts = absl::StrSplit(token, '|');
  Place place;
  if (parts.size() != 2 || !absl::SimpleAtoi(parts[0], &place.total)) return call::InvalidPageToken();
  place.provider = parts[1];
  return place;
}

// Where every active provider of the region stands. Only the places are kept: of a few thousand providers,
// some hundred kilobytes.
absl::StatusOr<std::vector<Place>> Places(const ledger::View& view, const Viewer& viewer,
                                          const std::string& region) {
  const std::string prefix = registry::RegionName{.region = region}.Key();
  constexpr absl::string_view kList = "providers";
  std::vector<Place> places;
  std::string next;
  do {
    ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(call::kLargestPageSize, next, kList));
    ASSIGN_OR_RETURN(ledger::PageOf<Provider> providers,
                     ledger::ListRecords(view.reader, registry::kProviders, prefix, page));
    for (const Provider& provider : providers.items) {
      if (provider.inactive()) continue;
      ASSIGN_OR_RETURN(ProviderName name, ProviderName::Parse(provider.name()));
      ASSIGN_OR_RETURN(const v1::RiskView risk, viewer.Of(name, provider));
      places.push_back({.total = risk.total(), .provider = std::move(name.provider)});
    }
    next = std::move(providers.next_page_token);
  } while (!next.empty());
  std::sort(places.begin(), places.end(), Before);
  return places;
}

absl::StatusOr<std::size_t> FirstOf(const std::vector<Place>& places, const call::Page& page) {
  if (page.next_key.empty()) return 0;
  ASSIGN_OR_RETURN(const Place from, ParsePlace(page.next_key));
  return static_cast<std::size_t>(std::lower_bound(places.begin(), places.end(), from, Before) -
                                  places.begin());
}

absl::StatusOr<v1::RiskView> ViewAt(const ledger::View& view, const Viewer& viewer,
                                    const ProviderName& name) {
  ASSIGN_OR_RETURN(const Provider provider, registry::Load(view.reader, name));
  if (provider.inactive()) return errors::RiskViewNotFound(RiskViewName{name}.ToString());
  return viewer.Of(name, provider);
}

}  // namespace

absl::StatusOr<v1::ListRiskViewsResponse> ListRiskViews(const ledger::View& view,
                                                        const v1::ListRiskViewsRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("riskViews|", request.parent())));
  ASSIGN_OR_RETURN(const Viewer viewer, Viewer::For(view, region.region));
  ASSIGN_OR_RETURN(const std::vector<Place> places, Places(view, viewer, region.region));
  ASSIGN_OR_RETURN(std::size_t at, FirstOf(places, page));
  v1::ListRiskViewsResponse response;
  for (ledger::PageRoom room(page.size); at < places.size(); ++at) {
    ASSIGN_OR_RETURN(
        v1::RiskView risk,
        ViewAt(view, viewer, ProviderName{.region = region.region, .provider = places[at].provider}));
    risk.set_rank(static_cast<std::int32_t>(at + 1));
    if (!room.Take(risk.ByteSizeLong())) {
      response.set_next_page_token(call::PageToken(page, TokenOf(places[at])));
      break;
    }
    *response.add_risk_views() = std::move(risk);
  }
  return response;
}

absl::StatusOr<v1::RiskView> GetRiskView(const ledger::View& view, const v1::GetRiskViewRequest& request) {
  ASSIGN_OR_RETURN(const RiskViewName name, RiskViewName::Parse(request.name()));
  ASSIGN_OR_RETURN(const Viewer viewer, Viewer::For(view, name.provider.region));
  return ViewAt(view, viewer, name.provider);
}

}  // namespace waarborg::risk
