#include "services/flow/reading.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "services/assessment/records.h"
#include "services/assessment/redaction.h"
#include "services/call/authorization.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/comment/records.h"
#include "services/comment/visibility.h"
#include "services/escalation/records.h"
#include "services/escalation/visibility.h"
#include "services/improvement/records.h"
#include "services/incident/records.h"
#include "services/incident/visibility.h"
#include "services/language/status_macros.h"
#include "services/registry/records.h"
#include "services/task/names.h"
#include "services/task/records.h"

namespace waarborg::flow {
namespace {

using Ids = std::vector<std::string>;

struct Asked {
  const storage::Reader& reader;
  const call::Caller& caller;
  absl::string_view resource;
};

std::string NameOfProvider(const Ids& ids) {
  return registry::ProviderName{.region = ids[0], .provider = ids[1]}.ToString();
}

absl::StatusOr<std::string> OwnProvider(const Asked& asked, std::string provider) {
  RETURN_IF_ERROR(call::CheckOwnProvider(asked.caller, provider));
  return provider;
}

absl::StatusOr<std::string> OfProvider(const Asked& asked, const Ids& ids) {
  RETURN_IF_ERROR(call::CheckOwnProvider(asked.caller, NameOfProvider(ids)));
  RETURN_IF_ERROR(
      registry::Load(asked.reader, registry::ProviderName{.region = ids[0], .provider = ids[1]}).status());
  return NameOfProvider(ids);
}

absl::StatusOr<assessment::v1::Assessment> LoadAssessment(const Asked& asked, const Ids& ids) {
  ASSIGN_OR_RETURN(
      assessment::v1::Assessment record,
      assessment::Load(asked.reader, assessment::AssessmentName{.region = ids[0], .assessment = ids[1]}));
  RETURN_IF_ERROR(assessment::CheckKnown(asked.caller, record));
  RETURN_IF_ERROR(call::CheckOwnProvider(asked.caller, record.provider()));
  return record;
}

absl::StatusOr<std::string> OfAssessment(const Asked& asked, const Ids& ids) {
  ASSIGN_OR_RETURN(const assessment::v1::Assessment record, LoadAssessment(asked, ids));
  return record.provider();
}

absl::StatusOr<std::string> OfFinding(const Asked& asked, const Ids& ids) {
  ASSIGN_OR_RETURN(const assessment::v1::Assessment record, LoadAssessment(asked, ids));
  const assessment::FindingName name{.region = ids[0], .assessment = ids[1], .criterion = ids[2]};
  ASSIGN_OR_RETURN(const assessment::v1::Finding finding, assessment::Load(asked.reader, name));
  if (!assessment::IsShown(asked.caller, record, finding)) {
    return call::error::NotFound("FINDING", name.ToString());
  }
  return record.provider();
}

absl::StatusOr<std::string> OfPlan(const Asked& asked, const Ids& ids) {
  ASSIGN_OR_RETURN(
      const improvement::v1::ImprovementPlan plan,
      improvement::Load(asked.reader, improvement::ImprovementPlanName{.region = ids[0], .plan = ids[1]}));
  RETURN_IF_ERROR(call::CheckOwnProvider(asked.caller, plan.provider()));
  const auto is_asked = [&ids](const improvement::v1::PlanItem& item) { return item.criterion() == ids[2]; };
  const bool there = ids.size() == 2 || std::any_of(plan.items().begin(), plan.items().end(), is_asked);
  if (!there) return call::error::NotFound("PLAN_ITEM", asked.resource);
  return plan.provider();
}

absl::StatusOr<std::string> OfPoint(const Asked& asked, const Ids& ids) {
  ASSIGN_OR_RETURN(std::string provider, OwnProvider(asked, NameOfProvider(ids)));
  const improvement::AttentionPointName name{.region = ids[0], .provider = ids[1], .point = ids[2]};
  RETURN_IF_ERROR(improvement::Load(asked.reader, name).status());
  return provider;
}

absl::StatusOr<std::string> OfStanding(const Asked& asked, const Ids& ids) {
  return OwnProvider(asked, NameOfProvider(ids));
}

template <class Name>
absl::StatusOr<std::string> OfLadder(const Asked& asked, const Ids& ids, const Name& name,
                                     absl::string_view noun) {
  ASSIGN_OR_RETURN(std::string provider, OwnProvider(asked, NameOfProvider(ids)));
  ASSIGN_OR_RETURN(const auto record, escalation::Load(asked.reader, name));
  if (asked.caller.IsOnlyProvider() && !escalation::IsVisibleToProvider(record)) {
    return call::error::NotFound(noun, name.ToString());
  }
  return provider;
}

absl::StatusOr<std::string> OfStep(const Asked& asked, const Ids& ids) {
  return OfLadder(asked, ids, escalation::StepName{.region = ids[0], .provider = ids[1], .step = ids[2]},
                  "STEP");
}

absl::StatusOr<std::string> OfAcuteCase(const Asked& asked, const Ids& ids) {
  return OfLadder(asked, ids,
                  escalation::AcuteCaseName{.region = ids[0], .provider = ids[1], .acute_case = ids[2]},
                  "ACUTE_CASE");
}

absl::StatusOr<std::string> OfIncident(const Asked& asked, const Ids& ids) {
  ASSIGN_OR_RETURN(
      const incident::v1::Incident record,
      incident::Load(asked.reader, incident::IncidentName{.region = ids[0], .incident = ids[1]}));
  RETURN_IF_ERROR(incident::CheckVisible(asked.caller, record));
  return record.provider();
}

struct Row {
  const char* pattern;
  absl::StatusOr<std::string> (*provider)(const Asked& asked, const Ids& ids);
};

constexpr Row kRows[] = {
    {"regions/*/providers/*", &OfProvider},
    {"regions/*/assessments/*", &OfAssessment},
    {"regions/*/assessments/*/findings/*", &OfFinding},
    {"regions/*/improvementPlans/*", &OfPlan},
    {"regions/*/improvementPlans/*/items/*", &OfPlan},
    {"regions/*/providers/*/attentionPoints/*", &OfPoint},
    {"regions/*/escalations/*/standings/*", &OfStanding},
    {"regions/*/escalations/*/steps/*", &OfStep},
    {"regions/*/escalations/*/acuteCases/*", &OfAcuteCase},
    {"regions/*/incidents/*", &OfIncident},
};

}  // namespace

namespace {

// What hangs on a resource is read by whoever reads the resource, if it is theirs to see.
template <class Name>
absl::StatusOr<std::string> OfTalk(const Asked& asked, const Name& name, const std::string& parent) {
  ASSIGN_OR_RETURN(std::string provider, ProviderToRead(asked.reader, asked.caller, parent));
  ASSIGN_OR_RETURN(const auto record, comment::Load(asked.reader, name));
  if (comment::IsVisibleTo(asked.caller, record)) return provider;
  return call::error::NotFound("COMMENT", name.ToString());
}

}  // namespace

absl::StatusOr<std::string> ProviderToRead(const storage::Reader& reader, const call::Caller& caller,
                                           absl::string_view resource) {
  for (const Row& row : kRows) {
    const std::optional<Ids> ids = call::MatchName(resource, row.pattern);
    if (ids.has_value()) return row.provider({reader, caller, resource}, *ids);
  }
  const absl::StatusOr<comment::ThreadName> thread = comment::ThreadName::Parse(resource);
  if (thread.ok()) return OfTalk({reader, caller, resource}, *thread, thread->parent);
  const absl::StatusOr<comment::CommentName> comment = comment::CommentName::Parse(resource);
  if (comment.ok()) return OfTalk({reader, caller, resource}, *comment, comment->thread.parent);
  return call::ParseName(resource, kRows[0].pattern).status();
}

absl::StatusOr<bool> IsCallersTask(const storage::Reader& reader, const call::Caller& caller,
                                   absl::string_view task) {
  const absl::StatusOr<task::TaskName> name = task::TaskName::Parse(task);
  if (!name.ok()) return false;
  const absl::StatusOr<task::v1::Task> record = task::Load(reader, *name);
  if (absl::IsNotFound(record.status())) return false;
  if (!record.ok()) return record.status();
  const bool of_role = record->role() != team::v1::ROLE_UNSPECIFIED && caller.Holds(record->role());
  return of_role || record->assignee() == caller.member;
}

}  // namespace waarborg::flow
