#ifndef WAARBORG_SERVICES_AUDIT_QUERIES_H_
#define WAARBORG_SERVICES_AUDIT_QUERIES_H_

// The journal as supervisors and outsiders read it. Reads only; may look at the journal and at nothing else.

#include <functional>

#include "absl/status/statusor.h"
#include "google/protobuf/message.h"
#include "services/call/call.h"
#include "services/ledger/ledger.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::audit {

// Whether a caller may read the personal texts of a record. Who may not gets digests in their place, as the
// leaf has them.
using Discretion = std::function<bool(const call::Caller& caller, const google::protobuf::Message& record)>;

// A page of events, oldest first. A filter on provider, resource or actor reads through that index. A page
// may be short, even empty, and still have a next one: a page looks at a bounded number of events.
absl::StatusOr<v1::ListEventsResponse> ListEvents(const ledger::View& view, const Discretion& discretion,
                                                  const v1::ListEventsRequest& request);

absl::StatusOr<v1::TreeHead> GetTreeHead(const ledger::View& view, const v1::GetTreeHeadRequest& request);

// To the end of the journal as it stands when the stream starts.
absl::StatusOr<call::Source<v1::Event>> StreamEvents(storage::Store& store, const Discretion& discretion,
                                                     const call::Call& call,
                                                     const v1::StreamEventsRequest& request);

// OUT_OF_RANGE (TREE_TOO_SMALL) when the tree is smaller than asked.
absl::StatusOr<call::Source<v1::Leaf>> StreamLeaves(storage::Store& store, const call::Call& call,
                                                    const v1::StreamLeavesRequest& request);

}  // namespace waarborg::audit

#endif  // WAARBORG_SERVICES_AUDIT_QUERIES_H_
