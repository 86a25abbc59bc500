#ifndef WAARBORG_TESTS_CRASH_PHOENIX_SERVER_H_
#define WAARBORG_TESTS_CRASH_PHOENIX_SERVER_H_

#include <optional>
#include <string>

#include "tests/crash/reserved_port.h"
#include "tests/crash/server_process.h"

namespace waarborg::testing {

// A server that stands up again on the same port whenever it was killed.
class PhoenixServer final {
 public:
  explicit PhoenixServer(const std::string& name);
  ~PhoenixServer();
  PhoenixServer(const PhoenixServer&) = delete;
  PhoenixServer& operator=(const PhoenixServer&) = delete;

  void KillAndRise();

  [[nodiscard]] const std::string& address() const { return port_.address(); }

 private:
  void Rise();

  std::string directory_;
  ReservedPort port_;
  std::optional<ServerProcess> server_;
};

}  // namespace waarborg::testing

#endif  // WAARBORG_TESTS_CRASH_PHOENIX_SERVER_H_
