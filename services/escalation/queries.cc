#include "services/escalation/queries.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/name.h"
#include "services/call/page.h"
#include "services/escalation/changes.h"
#include "services/escalation/records.h"
#include "services/escalation/visibility.h"
#include "services/ledger/page_scan.h"
#include "services/registry/records.h"

namespace waarborg::escalation {
namespace {

constexpr absl::string_view kAnyProvider = "-";

// An open step or case that the provider does not see yet is not named to it either.
absl::Status HideInside(const storage::Reader& reader, v1::Standing& standing) {
  if (!standing.open_step().empty()) {
    ASSIGN_OR_RETURN(const StepName name, StepName::Parse(standing.open_step()));
    ASSIGN_OR_RETURN(const v1::Step step, Load(reader, name));
    if (!IsVisibleToProvider(step)) standing.clear_open_step();
  }
  if (!standing.open_acute_case().empty()) {
    ASSIGN_OR_RETURN(const AcuteCaseName name, AcuteCaseName::Parse(standing.open_acute_case()));
    ASSIGN_OR_RETURN(const v1::AcuteCase record, Load(reader, name));
    if (!IsVisibleToProvider(record)) standing.clear_open_acute_case();
  }
  return absl::OkStatus();
}

// Whose steps or cases a list holds: of one provider, or of the whole region.
struct Extent {
  std::string prefix;  // of the records' keys
  std::string list;    // what the page token is bound to
};

absl::StatusOr<Extent> ExtentOf(const ledger::View& view, absl::string_view what, const std::string& parent) {
  ASSIGN_OR_RETURN(EscalationName name, EscalationName::Parse(parent));
  const call::Caller& caller = view.call.caller;
  const bool whole_region = name.provider == kAnyProvider;
  if (whole_region && IsProviderOnly(caller)) name.provider = call::LastId(caller.provider);
  const registry::ProviderName provider{.region = name.region, .provider = name.provider};
  RETURN_IF_ERROR(call::CheckOwnProvider(caller, provider.ToString()));
  Extent extent{.prefix = name.Key(), .list = absl::StrCat(what, "|", name.ToString())};
  if (name.provider == kAnyProvider) extent.prefix = storage::KeyBuilder().Text(name.region).Take();
  return extent;
}

template <class Record, class Name>
absl::StatusOr<Record> GetVisible(const ledger::View& view, const Name& name, absl::string_view noun) {
  const registry::ProviderName provider{.region = name.region, .provider = name.provider};
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, provider.ToString()));
  ASSIGN_OR_RETURN(Record record, Load(view.reader, name));
  if (IsProviderOnly(view.call.caller) && !IsVisibleToProvider(record)) {
    return call::error::NotFound(noun, name.ToString());
  }
  return SeenBy(view.call.caller, std::move(record));
}

template <class Record, class Request>
absl::StatusOr<ledger::PageOf<Record>> ListVisible(const ledger::View& view, const Request& request,
                                                   const ledger::RecordTable<Record>& table,
                                                   absl::string_view what) {
  ASSIGN_OR_RETURN(const Extent extent, ExtentOf(view, what, request.parent()));
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(), extent.list));
  ASSIGN_OR_RETURN(ledger::PageOf<Record> found,
                   ledger::ListRecords(view.reader, table, extent.prefix, page));
  ledger::PageOf<Record> visible{.items = {}, .next_page_token = std::move(found.next_page_token)};
  for (Record& record : found.items) {
    if (IsProviderOnly(view.call.caller) && !IsVisibleToProvider(record)) continue;
    visible.items.push_back(SeenBy(view.call.caller, std::move(record)));
  }
  return visible;
}

}  // namespace

absl::StatusOr<v1::Escalation> GetEscalation(const ledger::View& view,
                                             const v1::GetEscalationRequest& request) {
  ASSIGN_OR_RETURN(const EscalationName name, EscalationName::Parse(request.name()));
  const registry::ProviderName provider{.region = name.region, .provider = name.provider};
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, provider.ToString()));
  RETURN_IF_ERROR(registry::Load(view.reader, provider).status());
  ASSIGN_OR_RETURN(const registry::v1::Region region,
                   registry::Load(view.reader, registry::RegionName{name.region}));
  v1::Escalation escalation;
  escalation.set_name(name.ToString());
  for (const registry::v1::CommissioningBody& body : region.commissioning_bodies()) {
    ASSIGN_OR_RETURN(v1::Standing standing,
                     LoadStanding(view.reader, {name.region, name.provider, body.id()}));
    if (IsProviderOnly(view.call.caller)) RETURN_IF_ERROR(HideInside(view.reader, standing));
    *escalation.add_standings() = std::move(standing);
  }
  return escalation;
}

absl::StatusOr<v1::Step> GetStep(const ledger::View& view, const v1::GetStepRequest& request) {
  ASSIGN_OR_RETURN(const StepName name, StepName::Parse(request.name()));
  return GetVisible<v1::Step>(view, name, "STEP");
}

absl::StatusOr<v1::ListStepsResponse> ListSteps(const ledger::View& view,
                                                const v1::ListStepsRequest& request) {
  ASSIGN_OR_RETURN(ledger::PageOf<v1::Step> page, ListVisible(view, request, kSteps, "steps"));
  v1::ListStepsResponse response;
  for (v1::Step& step : page.items) *response.add_steps() = std::move(step);
  response.set_next_page_token(std::move(page.next_page_token));
  return response;
}

absl::StatusOr<v1::AcuteCase> GetAcuteCase(const ledger::View& view, const v1::GetAcuteCaseRequest& request) {
  ASSIGN_OR_RETURN(const AcuteCaseName name, AcuteCaseName::Parse(request.name()));
  return GetVisible<v1::AcuteCase>(view, name, "ACUTE_CASE");
}

absl::StatusOr<v1::ListAcuteCasesResponse> ListAcuteCases(const ledger::View& view,
                                                          const v1::ListAcuteCasesRequest& request) {
  ASSIGN_OR_RETURN(ledger::PageOf<v1::AcuteCase> page, ListVisible(view, request, kAcuteCases, "acuteCases"));
  v1::ListAcuteCasesResponse response;
  for (v1::AcuteCase& record : page.items) *response.add_acute_cases() = std::move(record);
  response.set_next_page_token(std::move(page.next_page_token));
  return response;
}

}  // namespace waarborg::escalation
