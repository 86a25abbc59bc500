#include "services/flow/conclude_incident.h"

#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "services/assessment/names.h"
#include "services/assessment/records.h"
#include "services/call/error.h"
#include "services/escalation/names.h"
#include "services/escalation/records.h"
#include "services/improvement/names.h"
#include "services/improvement/records.h"
#include "services/incident/changes.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/language/status_macros.h"
#include "services/registry/names.h"

namespace waarborg::flow {
namespace {

// The provider that a record speaks of; nothing when the name is not of this kind.
template <class Name>
absl::StatusOr<std::optional<std::string>> ProviderNamedIn(const storage::Reader& reader,
                                                           const std::string& link) {
  const absl::StatusOr<Name> name = Name::Parse(link);
  if (!name.ok()) return std::optional<std::string>();
  ASSIGN_OR_RETURN(const auto record, Load(reader, *name));
  return std::optional<std::string>(record.provider());
}

// The same for a record whose name says which provider it is of.
template <class Name>
absl::StatusOr<std::optional<std::string>> ProviderInName(const storage::Reader& reader,
                                                          const std::string& link) {
  const absl::StatusOr<Name> name = Name::Parse(link);
  if (!name.ok()) return std::optional<std::string>();
  RETURN_IF_ERROR(Load(reader, *name).status());
  return std::optional<std::string>(registry::ProviderName{name->region, name->provider}.ToString());
}

// NOT_FOUND when nothing has this name.
absl::StatusOr<std::string> ProviderOf(const storage::Reader& reader, const std::string& link) {
  for (const auto find :
       {&ProviderNamedIn<assessment::AssessmentName>, &ProviderNamedIn<improvement::ImprovementPlanName>,
        &ProviderInName<escalation::StepName>, &ProviderInName<escalation::AcuteCaseName>}) {
    ASSIGN_OR_RETURN(std::optional<std::string> provider, find(reader, link));
    if (provider.has_value()) return *std::move(provider);
  }
  return absl::NotFoundError(link);
}

absl::Status CheckLinks(const storage::Reader& reader, const incident::v1::ConcludeIncidentRequest& request) {
  ASSIGN_OR_RETURN(const incident::IncidentName name, incident::IncidentName::Parse(request.name()));
  ASSIGN_OR_RETURN(const incident::v1::Incident report, incident::Load(reader, name));
  call::Violations violations;
  for (int i = 0; i < request.links_size(); ++i) {
    const std::string& link = request.links(i);
    const absl::StatusOr<std::string> provider = ProviderOf(reader, link);
    if (absl::IsNotFound(provider.status())) {
      violations.Add(absl::StrCat("links[", i, "]"), "LINK_NOT_FOUND", link);
    } else if (!provider.ok()) {
      return provider.status();
    } else if (*provider != report.provider()) {
      violations.Add(absl::StrCat("links[", i, "]"), "LINK_OF_OTHER_PROVIDER", link);
    }
  }
  return violations.ToStatus();
}

}  // namespace

absl::StatusOr<incident::v1::Incident> ConcludeIncident(
    ledger::UnitOfWork& unit, const incident::v1::ConcludeIncidentRequest& request) {
  RETURN_IF_ERROR(CheckLinks(unit.reader(), request));
  return incident::Conclude(unit, request);
}

}  // namespace waarborg::flow
