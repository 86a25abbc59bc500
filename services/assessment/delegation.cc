#include "services/assessment/delegation.h"

#include "absl/strings/str_cat.h"
#include "services/assessment/errors.h"
#include "services/language/status_macros.h"
#include "services/team/records.h"

namespace waarborg::assessment {

absl::Status CheckDelegation(const storage::Reader& reader, const MemberNames& delegation) {
  Faults faults;
  for (int i = 0; i < delegation.size(); ++i) {
    ASSIGN_OR_RETURN(const team::MemberName name, team::MemberName::Parse(delegation[i]));
    const absl::StatusOr<team::v1::Member> member = team::Load(reader, name);
    if (!member.ok() && !absl::IsNotFound(member.status())) return member.status();
    if (member.ok() && !member->inactive()) continue;
    faults.push_back({absl::StrCat("delegation[", i, "]"), "UNKNOWN_DELEGATE", delegation[i]});
  }
  return errors::OfFaults(faults);
}

}  // namespace waarborg::assessment
