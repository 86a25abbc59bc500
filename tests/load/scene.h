#ifndef WAARBORG_TESTS_LOAD_SCENE_H_
#define WAARBORG_TESTS_LOAD_SCENE_H_

// What the callers do to the product: real rpcs, each with a request id, each a change that is durable and in the
// journal before it is answered.

#include <cstdint>
#include <vector>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "tests/load/closed_loop.h"

namespace waarborg::load {

enum class Act {
  // The most frequent act of the work: one criterion of one of many assessments gets its score.
  kScore,
  // The next most frequent: what was seen is recorded on one of many assessments.
  kObserve,
  // An assessment walks: created, announced, prepared, scoped, visited, cancelled.
  kMove,
};

class Scene final {
 public:
  Scene(Act act, int callers) : act_(act), callers_(callers) {}

  // Makes the assessments that are worked on; the sample region must be there. `longest` is for all of it.
  absl::Status SetUp(ClosedLoop& loop, absl::Duration longest);

  // Goes on where the last volley of this scene stopped.
  NextShot Shots();

 private:
  Shot Score(int caller);
  Shot Observe(int caller);
  Shot Move(int caller);

  Act act_;
  int callers_;
  std::vector<std::int64_t> done_ = std::vector<std::int64_t>(static_cast<std::size_t>(callers_));
};

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_SCENE_H_
