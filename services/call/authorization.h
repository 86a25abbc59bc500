#ifndef WAARBORG_SERVICES_CALL_AUTHORIZATION_H_
#define WAARBORG_SERVICES_CALL_AUTHORIZATION_H_

// Which role may call which method. Deny by default: a method without a row does not start. Relations (own
// provider, author and second reader) and states are checked inside the write function.

#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/strings/string_view.h"
#include "absl/types/span.h"
#include "services/call/call.h"

namespace waarborg::call {

// The roles of a method (`package.Service/Method`); null when it has no row. An empty list means: no caller
// needed.
const std::vector<Role>* RolesOf(absl::string_view method);

// All methods that have a row, for tests.
std::vector<std::string> AuthorizedMethods();

// PERMISSION_DENIED (METHOD_NOT_ALLOWED): asked before anything is said about the request.
absl::Status AuthorizeMethod(const Caller& caller, absl::string_view method);

// PERMISSION_DENIED (OTHER_REGION): asked when the request's names are known to be names. Administrators of
// `shared` may act in every region.
absl::Status AuthorizeRegion(const Call& call);

// Both, in this order.
absl::Status Authorize(const Call& call);

// PERMISSION_DENIED (OTHER_PROVIDER) when the caller speaks for a provider, whatever else it holds, and
// `provider` is another.
absl::Status CheckOwnProvider(const Caller& caller, absl::string_view provider);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_AUTHORIZATION_H_
