#include <algorithm>
#include <iterator>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/call/etag.h"
#include "services/language/status_macros.h"
#include "services/registry/changes.h"
#include "services/registry/commands.h"
#include "services/registry/obligation_changes.h"
#include "services/registry/records.h"
#include "services/registry/request_faults.h"
#include "services/registry/rules/provider.h"

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
    {"sectors", [](const v1::Provider& from, v1::Provider& to) { *to.mutable_sectors() = from.sectors(); }},
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

bool IsFixed(absl::string_view path) {
  return std::any_of(std::begin(kFixed), std::end(kFixed),
                     [path](const FixedField& field) { return field.path == path; });
}

bool IsChangeable(absl::string_view path) {
  return std::any_of(std::begin(kChangeable), std::end(kChangeable),
                     [path](const ChangeableField& field) { return field.path == path; });
}

void CopyField(absl::string_view path, const v1::Provider& from, v1::Provider& to) {
  for (const ChangeableField& field : kChangeable) {
    if (field.path == path) field.copy(from, to);
  }
}

// The mask names what can change; `stored` is null where it is not known.
void CheckMask(const v1::UpdateProviderRequest& request, const v1::Provider* stored,
               call::Violations& violations) {
  if (request.update_mask().paths().empty()) violations.Add("update_mask.paths", "REQUIRED");
  for (int i = 0; i < request.update_mask().paths_size(); ++i) {
    const std::string& path = request.update_mask().paths(i);
    if (IsChangeable(path)) continue;
    if (stored == nullptr ? IsFixed(path) : IsRepeated(path, request.provider(), *stored)) continue;
    violations.Add(absl::StrCat("update_mask.paths[", i, "]"), "NOT_CHANGEABLE", path);
  }
}

v1::Provider Merge(const v1::UpdateProviderRequest& request, const v1::Provider& stored,
                   call::Violations& violations) {
  v1::Provider merged = stored;
  CheckMask(request, &stored, violations);
  for (const std::string& path : request.update_mask().paths()) CopyField(path, request.provider(), merged);
  return merged;
}

// Whether the mask names the field that the fault is on. What it leaves alone stays as it is stored.
bool IsNamed(const google::protobuf::FieldMask& mask, absl::string_view fault_field) {
  const absl::string_view field = fault_field.substr(0, fault_field.find('['));
  return std::find(mask.paths().begin(), mask.paths().end(), field) != mask.paths().end();
}

}  // namespace

void CheckMeaning(const v1::UpdateProviderRequest& request, call::Violations& violations) {
  CheckMask(request, nullptr, violations);
  for (const ProviderFault& fault : ProviderFaults(request.provider())) {
    if (IsFixed(fault.field) || !IsNamed(request.update_mask(), fault.field)) continue;
    violations.Add(absl::StrCat("provider.", fault.field), fault.reason);
  }
}

absl::StatusOr<v1::Provider> UpdateProvider(ledger::UnitOfWork& unit,
                                            const v1::UpdateProviderRequest& request) {
  ASSIGN_OR_RETURN(const ProviderName name, ProviderName::Parse(request.provider().name()));
  ASSIGN_OR_RETURN(const v1::Provider stored, Load(unit.reader(), name));
  RETURN_IF_ERROR(call::CheckEtag(stored.name(), request.provider().etag(), stored.etag()));
  call::Violations violations;
  v1::Provider merged = Merge(request, stored, violations);
  CheckProvider(merged, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(v1::Provider provider, PutProvider(unit, name, std::move(merged), &stored));
  RETURN_IF_ERROR(OpenMissing(unit, name, provider).status());
  return provider;
}

}  // namespace waarborg::registry
