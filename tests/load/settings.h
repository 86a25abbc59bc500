#ifndef WAARBORG_TESTS_LOAD_SETTINGS_H_
#define WAARBORG_TESTS_LOAD_SETTINGS_H_

// What a run measures, and how much of it.

#include <set>
#include <string>

#include "absl/time/time.h"
#include "tests/load/scene.h"

namespace waarborg::load {

struct Settings {
  std::string self;       // this program, which also is the echo
  std::string directory;  // empty, for the stores
  std::string binaries;   // of waarborgd and waarborg
  std::string sources;    // the repository, for the sample region
  std::set<std::string> rounds;
  Act act = Act::kScore;
  std::string act_name;
  int callers = 64;
  int channels = 4;
  int streams = 4;
  int turns = 5;
  absl::Duration length;  // of each measurement in a turn
  int watchers = 10'000;
  int content_mebibytes = 256;
  int deadlines = 1'000'000;
};

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_SETTINGS_H_
