#include "services/registry/certificate_queries.h"

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

absl::StatusOr<v1::Certificate> GetCertificate(const ledger::View& view,
                                               const v1::GetCertificateRequest& request) {
  ASSIGN_OR_RETURN(const CertificateName name, CertificateName::Parse(request.name()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, name.Owner().ToString()));
  ASSIGN_OR_RETURN(v1::Certificate certificate, Load(view.reader, name));
  return VisibleTo(view.call.caller, std::move(certificate));
}

absl::StatusOr<v1::ListCertificatesResponse> ListCertificates(const ledger::View& view,
                                                              const v1::ListCertificatesRequest& request) {
  v1::ListCertificatesResponse response;
  ASSIGN_OR_RETURN(std::string next, ListBelowProvider(view, kCertificates, "certificates", request,
                                                       *response.mutable_certificates()));
  for (v1::Certificate& certificate : *response.mutable_certificates()) {
    certificate = VisibleTo(view.call.caller, std::move(certificate));
  }
  response.set_next_page_token(std::move(next));
  return response;
}

absl::StatusOr<v1::ListNormsResponse> ListNorms(const ledger::View& view,
                                                const v1::ListNormsRequest& request) {
  ASSIGN_OR_RETURN(const RegionName region, RegionName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::PolicyVersion policy, PolicyInForce(view.reader, region.region));
  v1::ListNormsResponse response;
  ASSIGN_OR_RETURN(std::string next,
                   ListFrom(CertificatesOf(policy).norms(), absl::StrCat("norms|", policy.name()), request,
                            *response.mutable_norms()));
  response.set_next_page_token(std::move(next));
  return response;
}

}  // namespace waarborg::registry
