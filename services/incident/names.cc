#include "services/incident/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::incident {

absl::StatusOr<IncidentName> IncidentName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/incidents/*"));
  return IncidentName{.region = std::move(ids[0]), .incident = std::move(ids[1])};
}

std::string IncidentName::ToString() const {
  return absl::StrCat("regions/", region, "/incidents/", incident);
}

std::string IncidentName::Reporter() const { return absl::StrCat(ToString(), "/reporter"); }

std::string IncidentName::Key() const { return storage::KeyBuilder().Text(region).Text(incident).Take(); }

std::string EventName::Key() const { return storage::KeyBuilder().Text(region).Text(source).Text(id).Take(); }

}  // namespace waarborg::incident
