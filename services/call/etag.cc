#include "services/call/etag.h"

#include <cstdint>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "services/call/error.h"

namespace waarborg::call {

std::string NextEtag(absl::string_view current) {
  std::int64_t version = 0;
  if (!absl::SimpleAtoi(current, &version)) version = 0;
  return absl::StrCat(version + 1);
}

absl::Status CheckEtag(absl::string_view resource, absl::string_view given, absl::string_view current) {
  if (given.empty() || given == current) return absl::OkStatus();
  return error::EtagMismatch(resource, given, current);
}

}  // namespace waarborg::call
