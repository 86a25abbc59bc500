#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/registry/changes.h"
#include "services/registry/commands.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"

namespace waarborg::registry {
namespace {

struct ChangeableField {
  absl::string_view path;
  void (*copy)(const v1::Provider& from, v1::Provider& to);
};

constexpr ChangeableField kChangeable[] = {
    {"title", [](const v1::Provider& from, v1::Provider& to) { to.set_title(from.title()); }},
    {"agb_code", [](const v1::Provider& from, v1::Provider& to) { to.set_agb_code(from.agb_code()); }},
    {"kinds_of_care",
     [](const v1::Provider& from, v1::Provider& to) { *to.mutable_kinds_of_care() = from.kinds_of_care(); }},
    {"conditions",
     [](const v1::Provider& from, v1::Provider& to) { *to.mutable_conditions() = from.conditions(); }},
    {"fte_hundredths",
     [](const v1::Provider& from, v1::Provider& to) { to.set_fte_hundredths(from.fte_hundredths()); }},
    {"entrant", [](const v1::Provider& from, v1::Provider& to) { to.set_entrant(from.entrant()); }},
    {"inactive", [](const v1::Provider& from, v1::Provider& to) { to.set_inactive(from.inactive()); }},
};

struct FixedField {
  absl::string_view path;
  bool (*same)(const v1::Provider& wanted, const v1::Provider& stored);
};

// Name, profile and KvK number say who a provider is: with another one it is another provider. A resource
// that was shown goes back whole, so its profile and number may be repeated.
constexpr FixedField kFixed[] = {
    {"profile", [](const v1::Provider& wanted,
                   const v1::Provider& stored) { return wanted.profile() == stored.profile(); }},
    {"kvk_number", [](const v1::Provider& wanted,
                      const v1::Provider& stored) { return wanted.kvk_number() == stored.kvk_number(); }},
};

bool IsRepeated(absl::string_view path, const v1::Provider& wanted, const v1::Provider& stored) {
  return std::any_of(std::begin(kFixed), std::end(kFixed), [&](const FixedField& field) {
    return field.path == path && field.same(wanted, stored);
  });
}

bool CopyField(absl::string_view path, const v1::Provider& from, v1::Provider& to) {
  for (const ChangeableField& field : kChangeable) {
    if (field.path != path) continue;
    field.copy(from, to);
    return true;
  }
  return false;
}

v1::Provider Merge(const v1::UpdateProviderRequest& request, const v1::Provider& stored,
                   call::Violations& violations) {
  v1::Provider merged = stored;
  if (request.update_mask().paths().empty()) violations.Add("update_mask.paths", "REQUIRED");
  for (int i = 0; i < request.update_mask().paths_size(); ++i) {
    const std::string& path = request.update_mask().paths(i);
    if (!IsRepeated(path, request.provider(), stored) && !CopyField(path, request.provider(), merged)) {
      violations.Add(absl::StrCat("update_mask.paths[", i, "]"), "NOT_CHANGEABLE", path);
    }
  }
  return merged;
}

}  // namespace

absl::StatusOr<v1::Provider> UpdateProvider(ledger::UnitOfWork& unit,
                                            const v1::UpdateProviderRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName name, ProviderName::Parse(request.provider().name()));
  ASSIGN_OR_RETURN(const v1::Provider stored, Load(unit.reader(), name));
  RETURN_IF_ERROR(call::CheckEtag(stored.name(), request.provider().etag(), stored.etag()));
  call::Violations violations;
  v1::Provider merged = Merge(request, stored, violations);
  CheckProvider(merged, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  return PutProvider(unit, name, std::move(merged), &stored);
}

}  // namespace waarborg::registry
