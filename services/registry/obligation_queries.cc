#include "services/registry/obligation_queries.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/language/status_macros.h"
#include "services/registry/listing.h"
#include "services/registry/records.h"
#include "services/registry/revision.h"
#include "services/registry/rules/catalogue.h"
#include "services/registry/visibility.h"

namespace waarborg::registry {

absl::StatusOr<v1::Obligation> GetObligation(const ledger::View& view,
                                             const v1::GetObligationRequest& request) {
  ASSIGN_OR_RETURN(const ObligationName name, ObligationName::Parse(request.name()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, name.Owner().ToString()));
  ASSIGN_OR_RETURN(v1::Obligation obligation, Load(view.reader, name));
  return VisibleTo(view.call.caller, std::move(obligation));
}

absl::StatusOr<v1::ListObligationsResponse> ListObligations(const ledger::View& view,
                                                            const v1::ListObligationsRequest& request) {
  v1::ListObligationsResponse response;
  ASSIGN_OR_RETURN(std::string next, ListBelowProvider(view, kObligations, "obligations", request,
                                                       *response.mutable_obligations()));
  for (v1::Obligation& obligation : *response.mutable_obligations()) {
    obligation = VisibleTo(view.call.caller, std::move(obligation));
  }
  response.set_next_page_token(std::move(next));
  return response;
}

absl::StatusOr<v1::ListObligationRulesResponse> ListObligationRules(
    const ledger::View& view, const v1::ListObligationRulesRequest& request) {
  ASSIGN_OR_RETURN(const RegionName region, RegionName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::PolicyVersion policy, PolicyInForce(view.reader, region.region));
  v1::ListObligationRulesResponse response;
  ASSIGN_OR_RETURN(std::string next,
                   ListFrom(ObligationsOf(policy).rules(), absl::StrCat("obligationRules|", policy.name()),
                            request, *response.mutable_rules()));
  response.set_next_page_token(std::move(next));
  return response;
}

absl::StatusOr<v1::ExternalJudgement> GetExternalJudgement(const ledger::View& view,
                                                           const v1::GetExternalJudgementRequest& request) {
  ASSIGN_OR_RETURN(const ExternalJudgementName name, ExternalJudgementName::Parse(request.name()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, name.Owner().ToString()));
  return Load(view.reader, name);
}

absl::StatusOr<v1::ListExternalJudgementsResponse> ListExternalJudgements(
    const ledger::View& view, const v1::ListExternalJudgementsRequest& request) {
  v1::ListExternalJudgementsResponse response;
  ASSIGN_OR_RETURN(std::string next, ListBelowProvider(view, kExternalJudgements, "externalJudgements",
                                                       request, *response.mutable_external_judgements()));
  response.set_next_page_token(std::move(next));
  return response;
}

}  // namespace waarborg::registry
