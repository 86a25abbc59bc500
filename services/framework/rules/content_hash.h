#ifndef WAARBORG_SERVICES_FRAMEWORK_RULES_CONTENT_HASH_H_
#define WAARBORG_SERVICES_FRAMEWORK_RULES_CONTENT_HASH_H_

#include <string>

#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::framework {

// SHA-256, as 64 lower-case hex digits, of the version's deterministic serialisation with content_hash and
// publish_time left empty. Two versions with the same hash say exactly the same.
[[nodiscard]] std::string ContentHash(const v1::FrameworkVersion& version);

}  // namespace waarborg::framework

#endif  // WAARBORG_SERVICES_FRAMEWORK_RULES_CONTENT_HASH_H_
