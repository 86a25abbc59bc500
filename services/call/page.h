#ifndef WAARBORG_SERVICES_CALL_PAGE_H_
#define WAARBORG_SERVICES_CALL_PAGE_H_

// Pages (AIP-158): bounded from the first day; tokens are opaque and fit only the list they came from.

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"

namespace waarborg::call {

inline constexpr std::int32_t kDefaultPageSize = 50;
inline constexpr std::int32_t kLargestPageSize = 200;

struct Page {
  std::int32_t size = kDefaultPageSize;
  std::string next_key;  // continue at this store key (included); empty: at the beginning
  std::string list;      // what the token is bound to
};

// `list` names the list and its filter, e.g. "assessments|regions/nmd|regions/nmd/providers/p1".
// INVALID_ARGUMENT (INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN).
absl::StatusOr<Page> ParsePage(std::int32_t page_size, absl::string_view page_token, absl::string_view list);

// INVALID_PAGE_SIZE for less than nothing.
void CheckPageSize(std::int32_t page_size, Violations& violations);

// INVALID_ARGUMENT (INVALID_PAGE_TOKEN): for a list that finds the token's key to be none of its own.
absl::Status InvalidPageToken();

// The token of the page that starts at `next_key`.
std::string PageToken(const Page& page, absl::string_view next_key);

}  // namespace waarborg::call

#endif  // WAARBORG_SERVICES_CALL_PAGE_H_
