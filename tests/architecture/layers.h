#ifndef WAARBORG_TESTS_ARCHITECTURE_LAYERS_H_
#define WAARBORG_TESTS_ARCHITECTURE_LAYERS_H_

// Who may include whom. CMake cannot keep these walls, because every installed header is in reach of every
// target.

#include <optional>
#include <string>

#include "absl/strings/string_view.h"
#include "tests/architecture/source_tree.h"

namespace waarborg::architecture {

// What is wrong with `file` including `include`, in words; nothing when it may. `file` is a path from the
// root; a file of a room that the table does not know is wrong whatever it includes.
std::optional<std::string> Breach(absl::string_view file, const Include& include);

}  // namespace waarborg::architecture

#endif  // WAARBORG_TESTS_ARCHITECTURE_LAYERS_H_
