#ifndef WAARBORG_SERVICES_LEDGER_PAGE_SCAN_H_
#define WAARBORG_SERVICES_LEDGER_PAGE_SCAN_H_

// One page of a table or of an index, for list queries.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/record_table.h"
#include "storage/keys.h"
#include "storage/store.h"
#include "storage/table.h"

namespace waarborg::ledger {

template <class Message>
struct PageOf {
  std::vector<Message> items;
  std::string next_page_token;
};

// A page ends at its size or, with one record at least, before its records pass this: an answer always fits.
inline constexpr std::size_t kPageBytes = std::size_t{1} << 20;

// Counts what is on a page.
class PageRoom final {
 public:
  explicit PageRoom(std::int32_t size) : left_(size) {}

  // False when a record of this size belongs to the next page.
  bool Take(std::size_t bytes) {
    const bool full = left_ == 0 || (bytes_ > 0 && bytes_ + bytes > kPageBytes);
    if (full) return false;
    --left_;
    bytes_ += bytes;
    return true;
  }

 private:
  std::int32_t left_;
  std::size_t bytes_ = 0;
};

struct Records {
  std::vector<std::string> values;
  std::string next_page_token;
};

// The records under the keys of `table` that start with `prefix`, from where the page begins. With `behind`,
// the table is an index, and the records are in `behind` under the keys that the entries hold.
// INVALID_ARGUMENT (INVALID_PAGE_TOKEN) when the page begins elsewhere.
absl::StatusOr<Records> ScanPage(const storage::Reader& reader, storage::TableId table,
                                 std::optional<storage::TableId> behind, absl::string_view prefix,
                                 const call::Page& page);

template <class Message>
absl::StatusOr<PageOf<Message>> ParsePageOf(const RecordTable<Message>& table, const Records& records) {
  PageOf<Message> result{.items = {}, .next_page_token = records.next_page_token};
  for (const std::string& value : records.values) {
    ASSIGN_OR_RETURN(Message message, storage::Table<Message>(table.id).Parse(value));
    result.items.push_back(std::move(message));
  }
  return result;
}

// A page of records in key order.
template <class Message>
absl::StatusOr<PageOf<Message>> ListRecords(const storage::Reader& reader, const RecordTable<Message>& table,
                                            absl::string_view prefix, const call::Page& page) {
  ASSIGN_OR_RETURN(const Records records, ScanPage(reader, table.id, std::nullopt, prefix, page));
  return ParsePageOf(table, records);
}

// A page of records in the order of the table's index.
template <class Message>
absl::StatusOr<PageOf<Message>> ListByIndex(const storage::Reader& reader, const RecordTable<Message>& table,
                                            absl::string_view prefix, const call::Page& page) {
  ASSIGN_OR_RETURN(const Records records, ScanPage(reader, table.index_id, table.id, prefix, page));
  return ParsePageOf(table, records);
}

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_PAGE_SCAN_H_
