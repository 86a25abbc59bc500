#ifndef WAARBORG_SERVICES_REGISTRY_HOLDINGS_H_
#define WAARBORG_SERVICES_REGISTRY_HOLDINGS_H_

// What stands below a provider, and what every new record there begins with.

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "services/call/error.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/ledger/record_table.h"
#include "services/ledger/unit_of_work.h"
#include "services/registry/names.h"
#include "services/registry/request_faults.h"
#include "services/registry/revision.h"

namespace waarborg::registry {

// All records of a table below a provider, in order of their ids.
template <class Message>
absl::StatusOr<std::vector<Message>> AllOf(const storage::Reader& reader,
                                           const ledger::RecordTable<Message>& table,
                                           const ProviderName& provider) {
  constexpr absl::string_view kList = "holdings";
  std::vector<Message> all;
  std::string next;
  do {
    ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(call::kLargestPageSize, next, kList));
    ASSIGN_OR_RETURN(ledger::PageOf<Message> records,
                     ledger::ListRecords(reader, table, provider.Key(), page));
    for (Message& record : records.items) all.push_back(std::move(record));
    next = std::move(records.next_page_token);
  } while (!next.empty());
  return all;
}

// An id that a person may leave to the server.
inline void CheckIdIfChosen(absl::string_view field, const std::string& id, call::Violations& violations) {
  if (!id.empty()) CheckChosenId(field, id, violations);
}
inline std::string GivenOrNewId(const ledger::UnitOfWork& unit, const std::string& id) {
  call::Violations faults;
  CheckIdIfChosen("", id, faults);
  return id.empty() || !faults.empty() ? unit.call().NewId() : id;
}

// Writes down who did a provider's act, and from which document.
template <class Request, class Record>
void Sign(const ledger::UnitOfWork& unit, const Request& request, Record& record) {
  record.set_author(unit.call().caller.member);
  record.clear_on_behalf_of_provider();
  if (const auto* document = DocumentOf(request); document != nullptr) {
    *record.mutable_on_behalf_of_provider() = *document;
  }
}

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_HOLDINGS_H_
