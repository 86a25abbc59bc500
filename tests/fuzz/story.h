#ifndef WAARBORG_TESTS_FUZZ_STORY_H_
#define WAARBORG_TESTS_FUZZ_STORY_H_

// The sample of deploy/sample as it goes over the wire: frameworks, regions, providers and people are set up,
// then the cases are played, each request made of what the answers before it said.

#include <functional>
#include <string>

#include "tests/fuzz/house.h"

namespace waarborg::fuzz {

// Gets each request before it is sent.
using Before = std::function<void(const Attempt&)>;

// How the real requests ended.
struct Played {
  int accepted = 0;
  int refused = 0;
};

// Plays everything in this house. A request that is refused does not end it.
Played PlayStory(House& house, const Before& before);

}  // namespace waarborg::fuzz

#endif  // WAARBORG_TESTS_FUZZ_STORY_H_
