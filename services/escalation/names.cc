#include "services/escalation/names.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/call/name.h"
#include "services/language/status_macros.h"
#include "storage/keys.h"

namespace waarborg::escalation {

absl::StatusOr<EscalationName> EscalationName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/escalations/*"));
  return EscalationName{.region = std::move(ids[0]), .provider = std::move(ids[1])};
}

std::string EscalationName::ToString() const {
  return absl::StrCat("regions/", region, "/escalations/", provider);
}

std::string EscalationName::Key() const { return storage::KeyBuilder().Text(region).Text(provider).Take(); }

absl::StatusOr<StandingName> StandingName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids,
                   call::ParseName(name, "regions/*/escalations/*/standings/*"));
  return StandingName{.region = std::move(ids[0]), .provider = std::move(ids[1]), .body = std::move(ids[2])};
}

std::string StandingName::ToString() const {
  return absl::StrCat("regions/", region, "/escalations/", provider, "/standings/", body);
}

std::string StandingName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(body).Take();
}

absl::StatusOr<StepName> StepName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids, call::ParseName(name, "regions/*/escalations/*/steps/*"));
  return StepName{.region = std::move(ids[0]), .provider = std::move(ids[1]), .step = std::move(ids[2])};
}

std::string StepName::ToString() const {
  return absl::StrCat("regions/", region, "/escalations/", provider, "/steps/", step);
}

std::string StepName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(step).Take();
}

absl::StatusOr<AcuteCaseName> AcuteCaseName::Parse(absl::string_view name) {
  ASSIGN_OR_RETURN(std::vector<std::string> ids,
                   call::ParseName(name, "regions/*/escalations/*/acuteCases/*"));
  return AcuteCaseName{
      .region = std::move(ids[0]), .provider = std::move(ids[1]), .acute_case = std::move(ids[2])};
}

std::string AcuteCaseName::ToString() const {
  return absl::StrCat("regions/", region, "/escalations/", provider, "/acuteCases/", acute_case);
}

std::string AcuteCaseName::Key() const {
  return storage::KeyBuilder().Text(region).Text(provider).Text(acute_case).Take();
}

}  // namespace waarborg::escalation
