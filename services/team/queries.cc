#include "services/team/queries.h"

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/registry/records.h"
#include "services/team/member_checks.h"
#include "services/team/records.h"

namespace waarborg::team {
namespace {

// In `shared` no team works, so nothing is lacking there.
absl::StatusOr<ExpertiseSet> UncoveredIn(const storage::Reader& reader, const registry::RegionName& name) {
  if (name.region == kShared) return ExpertiseSet();
  ASSIGN_OR_RETURN(const registry::v1::Region region, registry::Load(reader, name));
  ASSIGN_OR_RETURN(const std::vector<v1::Member> members, MembersOf(reader, name.region));
  ExpertiseSet wanted;
  for (const int each : region.expertise()) wanted |= ExpertiseSet{static_cast<v1::Expertise>(each)};
  ExpertiseSet filled;
  for (const v1::Member& member : members) {
    if (!member.inactive()) filled |= HeldBy(member).expertise;
  }
  return Uncovered(wanted, filled);
}

}  // namespace

absl::StatusOr<v1::Member> GetMember(const ledger::View& view, const v1::GetMemberRequest& request) {
  ASSIGN_OR_RETURN(const MemberName name, MemberName::Parse(request.name()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListMembersResponse> ListMembers(const ledger::View& view,
                                                    const v1::ListMembersRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("members|", request.parent())));
  ASSIGN_OR_RETURN(ledger::PageOf<v1::Member> found,
                   ledger::ListRecords(view.reader, kMembers, region.Key(), page));
  v1::ListMembersResponse response;
  for (v1::Member& member : found.items) *response.add_members() = std::move(member);
  response.set_next_page_token(std::move(found.next_page_token));
  if (!request.page_token().empty()) return response;
  ASSIGN_OR_RETURN(const ExpertiseSet uncovered, UncoveredIn(view.reader, region));
  for (const v1::Expertise expertise : uncovered) response.add_uncovered_expertise(expertise);
  return response;
}

}  // namespace waarborg::team
