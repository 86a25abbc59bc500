#ifndef WAARBORG_SERVICES_FLOW_CALLED_UPON_H_
#define WAARBORG_SERVICES_FLOW_CALLED_UPON_H_

// Whom an event of the journal calls upon: those newly mentioned in a comment, and the one a task was given
// to.

#include <vector>

#include "services/notice/postman.h"
#include "waarborg/audit/v1/audit.pb.h"

namespace waarborg::flow {

std::vector<notice::Calling> CalledUpon(const audit::v1::Event& event);

}  // namespace waarborg::flow

#endif  // WAARBORG_SERVICES_FLOW_CALLED_UPON_H_
