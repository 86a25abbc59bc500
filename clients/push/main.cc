// Delivers incident reports to a Waarborg server. See `waarborg-push --help`.

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "clients/push/delivery.h"
#include "clients/push/run.h"
#include "clients/push/stop.h"

namespace {

waarborg::push::Stop* the_end = nullptr;

void AskToEnd(int /*signal*/) { the_end->Ask(); }

}  // namespace

int main(int argc, char** argv) {
  waarborg::push::Stop stop;
  the_end = &stop;
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGTERM, AskToEnd);
  std::signal(SIGINT, AskToEnd);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const waarborg::push::Surroundings surroundings{.out = std::cout,
                                                  .err = std::cerr,
                                                  .environment =
                                                      [](const char* name) {
                                                        const char* value = std::getenv(name);
                                                        return std::string(value == nullptr ? "" : value);
                                                      },
                                                  .out_is_terminal = isatty(STDOUT_FILENO) != 0,
                                                  .err_is_terminal = isatty(STDERR_FILENO) != 0,
                                                  .connect = waarborg::push::ChannelTo,
                                                  .stop = stop};
  return waarborg::push::Run(arguments, surroundings);
}
