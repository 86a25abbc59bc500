#ifndef WAARBORG_TESTS_LOAD_TURNS_H_
#define WAARBORG_TESTS_LOAD_TURNS_H_

// Transitions, reports one by one and reports by stream, in turns with the bare echo and the bare store, so
// that the noise of the machine hits all alike.

#include <vector>

#include "absl/status/statusor.h"
#include "tests/load/figures.h"
#include "tests/load/settings.h"
#include "tests/load/stage.h"

namespace waarborg::load {

// A section for each of these rounds that the settings name.
absl::StatusOr<std::vector<Section>> MeasureTurns(const Settings& settings, Stage& stage);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_TURNS_H_
