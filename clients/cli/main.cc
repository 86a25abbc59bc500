// The command line of Waarborg. See `waarborg --help`.

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "clients/cli/run.h"
#include "clients/cpp/client.h"

int main(int argc, char** argv) {
  // A reader that goes away ends the output, not with a signal but as an error of the stream.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  const std::vector<std::string> arguments(argv + 1, argv + argc);
  const waarborg::cli::Surroundings surroundings{.in = std::cin,
                                                 .out = std::cout,
                                                 .err = std::cerr,
                                                 .environment =
                                                     [](const char* name) {
                                                       const char* value = std::getenv(name);
                                                       return std::string(value == nullptr ? "" : value);
                                                     },
                                                 .out_is_terminal = isatty(STDOUT_FILENO) != 0,
                                                 .err_is_terminal = isatty(STDERR_FILENO) != 0,
                                                 .connect = waarborg::client::Connect};
  return waarborg::cli::Run(arguments, surroundings);
}
