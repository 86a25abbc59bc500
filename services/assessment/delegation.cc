#include "services/assessment/delegation.h"

#include <algorithm>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/assessment/errors.h"
#include "services/assessment/rules/lifecycle.h"
#include "services/language/status_macros.h"
#include "services/team/records.h"

namespace waarborg::assessment {
namespace {

// Who goes to see how the care is: never the provider's own people, a machine, or who only decides or reads.
constexpr RoleSet kGoes = kTeam | kSr;

bool Goes(const team::v1::Member& member) {
  return std::any_of(member.roles().begin(), member.roles().end(),
                     [](int role) { return kGoes.Contains(static_cast<team::v1::Role>(role)); });
}

// What is wrong with naming this member; "" when nothing is.
absl::StatusOr<std::string> FaultOf(const storage::Reader& reader, const std::string& delegate, bool first) {
  ASSIGN_OR_RETURN(const team::MemberName name, team::MemberName::Parse(delegate));
  const absl::StatusOr<team::v1::Member> member = team::Load(reader, name);
  if (!member.ok() && !absl::IsNotFound(member.status())) return member.status();
  if (!member.ok() || member->inactive()) return "UNKNOWN_DELEGATE";
  if (!Goes(*member)) return "DELEGATE_NOT_OF_TEAM";
  return first ? "" : "DELEGATED_TWICE";
}

}  // namespace

absl::Status CheckDelegation(const storage::Reader& reader, const MemberNames& delegation) {
  Faults faults;
  std::set<std::string> named;
  for (int i = 0; i < delegation.size(); ++i) {
    ASSIGN_OR_RETURN(const std::string reason,
                     FaultOf(reader, delegation[i], named.insert(delegation[i]).second));
    if (!reason.empty()) faults.push_back({absl::StrCat("delegation[", i, "]"), reason, delegation[i]});
  }
  return errors::OfFaults(faults);
}

}  // namespace waarborg::assessment
