#ifndef WAARBORG_SERVICES_LIFECYCLE_TABLES_H_
#define WAARBORG_SERVICES_LIFECYCLE_TABLES_H_

// Every noun's transition table, as people read it: made from the very tables that the commands follow.

#include <vector>

#include "waarborg/lifecycle/v1/lifecycle.pb.h"

namespace waarborg::lifecycle {

// In order of their names. Thread-safe; the answer lives for ever.
const std::vector<v1::Lifecycle>& Lifecycles();

}  // namespace waarborg::lifecycle

#endif  // WAARBORG_SERVICES_LIFECYCLE_TABLES_H_
