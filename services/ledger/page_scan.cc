#include "services/ledger/page_scan.h"

#include "absl/strings/match.h"

namespace waarborg::ledger {

namespace {

// Fills a page; knows when it is full.
class Filling final {
 public:
  explicit Filling(const call::Page& page) : page_(page), room_(page.size) {}

  // False when the record at `key` belongs to the next page.
  bool Take(absl::string_view key, std::string value) {
    if (!room_.Take(value.size())) {
      records_.next_page_token = call::PageToken(page_, std::string(key));
      return false;
    }
    records_.values.push_back(std::move(value));
    return true;
  }

  Records Done() { return std::move(records_); }

 private:
  const call::Page& page_;
  PageRoom room_;
  Records records_;
};

}  // namespace

absl::StatusOr<Records> ScanPage(const storage::Reader& reader, storage::TableId table,
                                 std::optional<storage::TableId> behind, absl::string_view prefix,
                                 const call::Page& page) {
  // A token comes from outside: whatever it says, no entry of another prefix is shown.
  if (!page.next_key.empty() && !absl::StartsWith(page.next_key, prefix)) return call::InvalidPageToken();
  const storage::ScanRange range{.begin = page.next_key.empty() ? std::string(prefix) : page.next_key,
                                 .end = storage::PrefixEnd(prefix),
                                 .limit = page.size + 1};
  Filling filling(page);
  absl::Status broken;
  RETURN_IF_ERROR(reader.Scan(table, range, [&](absl::string_view key, absl::string_view value) {
    if (!behind.has_value()) return filling.Take(key, std::string(value));
    absl::StatusOr<std::optional<std::string>> record = reader.Get(*behind, value);
    broken.Update(record.status());
    return record.ok() && (!record->has_value() || filling.Take(key, **std::move(record)));
  }));
  RETURN_IF_ERROR(broken);
  return filling.Done();
}

}  // namespace waarborg::ledger
