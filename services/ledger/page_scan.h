#ifndef WAARBORG_SERVICES_LEDGER_PAGE_SCAN_H_
#define WAARBORG_SERVICES_LEDGER_PAGE_SCAN_H_

// One page of a table or of an index, for list queries.

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

// The entries of `table` whose keys start with `prefix`, from where the page begins: at most page.size of
// them. INVALID_ARGUMENT (INVALID_PAGE_TOKEN) when the page begins elsewhere.
struct Entries {
  std::vector<std::pair<std::string, std::string>> rows;  // key, value
  std::string next_page_token;
};
absl::StatusOr<Entries> ScanPage(const storage::Reader& reader, storage::TableId table,
                                 absl::string_view prefix, const call::Page& page);

// A page of records in key order.
template <class Message>
absl::StatusOr<PageOf<Message>> ListRecords(const storage::Reader& reader, const RecordTable<Message>& table,
                                            absl::string_view prefix, const call::Page& page) {
  ASSIGN_OR_RETURN(Entries entries, ScanPage(reader, table.id, prefix, page));
  PageOf<Message> result{.items = {}, .next_page_token = std::move(entries.next_page_token)};
  for (const auto& [key, value] : entries.rows) {
    ASSIGN_OR_RETURN(Message message, storage::Table<Message>(table.id).Parse(value));
    result.items.push_back(std::move(message));
  }
  return result;
}

// A page of records in the order of the table's index.
template <class Message>
absl::StatusOr<PageOf<Message>> ListByIndex(const storage::Reader& reader, const RecordTable<Message>& table,
                                            absl::string_view prefix, const call::Page& page) {
  ASSIGN_OR_RETURN(Entries entries, ScanPage(reader, table.index_id, prefix, page));
  PageOf<Message> result{.items = {}, .next_page_token = std::move(entries.next_page_token)};
  for (const auto& [entry, key] : entries.rows) {
    ASSIGN_OR_RETURN(std::optional<Message> message, storage::Table<Message>(table.id).Get(reader, key));
    if (message.has_value()) result.items.push_back(*std::move(message));
  }
  return result;
}

}  // namespace waarborg::ledger

#endif  // WAARBORG_SERVICES_LEDGER_PAGE_SCAN_H_
