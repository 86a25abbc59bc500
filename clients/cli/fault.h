#ifndef WAARBORG_CLIENTS_CLI_FAULT_H_
#define WAARBORG_CLIENTS_CLI_FAULT_H_

#include <string>
#include <utility>

#include "clients/cli/words.h"
#include "clients/cpp/result.h"

namespace waarborg::cli {

// What is wrong with a command line: a sentence of help.json and what fills it.
struct Fault {
  std::string sentence;
  Values values;
};

template <class T>
using Parsed = client::Result<T, Fault>;

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_FAULT_H_
