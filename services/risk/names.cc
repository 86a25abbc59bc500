#include "services/risk/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"

namespace waarborg::risk {

absl::StatusOr<RiskViewName> RiskViewName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/providers/*/riskView"));
  return RiskViewName{.provider = {.region = std::move(ids[0]), .provider = std::move(ids[1])}};
}

std::string RiskViewName::ToString() const { return absl::StrCat(provider.ToString(), "/riskView"); }

}  // namespace waarborg::risk
