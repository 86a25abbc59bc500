#ifndef WAARBORG_SERVICES_REGISTRY_LISTING_H_
#define WAARBORG_SERVICES_REGISTRY_LISTING_H_

// Pages of what stands below a provider, and of lists that a policy holds.

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/string_view.h"
#include "google/protobuf/repeated_ptr_field.h"
#include "services/call/authorization.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/ledger.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"

namespace waarborg::registry {

// The page of `table` below the provider that is the request's parent, moved into `list`; gives the token of
// the next page. `name` names the list. PERMISSION_DENIED (OTHER_PROVIDER).
template <class Message, class Request>
absl::StatusOr<std::string> ListBelowProvider(const ledger::View& view,
                                              const ledger::RecordTable<Message>& table,
                                              absl::string_view name, const Request& request,
                                              google::protobuf::RepeatedPtrField<Message>& list) {
  ASSIGN_OR_RETURN(const ProviderName provider, ProviderName::Parse(request.parent()));
  RETURN_IF_ERROR(call::CheckOwnProvider(view.call.caller, request.parent()));
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat(name, "|", request.parent())));
  ASSIGN_OR_RETURN(ledger::PageOf<Message> records,
                   ledger::ListRecords(view.reader, table, provider.Key(), page));
  for (Message& record : records.items) *list.Add() = std::move(record);
  return std::move(records.next_page_token);
}

// The page of a list that stands whole in memory, copied into `list`; `name` says of what it is. The token
// counts how many came before.
template <class Message, class Request>
absl::StatusOr<std::string> ListFrom(const google::protobuf::RepeatedPtrField<Message>& all,
                                     const std::string& name, const Request& request,
                                     google::protobuf::RepeatedPtrField<Message>& list) {
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(), name));
  std::int32_t first = 0;
  if (!page.next_key.empty() && (!absl::SimpleAtoi(page.next_key, &first) || first < 0)) {
    return call::InvalidPageToken();
  }
  for (std::int32_t i = first; i < all.size(); ++i) {
    if (list.size() == page.size) return call::PageToken(page, absl::StrCat(i));
    *list.Add() = all[i];
  }
  return std::string();
}

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_LISTING_H_
