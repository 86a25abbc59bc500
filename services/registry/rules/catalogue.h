#ifndef WAARBORG_SERVICES_REGISTRY_RULES_CATALOGUE_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_CATALOGUE_H_

// What a policy says of certificates, recurring obligations and the judgements of others: the region's own
// words, or those that ship with the product where it has none. Pure.

#include "absl/strings/string_view.h"
#include "services/registry/rules/policy.h"
#include "waarborg/registry/v1/catalogue.pb.h"
#include "waarborg/registry/v1/registry.pb.h"

namespace waarborg::registry {

// What ships with the product, each row with its source. Counts that are 0 are filled in.
const v1::CertificatePolicy& DefaultCertificates();
const v1::ObligationPolicy& DefaultObligations();
const v1::ExternalJudgementPolicy& DefaultExternalJudgements();

// What holds under a policy.
v1::CertificatePolicy CertificatesOf(const v1::PolicyVersion& policy);
v1::ObligationPolicy ObligationsOf(const v1::PolicyVersion& policy);
v1::ExternalJudgementPolicy ExternalJudgementsOf(const v1::PolicyVersion& policy);

// The norm of this id; null when the catalogue does not know it.
const v1::Norm* FindNorm(const v1::CertificatePolicy& certificates, absl::string_view id);

// Everything in the three that does not hold together: ids once each and of a form that people type, both
// languages, terms in range, a fixed day that every year has and whole years between two of them. Adds paths
// in PolicyVersion.
void AddCatalogueFaults(const v1::PolicyVersion& policy, std::vector<PolicyFault>& faults);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_CATALOGUE_H_
