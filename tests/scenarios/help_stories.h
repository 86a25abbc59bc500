#ifndef WAARBORG_TESTS_SCENARIOS_HELP_STORIES_H_
#define WAARBORG_TESTS_SCENARIOS_HELP_STORIES_H_

// The stories of tests/scenarios/help/stories.txt, in which the examples of the help are carried out.

#include <string>
#include <vector>

namespace waarborg::testing {

struct Story {
  std::string title;
  std::vector<std::string> lines;
};

// In the order of the file; what a story uses stands in it line by line.
const std::vector<Story>& HelpStories();

// The command of a line that is an example: "provider create"; "" for another line.
std::string ExampleIn(const std::string& line);

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SCENARIOS_HELP_STORIES_H_
