#include "services/flow/selection.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "services/assessment/errors.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/names.h"
#include "services/registry/records.h"

namespace waarborg::flow {
namespace {

constexpr absl::string_view kSeen = "assessment.selection.risk_view";

std::string Field(absl::string_view name) { return absl::StrCat(kSeen, ".", name); }

}  // namespace

assessment::Faults SelectionFaults(const assessment::v1::Assessment& wish) {
  assessment::Faults faults;
  if (!wish.selection().has_risk_view()) return faults;
  const assessment::v1::RiskSeen& seen = wish.selection().risk_view();
  if (!registry::PolicyVersionName::Parse(seen.policy_version()).ok()) {
    faults.push_back({Field("policy_version"), "INVALID_NAME", "regions/*/policyVersions/*"});
  }
  if (seen.total() < 0) faults.push_back({Field("total"), "NEGATIVE", ""});
  if (seen.rank() < 0) faults.push_back({Field("rank"), "NEGATIVE", ""});
  return faults;
}

absl::Status CheckSelection(const storage::Reader& reader, const assessment::v1::Assessment& wish,
                            absl::CivilDay today) {
  if (!wish.selection().has_risk_view()) return absl::OkStatus();
  const assessment::v1::RiskSeen& seen = wish.selection().risk_view();
  if (ledger::DayOf(seen.date()) > today) {
    return assessment::errors::OfField(Field("date"), "DATE_IN_FUTURE", "");
  }
  ASSIGN_OR_RETURN(const registry::PolicyVersionName policy,
                   registry::PolicyVersionName::Parse(seen.policy_version()));
  return registry::Load(reader, policy).status();
}

}  // namespace waarborg::flow
