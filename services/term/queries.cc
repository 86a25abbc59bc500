#include "services/term/queries.h"

#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "services/call/error.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/deadline_table.h"
#include "services/ledger/page_scan.h"
#include "services/ledger/time.h"
#include "services/registry/names.h"
#include "services/term/moving.h"
#include "storage/keys.h"
#include "storage/schema.h"

namespace waarborg::term {
namespace {

using internal::v1::Deadline;
using ledger::kDeadlines;

absl::StatusOr<ledger::PageOf<Deadline>> DeadlinesOf(const ledger::View& view, const std::string& region,
                                                     const v1::ListTermsRequest& request,
                                                     const call::Page& page) {
  storage::KeyBuilder prefix;
  prefix.Text(region);
  if (!request.resource().empty()) {
    return ledger::ListRecords(view.reader, kDeadlines, prefix.Text(request.resource()).Take(), page);
  }
  const bool of_provider = !request.provider().empty();
  if (of_provider) prefix.Text(request.provider());
  ASSIGN_OR_RETURN(const ledger::Records records,
                   ledger::ScanPage(view.reader,
                                    of_provider ? storage::tables::kDeadlineByProvider
                                                : storage::tables::kDeadlineByRegion,
                                    kDeadlines.id, prefix.Take(), page));
  return ledger::ParsePageOf(kDeadlines, records);
}

absl::Status CheckFilters(const v1::ListTermsRequest& request) {
  call::Violations violations;
  if (!request.resource().empty() && request.has_due_before()) {
    violations.Add("due_before", "ONLY_ONE_FILTER", "resource");
  }
  return violations.ToStatus();
}

std::string BeforeOf(const v1::ListTermsRequest& request) {
  if (!request.has_due_before()) return "";
  return absl::StrCat(absl::ToUnixMicros(ledger::TimeOf(request.due_before())));
}

}  // namespace

absl::StatusOr<v1::ListTermsResponse> ListTerms(const ledger::View& view,
                                                const v1::ListTermsRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  RETURN_IF_ERROR(CheckFilters(request));
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(),
                                   absl::StrCat("terms|", request.parent(), "|", request.resource(), "|",
                                                request.provider(), "|", BeforeOf(request))));
  ASSIGN_OR_RETURN(ledger::PageOf<Deadline> deadlines, DeadlinesOf(view, region.region, request, page));
  v1::ListTermsResponse response;
  for (const Deadline& deadline : deadlines.items) {
    const bool late = request.has_due_before() &&
                      ledger::TimeOf(deadline.due_time()) >= ledger::TimeOf(request.due_before());
    // In order of due time, so all that follow are as late.
    if (late) return response;
    if (!deadline.rule().empty()) *response.add_terms() = TermOf(deadline);
  }
  response.set_next_page_token(std::move(deadlines.next_page_token));
  return response;
}

}  // namespace waarborg::term
