#ifndef WAARBORG_SERVICES_FLOW_CALLED_UPON_H_
#define WAARBORG_SERVICES_FLOW_CALLED_UPON_H_

// Whom an event of the journal calls upon: those newly mentioned in a comment, and those who are asked for a
// task, or reminded of it: the member it was given to, otherwise every active member of the region who holds
// its role.

#include <vector>

#include "absl/status/statusor.h"
#include "services/notice/postman.h"
#include "storage/store.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::flow {

absl::StatusOr<std::vector<notice::Calling>> CalledUpon(const storage::Reader& reader,
                                                        const audit::v1::Event& event);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_CALLED_UPON_H_
