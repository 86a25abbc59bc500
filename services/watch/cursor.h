#ifndef WAARBORG_SERVICES_WATCH_CURSOR_H_
#define WAARBORG_SERVICES_WATCH_CURSOR_H_

// How far a watcher has come, as an opaque token.

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"

namespace waarborg::watch {

std::string CursorAt(absl::string_view region, std::uint64_t sequence);

// The sequence of the last event considered. INVALID_ARGUMENT (INVALID_CURSOR) for what is no cursor, one of
// another region, and one beyond `end`, the last sequence of the region's journal.
absl::StatusOr<std::uint64_t> ParseCursor(absl::string_view cursor, absl::string_view region,
                                          std::uint64_t end);

}  // namespace waarborg::watch

#endif  // WAARBORG_SERVICES_WATCH_CURSOR_H_
