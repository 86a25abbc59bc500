#ifndef WAARBORG_SERVICES_LANGUAGE_DIE_H_
#define WAARBORG_SERVICES_LANGUAGE_DIE_H_

#include <cstdio>
#include <cstdlib>

#include "absl/strings/string_view.h"

namespace waarborg::language {

// Ends the process on something that cannot happen unless the program itself is wrong. Never for what a user,
// the network or the disk can cause.
[[noreturn]] inline void Die(absl::string_view what) {
  std::fprintf(stderr, "waarborg: broken invariant: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

}  // namespace waarborg::language

#endif  // WAARBORG_SERVICES_LANGUAGE_DIE_H_
