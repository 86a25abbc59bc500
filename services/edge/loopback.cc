#include "services/edge/loopback.h"

#include <algorithm>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"

namespace waarborg::edge {
namespace {

bool IsNumberUpTo(absl::string_view text, int most) {
  int number = 0;
  return !text.empty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), absl::ascii_isdigit) &&
         absl::SimpleAtoi(text, &number) && number <= most;
}

// Four decimal parts, as people write them; no shorter or other spelling.
bool IsLoopbackIpv4(absl::string_view host) {
  const std::vector<absl::string_view> parts = absl::StrSplit(host, '.');
  return parts.size() == 4 && parts[0] == "127" &&
         std::all_of(parts.begin(), parts.end(),
                     [](absl::string_view part) { return IsNumberUpTo(part, 255); });
}

}  // namespace

absl::StatusOr<std::string> LoopbackAddress(absl::string_view listen) {
  constexpr absl::string_view kUnix = "unix:";
  if (absl::StartsWith(listen, kUnix) && listen.size() > kUnix.size()) return std::string(listen);
  const std::size_t colon = listen.rfind(':');
  if (colon != absl::string_view::npos && IsNumberUpTo(listen.substr(colon + 1), 65535)) {
    const absl::string_view host = listen.substr(0, colon);
    if (host == "localhost") return absl::StrCat("127.0.0.1", listen.substr(colon));
    if (host == "[::1]" || IsLoopbackIpv4(host)) return std::string(listen);
  }
  return absl::FailedPreconditionError(absl::StrCat(
      "will not listen on '", listen,
      "': identities are not verified yet, so only a loopback address with its port is allowed, e.g. ",
      "127.0.0.1:7420, [::1]:7420 or unix:/run/waarborg.sock"));
}

}  // namespace waarborg::edge
