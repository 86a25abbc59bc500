#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "services/call/request_check.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/registry/holdings.h"
#include "services/registry/obligation_commands.h"
#include "services/registry/records.h"
#include "services/registry/revision.h"

namespace waarborg::registry {
namespace {

// Given by today, and each criterion touched once. Which criteria there are depends on the framework of the
// assessment that weighs it, so any id will do here.
void CheckJudgement(const v1::ExternalJudgement& judgement, absl::CivilDay today,
                    call::Violations& violations) {
  if (ledger::DayOf(judgement.date()) > today) {
    violations.Add("external_judgement.date", "DATE_IN_FUTURE", absl::FormatCivilTime(today));
  }
  absl::flat_hash_set<std::string> seen;
  for (int i = 0; i < judgement.touches_size(); ++i) {
    if (seen.insert(judgement.touches(i).criterion()).second) continue;
    violations.Add(absl::StrCat("external_judgement.touches[", i, "].criterion"), "DUPLICATE");
  }
}

}  // namespace

absl::StatusOr<v1::ExternalJudgement> RecordExternalJudgement(
    ledger::UnitOfWork& unit, const v1::RecordExternalJudgementRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName owner, ProviderName::Parse(request.parent()));
  RETURN_IF_ERROR(OwnProvider(unit, owner).status());
  const ExternalJudgementName name{.region = owner.region,
                                   .provider = owner.provider,
                                   .judgement = GivenOrNewId(unit, request.external_judgement_id())};
  v1::ExternalJudgement judgement = request.external_judgement();
  call::ClearOutputOnly(judgement);
  judgement.set_name(name.ToString());
  ASSIGN_OR_RETURN(ledger::Fact fact, FollowJudgement(unit, judgement, "record"));
  call::Violations violations;
  CheckIdIfChosen("external_judgement_id", request.external_judgement_id(), violations);
  CheckJudgement(judgement, ledger::Today(unit.now()), violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const std::optional<v1::ExternalJudgement> taken,
                   unit.Get(kExternalJudgements, name.Key()));
  if (taken.has_value()) return call::error::Exists("EXTERNAL_JUDGEMENT", judgement.name());
  judgement.set_author(unit.call().caller.member);
  *judgement.mutable_create_time() = ledger::Stamp(unit.now());
  return KeepJudgement(unit, std::move(judgement), std::move(fact));
}

}  // namespace waarborg::registry
