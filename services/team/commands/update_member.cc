#include <algorithm>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/team/changes.h"
#include "services/team/commands.h"
#include "services/team/errors.h"
#include "services/team/member_checks.h"
#include "services/team/records.h"

namespace waarborg::team {
namespace {

struct ChangeableField {
  absl::string_view path;
  void (*copy)(const v1::Member& from, v1::Member& to);
};

constexpr ChangeableField kChangeable[] = {
    {"display_name",
     [](const v1::Member& from, v1::Member& to) { to.set_display_name(from.display_name()); }},
    {"roles", [](const v1::Member& from, v1::Member& to) { *to.mutable_roles() = from.roles(); }},
    {"expertise", [](const v1::Member& from, v1::Member& to) { *to.mutable_expertise() = from.expertise(); }},
    {"provider", [](const v1::Member& from, v1::Member& to) { to.set_provider(from.provider()); }},
    {"inactive", [](const v1::Member& from, v1::Member& to) { to.set_inactive(from.inactive()); }},
};

const ChangeableField* FieldAt(absl::string_view path) {
  const auto* field = std::find_if(std::begin(kChangeable), std::end(kChangeable),
                                   [path](const ChangeableField& each) { return each.path == path; });
  return field == std::end(kChangeable) ? nullptr : field;
}

// A member that was shown goes back whole: what cannot change may be repeated. `stored` is null where it is
// not known.
bool MayBeNamed(absl::string_view path, const v1::Member& wanted, const v1::Member* stored) {
  if (FieldAt(path) != nullptr) return true;
  return path == "home_region" && (stored == nullptr || wanted.home_region() == stored->home_region());
}

void CheckMask(const v1::UpdateMemberRequest& request, const v1::Member* stored,
               call::Violations& violations) {
  if (request.update_mask().paths().empty()) violations.Add("update_mask.paths", "REQUIRED");
  for (int i = 0; i < request.update_mask().paths_size(); ++i) {
    const std::string& path = request.update_mask().paths(i);
    if (MayBeNamed(path, request.member(), stored)) continue;
    violations.Add(absl::StrCat("update_mask.paths[", i, "]"), "NOT_CHANGEABLE", path);
  }
}

v1::Member Merge(const v1::UpdateMemberRequest& request, const v1::Member& stored,
                 call::Violations& violations) {
  v1::Member merged = stored;
  CheckMask(request, &stored, violations);
  for (const std::string& path : request.update_mask().paths()) {
    const ChangeableField* field = FieldAt(path);
    if (field != nullptr) field->copy(request.member(), merged);
  }
  return merged;
}

bool Administers(const v1::Member& member) {
  return !member.inactive() && HeldBy(member).roles.Contains(v1::ROLE_ADMINISTRATOR);
}

// Regions can always be set up by somebody.
absl::Status CheckAnAdministratorRemains(const ledger::UnitOfWork& unit, const MemberName& name,
                                         const v1::Member& stored, const v1::Member& merged) {
  if (name.region != kShared || !Administers(stored) || Administers(merged)) return absl::OkStatus();
  ASSIGN_OR_RETURN(const std::string other, OtherAdministrator(unit.reader(), stored.name()));
  return other.empty() ? errors::LastAdministrator(stored.name()) : absl::OkStatus();
}

}  // namespace

// Who a provider's user works for depends on the roles that stay as they are, so that waits for the store.
void CheckMeaning(const v1::UpdateMemberRequest& request, call::Violations& violations) {
  CheckMask(request, nullptr, violations);
  const auto& paths = request.update_mask().paths();
  const auto named = [&paths](absl::string_view field) {
    return std::find(paths.begin(), paths.end(), field) != paths.end();
  };
  if (named("roles")) CheckRoles(request.member(), violations);
  if (named("expertise")) CheckExpertise(request.member(), violations);
}

absl::StatusOr<v1::Member> UpdateMember(ledger::UnitOfWork& unit, const v1::UpdateMemberRequest& request) {
  ASSIGN_OR_RETURN(const MemberName name, MemberName::Parse(request.member().name()));
  ASSIGN_OR_RETURN(const v1::Member stored, Load(unit.reader(), name));
  RETURN_IF_ERROR(call::CheckEtag(stored.name(), request.member().etag(), stored.etag()));
  call::Violations violations;
  v1::Member merged = Merge(request, stored, violations);
  CheckMember(merged, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  RETURN_IF_ERROR(CheckPlace(unit.reader(), name, merged));
  RETURN_IF_ERROR(CheckAnAdministratorRemains(unit, name, stored, merged));
  return PutMember(unit, name, std::move(merged), &stored, "MemberChanged");
}

}  // namespace waarborg::team
