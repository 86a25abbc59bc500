#ifndef WAARBORG_SERVICES_REGISTRY_RULES_KVK_H_
#define WAARBORG_SERVICES_REGISTRY_RULES_KVK_H_

// Numbers by which a provider is known elsewhere: in the trade register (KvK) and in the care register (AGB).
// Neither has a public check digit, so only what cannot be a number is refused.

#include "absl/strings/string_view.h"

namespace waarborg::registry {

// Eight digits, not all the same.
[[nodiscard]] bool IsKvkNumber(absl::string_view text);

// Eight digits, not all the same.
[[nodiscard]] bool IsAgbCode(absl::string_view text);

}  // namespace waarborg::registry

#endif  // WAARBORG_SERVICES_REGISTRY_RULES_KVK_H_
