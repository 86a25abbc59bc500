#ifndef WAARBORG_TESTS_LOAD_FAN_OUT_H_
#define WAARBORG_TESTS_LOAD_FAN_OUT_H_

// One act, heard of by many who watch.

#include "absl/status/statusor.h"
#include "tests/load/figures.h"
#include "tests/load/settings.h"
#include "tests/load/stage.h"

namespace waarborg::load {

absl::StatusOr<Section> MeasureFanOut(const Settings& settings, Stage& stage);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_FAN_OUT_H_
