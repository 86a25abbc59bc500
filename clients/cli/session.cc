#include "clients/cli/session.h"

#include "clients/cli/resource_name.h"

namespace waarborg::cli {

client::CallOptions Session::CallAs(absl::string_view member) const {
  client::CallOptions options = CallAsNobody();
  options.member = Expand(member, "regions/*/members/*", line.region);
  return options;
}

client::CallOptions Session::CallAsMember() const { return CallAs(line.member); }

client::CallOptions Session::CallAsNobody() const {
  return {.member = "", .traceparent = line.traceparent, .timeout = line.timeout};
}

}  // namespace waarborg::cli
