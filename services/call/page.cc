#include "services/call/page.h"

#include <algorithm>

#include "absl/strings/escaping.h"
#include "absl/strings/str_format.h"
#include "waarborg/internal/v1/stored.pb.h"

namespace waarborg::call {
namespace {

// FNV-1a, 64 bits: the same in every process and release. A list with its filter may be long; a token is
// not.
std::string BindingTo(absl::string_view list) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char c : list) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  return absl::StrFormat("%016x", hash);
}

}  // namespace

void CheckPageSize(std::int32_t page_size, Violations& violations) {
  if (page_size < 0) violations.Add("page_size", "INVALID_PAGE_SIZE");
}

absl::StatusOr<Page> ParsePage(std::int32_t page_size, absl::string_view page_token, absl::string_view list) {
  Violations violations;
  Page page{.size = page_size == 0 ? kDefaultPageSize : std::min(page_size, kLargestPageSize),
            .next_key = "",
            .list = std::string(list)};
  CheckPageSize(page_size, violations);
  if (!page_token.empty()) {
    std::string bytes;
    internal::v1::PageToken token;
    if (!absl::WebSafeBase64Unescape(page_token, &bytes) || !token.ParseFromString(bytes) ||
        token.list() != BindingTo(list)) {
      violations.Add("page_token", "INVALID_PAGE_TOKEN");
    }
    page.next_key = token.next_key();
  }
  if (!violations.empty()) return violations.ToStatus();
  return page;
}

absl::Status InvalidPageToken() {
  Violations violations;
  violations.Add("page_token", "INVALID_PAGE_TOKEN");
  return violations.ToStatus();
}

std::string PageToken(const Page& page, absl::string_view next_key) {
  internal::v1::PageToken token;
  token.set_list(BindingTo(page.list));
  token.set_next_key(std::string(next_key));
  return absl::WebSafeBase64Escape(token.SerializeAsString());
}

}  // namespace waarborg::call
