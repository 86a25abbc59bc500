#include "services/improvement/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::improvement {

absl::StatusOr<ImprovementPlanName> ImprovementPlanName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/improvementPlans/*"));
  return ImprovementPlanName{.region = std::move(ids[0]), .plan = std::move(ids[1])};
}

std::string ImprovementPlanName::ToString() const {
  return absl::StrCat("regions/", region, "/improvementPlans/", plan);
}

std::string ImprovementPlanName::Key() const { return storage::KeyBuilder().Text(region).Text(plan).Take(); }

absl::StatusOr<AttentionPointName> AttentionPointName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids,
                   call::ParseName(name, "regions/*/providers/*/attentionPoints/*"));
  return AttentionPointName{
      .region = std::move(ids[0]), .provider = std::move(ids[1]), .point = std::move(ids[2])};
}

std::string AttentionPointName::ToString() const {
  return absl::StrCat("regions/", region, "/providers/", provider, "/attentionPoints/", point);
}

std::string AttentionPointName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(point).Take();
}

}  // namespace waarborg::improvement
