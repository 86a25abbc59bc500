#include "services/lifecycle/queries.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/lifecycle/errors.h"
#include "services/lifecycle/tables.h"

namespace waarborg::lifecycle {

absl::StatusOr<v1::Lifecycle> GetLifecycle(const ledger::View& /*view*/,
                                           const v1::GetLifecycleRequest& request) {
  for (const v1::Lifecycle& lifecycle : Lifecycles()) {
    if (lifecycle.name() == request.name() ||
        lifecycle.name() == absl::StrCat("lifecycles/", request.name())) {
      return lifecycle;
    }
  }
  const std::string known =
      absl::StrJoin(Lifecycles(), ", ",
                    [](std::string* out, const v1::Lifecycle& each) { absl::StrAppend(out, each.name()); });
  return errors::LifecycleNotFound(request.name(), known);
}

absl::StatusOr<v1::ListLifecyclesResponse> ListLifecycles(const ledger::View& /*view*/,
                                                          const v1::ListLifecyclesRequest& request) {
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(), "lifecycles"));
  v1::ListLifecyclesResponse response;
  for (const v1::Lifecycle& lifecycle : Lifecycles()) {
    if (lifecycle.name() < page.next_key) continue;
    if (response.lifecycles_size() == page.size) {
      response.set_next_page_token(call::PageToken(page, lifecycle.name()));
      break;
    }
    *response.add_lifecycles() = lifecycle;
  }
  return response;
}

}  // namespace waarborg::lifecycle
