#ifndef WAARBORG_TESTS_LOAD_DUE_H_
#define WAARBORG_TESTS_LOAD_DUE_H_

// One look of the deadline runner, over a table that is empty and over one that is full, in a store of its
// own.

#include "absl/status/statusor.h"
#include "tests/load/figures.h"
#include "tests/load/settings.h"

namespace waarborg::load {

absl::StatusOr<Section> MeasureDue(const Settings& settings);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_DUE_H_
