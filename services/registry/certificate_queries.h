#ifndef WAARBORG_SERVICES_REGISTRY_CERTIFICATE_QUERIES_H_
#define WAARBORG_SERVICES_REGISTRY_CERTIFICATE_QUERIES_H_

// Reading certificates and norms. A caller who speaks for a provider sees that provider's only
// (PERMISSION_DENIED, OTHER_PROVIDER), as visibility.h says. Lists are in order of their ids; norms in that
// of the catalogue.

#include "absl/status/statusor.h"
#include "services/ledger/ledger.h"
#include "waarborg/registry/v1/certificate.pb.h"

namespace waarborg::registry {

absl::StatusOr<v1::Certificate> GetCertificate(const ledger::View& view,
                                               const v1::GetCertificateRequest& request);
absl::StatusOr<v1::ListCertificatesResponse> ListCertificates(const ledger::View& view,
                                                              const v1::ListCertificatesRequest& request);
absl::StatusOr<v1::ListNormsResponse> ListNorms(const ledger::View& view,
                                                const v1::ListNormsRequest& request);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_CERTIFICATE_QUERIES_H_
