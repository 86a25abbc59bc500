#ifndef WAARBORG_TESTS_ARCHITECTURE_SOURCE_TREE_H_
#define WAARBORG_TESTS_ARCHITECTURE_SOURCE_TREE_H_

// The project's own files, as the tests of its architecture read them. Paths are relative to the root.

#include <string>
#include <vector>

#include "absl/strings/string_view.h"

namespace waarborg::architecture {

// Files below `folders` whose name ends with one of `endings` (all files when there is none), sorted.
std::vector<std::string> FilesBelow(const std::vector<std::string>& folders,
                                    const std::vector<std::string>& endings);

// The whole text of a file that exists.
std::string TextOf(absl::string_view path);

struct Include {
  std::string name;
  bool quoted = false;  // "name", not <name>
};

std::vector<Include> IncludesOf(absl::string_view text);

// String literals of C++ source, without their quotes; those in comments are left out.
std::vector<std::string> LiteralsOf(absl::string_view text);

}  // namespace waarborg::architecture

#endif  // WAARBORG_TESTS_ARCHITECTURE_SOURCE_TREE_H_
