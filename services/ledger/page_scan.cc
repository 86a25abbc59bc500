#include "services/ledger/page_scan.h"

#include "absl/strings/match.h"

namespace waarborg::ledger {

absl::StatusOr<Entries> ScanPage(const storage::Reader& reader, storage::TableId table,
                                 absl::string_view prefix, const call::Page& page) {
  // A token comes from outside: whatever it says, no entry of another prefix is shown.
  if (!page.next_key.empty() && !absl::StartsWith(page.next_key, prefix)) return call::InvalidPageToken();
  const storage::ScanRange range{.begin = page.next_key.empty() ? std::string(prefix) : page.next_key,
                                 .end = storage::PrefixEnd(prefix),
                                 .limit = page.size + 1};
  Entries entries;
  std::string next_key;
  RETURN_IF_ERROR(reader.Scan(table, range, [&](absl::string_view key, absl::string_view value) {
    if (entries.rows.size() == static_cast<std::size_t>(page.size)) {
      next_key = std::string(key);
      return false;
    }
    entries.rows.emplace_back(std::string(key), std::string(value));
    return true;
  }));
  if (!next_key.empty()) entries.next_page_token = call::PageToken(page, next_key);
  return entries;
}

}  // namespace waarborg::ledger
