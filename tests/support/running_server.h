#ifndef WAARBORG_TESTS_SUPPORT_RUNNING_SERVER_H_
#define WAARBORG_TESTS_SUPPORT_RUNNING_SERVER_H_

// The whole product in one process: the real server over a store in memory, reached over the loopback
// address, and the command line as a person or a script uses it.

#include <memory>
#include <string>
#include <vector>

#include "services/server.h"
#include "storage/store.h"
#include "tests/support/desk.h"

namespace waarborg::testing {

// What one command line printed, and how it ended.
struct Ended {
  int status = 0;
  std::string out;
  std::string err;
};

class RunningServer final {
 public:
  // A fresh store with `regions/shared/members/administrator`. The clock starts at today's real time and then
  // only the test moves it.
  // Backups are refused unless a directory for them is given.
  explicit RunningServer(const std::string& backup_directory = "");

  // Runs `waarborg` with these words.
  Ended Waarborg(const std::vector<std::string>& words, const std::string& input = "");

  // As Waarborg, for a command that goes on until nobody reads it: stops reading after the first message.
  Ended Listen(const std::vector<std::string>& words);

  std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
  std::unique_ptr<storage::Store> store;
  std::unique_ptr<Server> server;
};

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_SUPPORT_RUNNING_SERVER_H_
