#ifndef WAARBORG_CLIENTS_CLI_DEMO_SAMPLE_H_
#define WAARBORG_CLIENTS_CLI_DEMO_SAMPLE_H_

// The sample, read before anything of it is played; the files that its cases send stay where they are.

#include <string>
#include <vector>

#include "clients/cli/demo/script.h"
#include "clients/cli/fault.h"
#include "nlohmann/json.hpp"

namespace waarborg::cli::demo {

struct SampleFiles {
  std::string sample_directory;
  std::string framework_file;
};

struct SampleRequest {
  const char* rpc;
  nlohmann::json request;
};

struct Sample {
  std::vector<SampleRequest> scene;  // in this order: each stands on those before
  std::vector<Script> cases;         // the files of their steps by full path
};

// Fault: SAMPLE_UNREADABLE, with the file.
[[nodiscard]] Parsed<Sample> ReadSample(const SampleFiles& files);

}  // namespace waarborg::cli::demo

#endif  // WAARBORG_CLIENTS_CLI_DEMO_SAMPLE_H_
