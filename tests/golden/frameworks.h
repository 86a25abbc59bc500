#ifndef WAARBORG_TESTS_GOLDEN_FRAMEWORKS_H_
#define WAARBORG_TESTS_GOLDEN_FRAMEWORKS_H_

#include <string>

#include "waarborg/framework/v1/framework.pb.h"

// The framework data files, read from the source tree. A file that cannot be read or parsed ends the test
// program.

namespace waarborg::framework {

// The Drenthe quality framework 2019, as the product ships it.
[[nodiscard]] const v1::FrameworkVersion& Dkk2019();

// A small framework that differs from it in everything that can differ.
[[nodiscard]] const v1::FrameworkVersion& SecondFramework();

// The text of a file, by its path from the root of the source tree.
[[nodiscard]] std::string ReadSourceFile(const std::string& path);

}  // namespace waarborg::framework

#endif  // WAARBORG_TESTS_GOLDEN_FRAMEWORKS_H_
