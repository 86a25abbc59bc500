#include "services/incident/queries.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "services/call/authorization.h"
#include "services/call/page.h"
#include "services/incident/names.h"
#include "services/incident/records.h"
#include "services/incident/visibility.h"
#include "services/language/status_macros.h"
#include "services/ledger/page_scan.h"
#include "services/registry/names.h"
#include "storage/keys.h"

namespace waarborg::incident {
namespace {

// Entries of a list that are looked at for one page.
constexpr std::int64_t kLookedAt = 2000;

// The list that answers a request with the least to look at.
struct List {
  storage::TableId index;
  std::string prefix;
  std::string id;  // what a page token is bound to
};

List ListFor(const call::Caller& caller, const std::string& region, const std::string& provider,
             const v1::ListIncidentsRequest& request) {
  storage::KeyBuilder prefix;
  prefix.Text(region);
  std::string id =
      absl::StrCat("incidents|", region, "|", provider, "|", request.state(), "|", request.kind(), "|",
                   request.start_time().seconds(), "|", request.end_time().seconds());
  if (ActsOnlyAs(caller, team::v1::ROLE_INCIDENT_CLIENT)) {
    return {storage::tables::kIncidentByAuthor, prefix.Text(caller.member).Take(), std::move(id)};
  }
  if (!provider.empty()) return {storage::tables::kIncidentByProvider, prefix.Text(provider).Take(), std::move(id)};
  if (request.state() != v1::Incident::STATE_UNSPECIFIED) {
    const auto state = static_cast<std::uint64_t>(request.state());
    return {storage::tables::kIncidentByState, prefix.Number(state).Take(), std::move(id)};
  }
  return {kIncidents.index_id, prefix.Take(), std::move(id)};
}

// The part of the list that lies within the times asked for; lists run from the newest to the oldest.
storage::ScanRange RangeOf(const List& list, const v1::ListIncidentsRequest& request) {
  storage::ScanRange range{.begin = list.prefix, .end = storage::PrefixEnd(list.prefix), .limit = kLookedAt};
  if (request.has_end_time()) {
    const std::uint64_t newest = NewestFirst(ledger::TimeOf(request.end_time())) + 1;
    range.begin = absl::StrCat(list.prefix, storage::KeyBuilder().Number(newest).Take());
  }
  if (request.has_start_time()) {
    const std::uint64_t oldest = NewestFirst(ledger::TimeOf(request.start_time())) + 1;
    range.end = absl::StrCat(list.prefix, storage::KeyBuilder().Number(oldest).Take());
  }
  return range;
}

bool IsAskedFor(const v1::Incident& incident, const std::string& provider,
                const v1::ListIncidentsRequest& request) {
  if (!provider.empty() && incident.provider() != provider) return false;
  if (request.state() != v1::Incident::STATE_UNSPECIFIED && incident.state() != request.state()) return false;
  return request.kind() == v1::Incident::KIND_UNSPECIFIED || incident.kind() == request.kind();
}

// Fills one page from a list.
class Filling final {
 public:
  Filling(const ledger::View& view, const v1::ListIncidentsRequest& request, const std::string& provider,
          const call::Page& page)
      : view_(view), request_(request), provider_(provider), page_(page), room_(page.size) {}

  // Looks at one entry; false when the page ends before it, or an error does.
  bool Look(absl::string_view entry, absl::string_view key) {
    if (++looked_ == kLookedAt) return EndBefore(entry);
    absl::StatusOr<std::optional<v1::Incident>> record = view_.Get(kIncidents, key);
    status_ = record.status();
    if (!status_.ok() || !record->has_value()) return status_.ok();
    v1::Incident& incident = **record;
    if (!IsAskedFor(incident, provider_, request_) || !IsVisible(view_.call.caller, incident)) return true;
    if (!room_.Take(incident.ByteSizeLong())) return EndBefore(entry);
    *response_.add_incidents() = VisibleTo(view_.call.caller, std::move(incident));
    return true;
  }

  absl::StatusOr<v1::ListIncidentsResponse> Done() {
    RETURN_IF_ERROR(status_);
    return std::move(response_);
  }

 private:
  bool EndBefore(absl::string_view entry) {
    response_.set_next_page_token(call::PageToken(page_, entry));
    return false;
  }

  const ledger::View& view_;
  const v1::ListIncidentsRequest& request_;
  const std::string& provider_;
  const call::Page& page_;
  ledger::PageRoom room_;
  std::int64_t looked_ = 0;
  absl::Status status_;
  v1::ListIncidentsResponse response_;
};

}  // namespace

absl::StatusOr<v1::Incident> GetIncident(const ledger::View& view, const v1::GetIncidentRequest& request) {
  ASSIGN_OR_RETURN(const IncidentName name, IncidentName::Parse(request.name()));
  ASSIGN_OR_RETURN(v1::Incident incident, Load(view.reader, name));
  RETURN_IF_ERROR(CheckVisible(view.call.caller, incident));
  return VisibleTo(view.call.caller, std::move(incident));
}

absl::StatusOr<v1::ListIncidentsResponse> ListIncidents(const ledger::View& view,
                                                        const v1::ListIncidentsRequest& request) {
  ASSIGN_OR_RETURN(const registry::RegionName region, registry::RegionName::Parse(request.parent()));
  const call::Caller& caller = view.call.caller;
  const bool own = request.provider().empty() && caller.Holds(team::v1::ROLE_PROVIDER_USER);
  const std::string provider = own ? caller.provider : request.provider();
  if (!provider.empty()) RETURN_IF_ERROR(call::CheckOwnProvider(caller, provider));
  const List list = ListFor(caller, region.region, provider, request);
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(), list.id));
  storage::ScanRange range = RangeOf(list, request);
  if (!page.next_key.empty()) {
    // A token comes from outside: whatever it says, no entry of another list is shown.
    if (!absl::StartsWith(page.next_key, list.prefix)) return call::InvalidPageToken();
    if (page.next_key > range.begin) range.begin = page.next_key;
  }
  Filling filling(view, request, provider, page);
  RETURN_IF_ERROR(view.reader.Scan(
      list.index, range,
      [&filling](absl::string_view entry, absl::string_view key) { return filling.Look(entry, key); }));
  return filling.Done();
}

absl::StatusOr<v1::IncidentReporter> GetIncidentReporter(const ledger::View& view,
                                                         const v1::GetIncidentReporterRequest& request) {
  ASSIGN_OR_RETURN(const IncidentName name, IncidentName::Parse(request.name()));
  RETURN_IF_ERROR(Load(view.reader, name).status());
  return LoadReporter(view.reader, name);
}

}  // namespace waarborg::incident
