#include "services/audit/queries.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "services/audit/event_filter.h"
#include "services/call/error.h"
#include "services/call/name.h"
#include "services/call/page.h"
#include "services/language/status_macros.h"
#include "services/ledger/discretion.h"
#include "services/ledger/journal.h"
#include "storage/keys.h"

namespace waarborg::audit {
namespace {

// How many events one page, or one step of a stream, looks at.
constexpr std::int64_t kLookAt = 1000;

// After-images make some events large: a page that has grown to this ends, so that an answer always fits, and
// so does a step that has read as much.
constexpr std::size_t kPageBytes = 1 << 20;

std::string ListId(const v1::ListEventsRequest& request) {
  return absl::StrCat("events|", request.parent(), "|", request.filter().SerializeAsString());
}

absl::StatusOr<std::uint64_t> FirstOf(const call::Page& page) {
  if (page.next_key.empty()) return std::uint64_t{1};
  const absl::StatusOr<std::uint64_t> first = storage::KeyParser(page.next_key).Number();
  if (!first.ok()) return call::InvalidPageToken();
  return first;
}

// Walks the events of a region that fit a filter, from a sequence to the journal's end at the start.
class EventWalk final {
 public:
  EventWalk(storage::Store& store, std::string region, v1::EventFilter filter, ledger::Discretion discretion,
            std::uint64_t start, std::uint64_t end)
      : store_(store),
        region_(std::move(region)),
        filter_(std::move(filter)),
        discretion_(std::move(discretion)),
        next_(start),
        end_(end) {}

  // Looks at a bounded number of events.
  absl::StatusOr<call::Step<v1::Event>> Next() {
    const std::unique_ptr<const storage::Snapshot> snapshot = store_.Read();
    std::size_t bytes = 0;
    for (std::int64_t looked = 0; looked < kLookAt && bytes < kPageBytes; ++looked) {
      if (at_ == candidates_.size()) RETURN_IF_ERROR(Refill(*snapshot));
      if (candidates_.empty() || candidates_[at_] > end_) return call::Step<v1::Event>{.ended = true};
      const std::uint64_t sequence = candidates_[at_++];
      next_ = sequence + 1;
      ASSIGN_OR_RETURN(std::optional<v1::Event> event,
                       ledger::ReadEvent(*snapshot, region_, sequence, discretion_));
      if (!event.has_value()) continue;
      if (Matches(*event, filter_)) return call::Step<v1::Event>{.item = *std::move(event)};
      bytes += event->ByteSizeLong();
    }
    return call::Step<v1::Event>();
  }

 private:
  absl::Status Refill(const storage::Reader& reader) {
    at_ = 0;
    ASSIGN_OR_RETURN(candidates_, Candidates(reader, region_, filter_, next_, end_, kLookAt));
    return absl::OkStatus();
  }

  storage::Store& store_;
  std::string region_;
  v1::EventFilter filter_;
  ledger::Discretion discretion_;
  std::uint64_t next_;
  std::uint64_t end_;
  std::vector<std::uint64_t> candidates_;
  std::size_t at_ = 0;
};

ledger::Discretion Of(const Discretion& discretion, const call::Caller& caller) {
  return [discretion, caller](const google::protobuf::Message& record) { return discretion(caller, record); };
}

std::uint64_t AtLeastOne(std::int64_t sequence) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(1, sequence));
}

}  // namespace

absl::StatusOr<v1::ListEventsResponse> ListEvents(const ledger::View& view, const Discretion& discretion,
                                                  const v1::ListEventsRequest& request) {
  ASSIGN_OR_RETURN(const call::Page page,
                   call::ParsePage(request.page_size(), request.page_token(), ListId(request)));
  ASSIGN_OR_RETURN(const std::uint64_t first, FirstOf(page));
  const std::string region = call::LastId(request.parent());
  ASSIGN_OR_RETURN(const v1::TreeHead head, ledger::ReadHead(view.reader, region));
  ASSIGN_OR_RETURN(const std::vector<std::uint64_t> sequences,
                   Candidates(view.reader, region, request.filter(), first,
                              static_cast<std::uint64_t>(head.size()), kLookAt));
  v1::ListEventsResponse response;
  std::uint64_t next = 0;
  std::size_t bytes = 0;
  for (const std::uint64_t sequence : sequences) {
    next = sequence + 1;
    ASSIGN_OR_RETURN(std::optional<v1::Event> event,
                     ledger::ReadEvent(view.reader, region, sequence, Of(discretion, view.call.caller)));
    if (!event.has_value() || !Matches(*event, request.filter())) continue;
    bytes += event->ByteSizeLong();
    *response.add_events() = *std::move(event);
    if (response.events_size() == page.size || bytes > kPageBytes) break;
  }
  const bool more = next != 0 && (next <= sequences.back() || sequences.size() == kLookAt);
  if (more) response.set_next_page_token(call::PageToken(page, storage::KeyBuilder().Number(next).Take()));
  return response;
}

absl::StatusOr<v1::TreeHead> GetTreeHead(const ledger::View& view, const v1::GetTreeHeadRequest& request) {
  return ledger::ReadHead(view.reader, call::LastId(request.parent()));
}

absl::StatusOr<call::Source<v1::Event>> StreamEvents(storage::Store& store, const Discretion& discretion,
                                                     const call::Call& call,
                                                     const v1::StreamEventsRequest& request) {
  const std::string region = call::LastId(request.parent());
  ASSIGN_OR_RETURN(const v1::TreeHead head, ledger::ReadHead(*store.Read(), region));
  auto walk = std::make_shared<EventWalk>(store, region, request.filter(), Of(discretion, call.caller),
                                          AtLeastOne(request.start_sequence()),
                                          static_cast<std::uint64_t>(head.size()));
  return call::Source<v1::Event>([walk] { return walk->Next(); });
}

absl::StatusOr<call::Source<v1::Leaf>> StreamLeaves(storage::Store& store, const call::Call& /*call*/,
                                                    const v1::StreamLeavesRequest& request) {
  const std::string region = call::LastId(request.parent());
  ASSIGN_OR_RETURN(const v1::TreeHead head, ledger::ReadHead(*store.Read(), region));
  if (request.tree_size() < 0 || request.tree_size() > head.size()) {
    return call::Error(absl::StatusCode::kOutOfRange, "TREE_TOO_SMALL")
        .With("size", absl::StrCat(head.size()))
        .With("asked", absl::StrCat(request.tree_size()));
  }
  const auto end = static_cast<std::uint64_t>(request.tree_size() == 0 ? head.size() : request.tree_size());
  return call::Source<v1::Leaf>(
      [&store, region, end,
       next = AtLeastOne(request.start_sequence())]() mutable -> absl::StatusOr<call::Step<v1::Leaf>> {
        if (next > end) return call::Step<v1::Leaf>{.ended = true};
        ASSIGN_OR_RETURN(std::optional<std::string> bytes, ledger::ReadLeaf(*store.Read(), region, next));
        if (!bytes.has_value()) return absl::DataLossError(absl::StrCat("leaf ", next, " is missing"));
        v1::Leaf leaf;
        leaf.set_sequence(static_cast<std::int64_t>(next++));
        leaf.set_content(*std::move(bytes));
        return call::Step<v1::Leaf>{.item = std::move(leaf)};
      });
}

}  // namespace waarborg::audit
