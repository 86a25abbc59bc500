#include "services/team/changes.h"

#include <string>
#include <utility>

#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"
#include "services/team/records.h"

namespace waarborg::team {

absl::StatusOr<v1::Member> PutMember(ledger::UnitOfWork& unit, const MemberName& name, v1::Member member,
                                     const v1::Member* stored, absl::string_view fact) {
  member.set_name(name.ToString());
  member.set_etag(call::NextEtag(stored == nullptr ? "" : stored->etag()));
  *member.mutable_update_time() = ledger::Stamp(unit.now());
  *member.mutable_create_time() = stored == nullptr ? member.update_time() : stored->create_time();
  RETURN_IF_ERROR(unit.Put(kMembers, name.Key(), member));
  ledger::Fact told;
  told.kind = std::string(fact);
  told.resource = member.name();
  told.provider = member.provider();
  told.role = unit.call().caller.FirstOf({call::Role::ROLE_ADMINISTRATOR, call::Role::ROLE_SYSTEM});
  unit.Record(std::move(told));
  return member;
}

}  // namespace waarborg::team
