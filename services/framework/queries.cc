#include "services/framework/queries.h"

#include <utility>

#include "services/call/error.h"
#include "services/call/page.h"
#include "services/framework/records.h"
#include "services/framework/rules/decision.h"
#include "services/framework/rules/input.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"

namespace waarborg::framework {

absl::StatusOr<v1::FrameworkVersion> GetFrameworkVersion(const ledger::View& view,
                                                         const v1::GetFrameworkVersionRequest& request) {
  ASSIGN_OR_RETURN(const FrameworkVersionName name, FrameworkVersionName::ParseLongOrShort(request.name()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListFrameworkVersionsResponse> ListFrameworkVersions(
    const ledger::View& view, const v1::ListFrameworkVersionsRequest& request) {
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(), "frameworkVersions"));
  ASSIGN_OR_RETURN(ledger::PageOf<v1::FrameworkVersion> found,
                   ledger::ListRecords(view.reader, kFrameworkVersions, "", page));
  v1::ListFrameworkVersionsResponse response;
  for (v1::FrameworkVersion& version : found.items) {
    version.clear_themes();
    version.clear_criteria();
    *response.add_framework_versions() = std::move(version);
  }
  response.set_next_page_token(std::move(found.next_page_token));
  return response;
}

absl::StatusOr<v1::Evaluation> EvaluateScores(const ledger::View& view,
                                              const v1::EvaluateScoresRequest& request) {
  call::Violations violations;
  const absl::StatusOr<FrameworkVersionName> name =
      FrameworkVersionName::ParseLongOrShort(request.framework_version());
  if (!name.ok()) violations.Add("framework_version", "INVALID_NAME", kFrameworkVersionForms);
  RETURN_IF_ERROR(violations.ToStatus());
  ASSIGN_OR_RETURN(const v1::FrameworkVersion version, Load(view.reader, *name));
  for (const InputFault& fault : InputFaults(version, request))
    violations.Add(fault.field, fault.reason, fault.field);
  RETURN_IF_ERROR(violations.ToStatus());
  return Decide(version, InputOf(request));
}

}  // namespace waarborg::framework
