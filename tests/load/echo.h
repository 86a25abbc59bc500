#ifndef WAARBORG_TESTS_LOAD_ECHO_H_
#define WAARBORG_TESTS_LOAD_ECHO_H_

// The ceiling: a gRPC server that answers at once and does nothing.

#include "tests/load/closed_loop.h"

namespace waarborg::load {

// Serves on a free port of the loopback address, prints `listening on ADDRESS`, and stays until it is killed.
int ServeEcho();

// Requests of about 300 bytes, answered with as many.
NextShot EchoShots();

}  // namespace waarborg::load

#endif  // WAARBORG_TESTS_LOAD_ECHO_H_
