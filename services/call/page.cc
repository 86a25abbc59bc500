#include "services/call/page.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "services/call/error.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::call {

absl::StatusOr<Page> ParsePage(std::int32_t page_size, absl::string_view page_token, absl::string_view list) {
  Violations violations;
  Page page{.size = page_size == 0 ? kDefaultPageSize : std::min(page_size, kLargestPageSize),
            .next_key = "",
            .list = std::string(list)};
  if (page_size < 0) violations.Add("page_size", "INVALID_PAGE_SIZE");
  if (!page_token.empty()) {
    std::string bytes;
    internal::v1::PageToken token;
    if (!absl::WebSafeBase64Unescape(page_token, &bytes) || !token.ParseFromString(bytes) ||
        token.list() != list) {
      violations.Add("page_token", "INVALID_PAGE_TOKEN");
    }
    page.next_key = token.next_key();
  }
  if (!violations.empty()) return violations.ToStatus();
  return page;
}

std::string PageToken(const Page& page, absl::string_view next_key) {
  internal::v1::PageToken token;
  token.set_list(page.list);
  token.set_next_key(std::string(next_key));
  return absl::WebSafeBase64Escape(token.SerializeAsString());
}

}  // namespace waarborg::call
