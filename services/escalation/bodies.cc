#include "services/escalation/bodies.h"

#include <algorithm>
#include <set>

#include "absl/strings/str_cat.h"
#include "services/call/each_once.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"

namespace waarborg::escalation {
namespace {

bool IsBodyOf(const registry::v1::Region& region, const std::string& body) {
  return std::any_of(region.commissioning_bodies().begin(), region.commissioning_bodies().end(),
                     [&body](const registry::v1::CommissioningBody& each) { return each.id() == body; });
}

}  // namespace

absl::StatusOr<std::vector<std::string>> IdsForBodies(const call::Call& call,
                                                      const registry::v1::Region& region,
                                                      const std::vector<std::string>& bodies,
                                                      const std::string& prefix, absl::string_view id_field) {
  call::Violations violations;
  if (bodies.empty()) violations.Add("commissioning_bodies", "REQUIRED");
  if (!prefix.empty() && !call::IsChosenId(prefix)) violations.Add(id_field, "INVALID_ID", prefix);
  const std::string start = prefix.empty() ? call.NewId() : prefix;
  std::set<std::string> seen;
  std::vector<std::string> ids;
  for (const std::string& body : bodies) {
    const std::string field = absl::StrCat("commissioning_bodies[", ids.size(), "]");
    if (!IsBodyOf(region, body)) violations.Add(field, "UNKNOWN_COMMISSIONING_BODY", body);
    if (!seen.insert(body).second) violations.Add(field, "DUPLICATE_COMMISSIONING_BODY", body);
    ids.push_back(absl::StrCat(start, "-", body));
    if (violations.empty() && !call::IsIdentifier(ids.back()))
      violations.Add(id_field, "INVALID_ID", ids.back());
  }
  RETURN_IF_ERROR(violations.ToStatus());
  return ids;
}

void CheckBodies(const google::protobuf::RepeatedPtrField<std::string>& bodies, const std::string& prefix,
                 absl::string_view id_field, call::Violations& violations) {
  if (!prefix.empty() && !call::IsChosenId(prefix)) violations.Add(id_field, "INVALID_ID", prefix);
  const auto id = [](const std::string& body) { return body; };
  call::CheckEachOnce(bodies, "commissioning_bodies", "", "DUPLICATE_COMMISSIONING_BODY", id, violations);
}

}  // namespace waarborg::escalation
