#ifndef WAARBORG_TESTS_LOAD_CONTENT_H_
#define WAARBORG_TESTS_LOAD_CONTENT_H_

// One large file up and down, against one SHA-256 pass and one sequential synced write of the same bytes.

#include "absl/status/statusor.h"
#include "tests/load/figures.h"
#include "tests/load/settings.h"
#include "tests/load/stage.h"

namespace waarborg::load {

absl::StatusOr<Section> MeasureContent(const Settings& settings, Stage& stage);

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_CONTENT_H_
