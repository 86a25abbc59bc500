#ifndef WAARBORG_CLIENTS_CLI_EVALUATE_INPUT_H_
#define WAARBORG_CLIENTS_CLI_EVALUATE_INPUT_H_

// One line of `framework evaluate`:
//   {"profile":"ZIN","scores":{"VE01":"MEETS"},"severity":"NONE","recidivism":false,"trust":"PRESENT"}
// The server judges values; here is decided only what cannot be sent to it. A code that does not exist is
// sent as a number that names nothing, so that the server reports it with the others, in framework order.

#include <string>
#include <vector>

#include "waarborg/framework/v1/framework.pb.h"

namespace waarborg::cli {

struct LineFault {
  std::string reason;  // MALFORMED_JSON, INVALID_VALUE, or what the server says
  std::string field;   // "scores.VE99"; empty when it is the line as a whole
};

struct EvaluationInput {
  framework::v1::EvaluateScoresRequest request;
  std::vector<LineFault> faults;
  bool malformed = false;  // nothing can be sent
};

// The request is `base` with what the line says.
[[nodiscard]] EvaluationInput ReadEvaluationInput(const std::string& line,
                                                  const framework::v1::EvaluateScoresRequest& base);

// Faults in the order in which they are answered: profile, scores, severity, recidivism, trust, the rest;
// otherwise as they came.
void SortFaults(std::vector<LineFault>& faults);

}  // namespace waarborg::cli

#endif  // WAARBORG_CLIENTS_CLI_EVALUATE_INPUT_H_
