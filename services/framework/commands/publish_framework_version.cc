#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"
#include "services/framework/commands.h"
#include "services/framework/errors.h"
#include "services/framework/records.h"
#include "services/framework/rules/content_hash.h"
#include "services/framework/rules/validation.h"
#include "services/language/status_macros.h"
#include "services/ledger/time.h"

namespace waarborg::framework {
namespace {

// What the sentence of the reason names: the form that a name should have, or else the place.
absl::string_view DetailOf(const Fault& fault) {
  if (fault.reason == "INVALID_NAME") return "frameworks/{framework}/versions/{version}";
  return fault.field;
}

absl::StatusOr<v1::FrameworkVersion> PutVersion(ledger::UnitOfWork& unit, const FrameworkVersionName& name,
                                                v1::FrameworkVersion version) {
  *version.mutable_publish_time() = ledger::Stamp(unit.now());
  RETURN_IF_ERROR(unit.Put(kFrameworkVersions, name.Key(), version));
  ledger::Fact fact;
  fact.kind = "FrameworkVersionPublished";
  fact.resource = version.name();
  fact.role = unit.call().caller.FirstOf({call::Role::ROLE_ADMINISTRATOR});
  unit.Record(std::move(fact));
  return version;
}

}  // namespace

void CheckMeaning(const v1::PublishFrameworkVersionRequest& request, call::Violations& violations) {
  if (!request.has_framework_version()) return;
  for (const Fault& fault : VersionFaults(request.framework_version())) {
    violations.Add(absl::StrCat("framework_version.", fault.field), fault.reason, DetailOf(fault));
  }
}

absl::StatusOr<v1::FrameworkVersion> PublishFrameworkVersion(
    ledger::UnitOfWork& unit, const v1::PublishFrameworkVersionRequest& request) {
  if (request.validate_only()) unit.Rehearse();
  call::Violations violations;
  CheckMeaning(request, violations);
  RETURN_IF_ERROR(violations.ToStatus());
  v1::FrameworkVersion version = request.framework_version();
  ASSIGN_OR_RETURN(const FrameworkVersionName name, FrameworkVersionName::Parse(version.name()));
  version.set_content_hash(ContentHash(version));
  ASSIGN_OR_RETURN(std::optional<v1::FrameworkVersion> published, unit.Get(kFrameworkVersions, name.Key()));
  if (!published.has_value()) return PutVersion(unit, name, std::move(version));
  if (published->content_hash() == version.content_hash()) return *std::move(published);
  return errors::FrameworkVersionExists(version.name(), published->content_hash(), version.content_hash());
}

}  // namespace waarborg::framework
