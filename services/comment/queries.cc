#include "services/comment/queries.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/page.h"
#include "services/comment/records.h"
#include "services/comment/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"

namespace waarborg::comment {
namespace {

std::string KeyOf(const v1::Thread& thread) { return ThreadName::Parse(thread.name())->Key(); }
std::string KeyOf(const v1::Comment& comment) { return CommentName::Parse(comment.name())->Key(); }

// A page as full for a provider as for anyone else: neither a short page nor a token with nothing behind it
// betrays what is not shared.
template <class Record>
absl::StatusOr<ledger::PageOf<Record>> ListVisible(const ledger::View& view,
                                                   const ledger::RecordTable<Record>& table,
                                                   const std::string& prefix, const call::Page& page) {
  const call::Caller& caller = view.call.caller;
  ledger::PageOf<Record> visible;
  ledger::PageRoom room(page.size);
  call::Page rest = page;
  while (true) {
    ASSIGN_OR_RETURN(ledger::PageOf<Record> found, ledger::ListByIndex(view.reader, table, prefix, rest));
    for (Record& record : found.items) {
      if (!IsVisibleTo(caller, record)) continue;
      if (!room.Take(record.ByteSizeLong())) {
        visible.next_page_token = call::PageToken(page, table.index_key(KeyOf(record), record));
        return visible;
      }
      visible.items.push_back(SeenBy(caller, std::move(record)));
    }
    if (found.next_page_token.empty()) return visible;
    ASSIGN_OR_RETURN(rest, call::ParsePage(page.size, found.next_page_token, page.list));
  }
}

}  // namespace

absl::StatusOr<v1::ListThreadsResponse> ListThreads(const ledger::View& view,
                                                    const v1::ListThreadsRequest& request) {
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("threads|", request.parent())));
  const ThreadName any{.region = view.call.region, .parent = request.parent()};
  ASSIGN_OR_RETURN(ledger::PageOf<v1::Thread> found, ListVisible(view, kThreads, any.ParentKey(), page));
  v1::ListThreadsResponse response;
  for (v1::Thread& thread : found.items) *response.add_threads() = std::move(thread);
  response.set_next_page_token(std::move(found.next_page_token));
  return response;
}

absl::StatusOr<v1::ListCommentsResponse> ListComments(const ledger::View& view,
                                                      const v1::ListCommentsRequest& request) {
  ASSIGN_OR_RETURN(const ThreadName name, ThreadName::Parse(request.parent()));
  ASSIGN_OR_RETURN(const v1::Thread thread, Load(view.reader, name));
  if (!IsVisibleTo(view.call.caller, thread)) return errors::ThreadNotFound(thread.name());
  ASSIGN_OR_RETURN(const call::Page page, call::ParsePage(request.page_size(), request.page_token(),
                                                          absl::StrCat("comments|", request.parent())));
  const CommentName any{.thread = name};
  ASSIGN_OR_RETURN(ledger::PageOf<v1::Comment> found, ListVisible(view, kComments, any.ThreadKey(), page));
  v1::ListCommentsResponse response;
  for (v1::Comment& comment : found.items) *response.add_comments() = std::move(comment);
  response.set_next_page_token(std::move(found.next_page_token));
  return response;
}

}  // namespace waarborg::comment
